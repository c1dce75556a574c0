using System.Text.Json;
using AiToolPolicy.Engine.Findings;
using AiToolPolicy.Engine.Reporting;
using AiToolPolicy.Engine.Text;

namespace AiToolPolicy.Engine.Tests.Reporting;

public sealed class SarifLogTests
{
    private static readonly SarifRun Run = new("1.2.3", "policy 'Test' 1", new Day(2026, 7, 10));

    [Fact]
    public void Log_says_what_it_is()
    {
        var log = Write();
        var run = RunOf(log);

        Assert.Equal("2.1.0", Text(log, "version"));
        Assert.EndsWith("sarif-schema-2.1.0.json", Text(log, "$schema"), StringComparison.Ordinal);
        Assert.Equal("AiToolPolicy", Text(run, "tool", "driver", "name"));
        Assert.Equal("1.2.3", Text(run, "tool", "driver", "version"));
        Assert.True(Uri.IsWellFormedUriString(Text(run, "tool", "driver", "informationUri"), UriKind.Absolute));
        Assert.Equal("utf16CodeUnits", Text(run, "columnKind"));
        Assert.Equal("policy 'Test' 1", Text(run, "properties", "policy"));
        Assert.Equal("2026-07-10", Text(run, "properties", "asOf"));
        Assert.Empty(run.GetProperty("results").EnumerateArray());
        Assert.Empty(run.GetProperty("tool").GetProperty("driver").GetProperty("rules").EnumerateArray());
    }

    [Fact]
    public void Root_is_described_without_a_path()
    {
        var root = At(RunOf(Write()), "originalUriBaseIds", "SRCROOT");

        Assert.False(root.TryGetProperty("uri", out _));
        Assert.Equal("The root of the repository.", Text(root, "description", "text"));
    }

    [Fact]
    public void Without_a_policy_none_is_named()
    {
        using var log = JsonDocument.Parse(SarifLog.Write([], Run with { Policy = null }));

        Assert.False(RunOf(log.RootElement).GetProperty("properties").TryGetProperty("policy", out _));
    }

    [Fact]
    public void Rules_that_occur_are_described_once_and_pointed_at()
    {
        var run = RunOf(Write(Found(Rules.Unknown, "b"), Found(Rules.Package, "a"), Found(Rules.Unknown, "c")));
        var rules = run.GetProperty("tool").GetProperty("driver").GetProperty("rules").EnumerateArray().ToList();

        Assert.Equal(["AITP1001", "AITP1020"], rules.Select(rule => Text(rule, "id")));
        Assert.Equal("RestrictedPackage", Text(rules[0], "name"));
        Assert.Equal("Restricted package.", Text(rules[0], "shortDescription", "text"));
        Assert.Equal(Rules.Package.Summary, Text(rules[0], "fullDescription", "text"));
        Assert.Equal(Rules.Package.HelpLink, Text(rules[0], "helpUri"));
        Assert.Equal("warning", Text(rules[0], "defaultConfiguration", "level"));
        Assert.All(run.GetProperty("results").EnumerateArray(), result =>
            Assert.Equal(Text(result, "ruleId"), Text(rules[result.GetProperty("ruleIndex").GetInt32()], "id")));
    }

    [Fact]
    public void Every_rule_has_an_identifier_of_its_own()
    {
        var rules = RunOf(Write([.. Rules.All.Select(rule => Found(rule, rule.Id))])).GetProperty("tool").GetProperty("driver").GetProperty("rules");
        var names = rules.EnumerateArray().Select(rule => Text(rule, "name")).ToList();

        Assert.Equal(Rules.All.Count, names.Distinct(StringComparer.Ordinal).Count());
        Assert.All(names, name => Assert.Matches("^[A-Z][A-Za-z0-9]+$", name));
    }

    [Theory]
    [InlineData(Severity.Error, "error")]
    [InlineData(Severity.Warning, "warning")]
    [InlineData(Severity.Notice, "note")]
    public void Severity_becomes_a_level(Severity severity, string level) =>
        Assert.Equal(level, Text(Result(Found(Rules.Package, "a") with { Severity = severity }), "level"));

    [Fact]
    public void Place_is_relative_to_the_root()
    {
        var place = At(Result(Found(Rules.Package, "src/App.csproj")), "locations")[0].GetProperty("physicalLocation");

        Assert.Equal("src/App.csproj", Text(place, "artifactLocation", "uri"));
        Assert.Equal("SRCROOT", Text(place, "artifactLocation", "uriBaseId"));
        Assert.Equal(
            [3, 5, 4, 9],
            ((string[])["startLine", "startColumn", "endLine", "endColumn"]).Select(name => At(place, "region", name).GetInt32()));
    }

    [Theory]
    [InlineData("a b/c#d%e?f.csproj", "a%20b/c%23d%25e%3Ff.csproj")]
    [InlineData("größe/😀.md", "gr%C3%B6%C3%9Fe/%F0%9F%98%80.md")]
    [InlineData("c:x.md", "c%3Ax.md")]
    [InlineData("back\\slash\n.md", "back%5Cslash%0A.md")]
    public void Path_is_percent_encoded(string path, string uri)
    {
        var written = Text(At(Result(Found(Rules.Package, path)), "locations")[0], "physicalLocation", "artifactLocation", "uri");

        Assert.Equal(uri, written);
        Assert.Equal(path, Uri.UnescapeDataString(written));
    }

    [Fact]
    public void Place_outside_of_the_root_is_not_said_to_be_in_it()
    {
        var finding = Found(Rules.Package, "a") with { Related = [new RelatedLocation(new Location("../governance/policy.json", 7, 5, 7, 6), "the policy says so here")] };
        var related = At(Result(finding), "relatedLocations")[0];

        Assert.Equal(1, related.GetProperty("id").GetInt32());
        Assert.Equal("the policy says so here", Text(related, "message", "text"));
        Assert.Equal("../governance/policy.json", Text(related, "physicalLocation", "artifactLocation", "uri"));
        Assert.False(At(related, "physicalLocation", "artifactLocation").TryGetProperty("uriBaseId", out _));
        Assert.Equal(7, At(related, "physicalLocation", "region", "startLine").GetInt32());
    }

    [Fact]
    public void Related_places_are_numbered()
    {
        var finding = Found(Rules.Package, "a") with { Related = [new(Location.StartOf("b"), "also here"), new(Location.StartOf("c"), "also here")] };

        Assert.Equal([1, 2], At(Result(finding), "relatedLocations").EnumerateArray().Select(place => place.GetProperty("id").GetInt32()));
    }

    [Fact]
    public void Subject_stands_in_the_properties()
    {
        var properties = At(Result(Found(Rules.Package, "a") with { HelpLink = "https://example.com/help" }), "properties");

        Assert.Equal(
            ["helpLink=https://example.com/help", "tool=acme-api", "vendor=acme", "surface=package", "strength=dependency", "seen=Acme", "version=1.0.0"],
            properties.EnumerateObject().Select(member => $"{member.Name}={member.Value}"));
    }

    [Fact]
    public void Finding_about_the_check_has_no_subject()
    {
        var finding = Found(Rules.InputNotInspected, "a") with { Subject = null };

        Assert.Empty(At(Result(finding), "properties").EnumerateObject());
    }

    [Fact]
    public void Fingerprint_survives_a_moved_line()
    {
        var here = Found(Rules.Package, "a");
        var moved = here with { Location = new Location("a", 30, 1, 30, 2), Message = "Other words." };

        Assert.Equal(Fingerprint(Result(here)), Fingerprint(Result(moved)));
        Assert.Matches("^[0-9a-f]{64}$", Fingerprint(Result(here)));
        Assert.NotEqual(Fingerprint(Result(here)), Fingerprint(Result(Found(Rules.Package, "b"))));
    }

    [Fact]
    public void Equal_content_twice_in_a_file_keeps_two_fingerprints()
    {
        var first = Found(Rules.Package, "a");
        var second = first with { Location = new Location("a", 30, 1, 30, 2) };
        var prints = RunOf(Write(first, second, Found(Rules.Package, "b"))).GetProperty("results").EnumerateArray().Select(Fingerprint).ToList();

        Assert.Equal([prints[0], prints[0] + ":2"], prints.Take(2));
        Assert.DoesNotContain(':', prints[2]);
    }

    [Fact]
    public void Same_findings_give_the_same_text_in_any_culture()
    {
        var findings = new[] { Found(Rules.Package, "ı/İ") };
        var expected = SarifLog.Write(findings, Run);

        using var culture = new Culture("tr-TR");
        Assert.Equal(expected, SarifLog.Write(findings, Run));
    }

    private static Finding Found(Rule rule, string path) => new(rule, Severity.Error, $"Found in {path}.", new Location(path, 3, 5, 4, 9))
    {
        Subject = new FindingSubject("acme-api", "acme", "package", "dependency", "Acme", "1.0.0"),
    };

    private static JsonElement Write(params Finding[] findings)
    {
        using var log = JsonDocument.Parse(SarifLog.Write(findings, Run));
        return log.RootElement.Clone();
    }

    private static JsonElement RunOf(JsonElement log) => Assert.Single(log.GetProperty("runs").EnumerateArray());

    private static JsonElement Result(Finding finding) => Assert.Single(RunOf(Write(finding)).GetProperty("results").EnumerateArray());

    private static string Fingerprint(JsonElement result) => Text(result, "partialFingerprints", "aiToolPolicy/v1");

    private static JsonElement At(JsonElement element, params string[] path) => path.Aggregate(element, (at, name) => at.GetProperty(name));

    private static string Text(JsonElement element, params string[] path) => At(element, path).GetString()!;
}
