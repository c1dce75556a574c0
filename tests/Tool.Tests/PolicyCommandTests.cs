using System.Text.Json;
using AiToolPolicy.Files.Tests;

namespace AiToolPolicy.Tool.Tests;

/// <summary>The commands about policies: <c>validate</c>, <c>policy show</c>, <c>policy diff</c>, <c>preview</c>.</summary>
public sealed class PolicyCommandTests : IDisposable
{
    private const string Org =
        """
        { "name": "Org", "version": "7",
          "default": "notice",
          "rules": [
            { "id": "no-acme", "tools": ["acme-api"], "action": "deny", "effective": "2026-08-01", "reason": "Listed." } ],
          "exemptions": { "maxDays": 90 },
          "catalog": [
            { "vendor": { "id": "acme", "name": "Acme" }, "tools": [
              { "id": "acme-api", "category": "llm-api", "signatures": [ { "kind": "nuget", "value": "Acme" } ] } ] } ],
          "locked": true }
        """;

    private readonly TempFolder _folder = new();

    public PolicyCommandTests() => Directory.CreateDirectory(_folder.In("repo/.git"));

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Validate_says_that_all_is_well()
    {
        _folder.Write("org.json", Org);
        var file = _folder.Write("repo/ai-tool-policy.json", """{ "name": "Repo", "extends": "../org.json" }""");

        var ran = await Ran.Of("validate", file);

        Assert.Equal((0, "policy 'Repo' under 'Org' 7: 2 layers, 1 rule, no problem\n", ""), (ran.Code, ran.Output, ran.Error));
    }

    [Fact]
    public async Task Validate_reads_exemptions_below_and_of_a_folder_the_policies_too()
    {
        _folder.Write("org.json", Org);
        var file = _folder.Write("repo/ai-tool-policy.json", """{ "name": "Repo", "extends": "../org.json" }""");
        _folder.Write("repo/src/A/ai-tool-exemptions.json", """{ "exemptions": [ { "tool": "acme-apo" } ] }""");
        _folder.Write("repo/src/B/ai-tool-policy.json", """{ "nmae": "B", "default": "allow" }""");
        _folder.Write("repo/src/B/deep/ai-tool-exemptions.json", "{ \"exemptions\": ");

        var named = await Ran.Of("validate", file);
        var found = await Ran.Of("validate", _folder.In("repo"));

        Assert.Equal((2, 2), (named.Code, found.Code));
        Assert.Equal(["src/A/ai-tool-exemptions.json", "src/B/deep/ai-tool-exemptions.json"], Files(named));
        Assert.Equal(["src/A/ai-tool-exemptions.json", "src/B/ai-tool-policy.json", "src/B/deep/ai-tool-exemptions.json"], Files(found));
        Assert.Contains("Did you mean 'acme-api'?", named.Output, StringComparison.Ordinal);
        Assert.Contains("src/B/ai-tool-policy.json(1,27): error AITP3003", found.Output, StringComparison.Ordinal);

        static IEnumerable<string> Files(Ran ran) => ran.Output.Split('\n').Where(line => line.Contains("AITP", StringComparison.Ordinal) && line[0] != ' ').Select(line => line[..line.IndexOf('(', StringComparison.Ordinal)]).Distinct();
    }

    [Fact]
    public async Task Validate_tells_all_problems_of_all_layers_and_of_exemptions_at_once()
    {
        _folder.Write("org.json", Org.Replace("\"acme-api\"], \"action\"", "\"acme-apo\"], \"action\"", StringComparison.Ordinal));
        _folder.Write("repo/ai-tool-exemptions.json", """{ "exemptions": [ { "tool": "acme-api" } ] }""");
        var file = _folder.Write("repo/ai-tool-policy.json",
            """
            { "extends": ["../org.json", "none.json"],
              "default": "allow",
              "nmae": "Repo" }
            """);

        var ran = await Ran.Of("validate", file);

        Assert.Equal(2, ran.Code);
        Assert.Equal(
            ["../org.json(4,34): error AITP3001", "ai-tool-exemptions.json(1,", "ai-tool-policy.json(1,30): error AITP3002", "ai-tool-policy.json(2,14): error AITP3003", "ai-tool-policy.json(3,3): error AITP3001"],
            ran.Output.Split('\n').Where(line => line.Contains(": error AITP", StringComparison.Ordinal) || line.Contains(": warning AITP", StringComparison.Ordinal))
                .Select(line => line.StartsWith("ai-tool-exemptions", StringComparison.Ordinal) ? line[..26] : line[..(line.IndexOf("AITP", StringComparison.Ordinal) + 8)]).Distinct());
        Assert.Contains("\npolicy ai-tool-policy.json under 'Org' 7: 2 layers, 0 rules, ", ran.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Validate_without_a_policy_is_a_mistake_of_the_caller()
    {
        var ran = await Ran.Of("validate", _folder.In("repo/none.json"));

        Assert.Equal(2, ran.Code);
        Assert.Contains("was named but is not there", ran.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Validate_speaks_json()
    {
        var file = _folder.Write("repo/ai-tool-policy.json", """{ "default": "denny" }""");

        using var json = JsonDocument.Parse((await Ran.Of("validate", file, "--format", "json")).Output);

        Assert.False(json.RootElement.GetProperty("valid").GetBoolean());
        Assert.Equal("AITP3001", json.RootElement.GetProperty("problems")[0].GetProperty("rule").GetString());
    }

    [Fact]
    public async Task Show_tells_what_holds_and_which_line_of_which_layer_says_so()
    {
        _folder.Write("org.json", Org);
        var file = _folder.Write("repo/ai-tool-policy.json",
            """
            { "name": "Repo", "extends": "../org.json",
              "unknown": "deny",
              "rules": [
                { "tools": ["*"], "action": "warn", "paths": ["src/**"] } ],
              "exemptions": { "maxDays": 30 } }
            """);

        var ran = await Ran.Of("policy", "show", "--resolved", "--policy", file);

        Assert.Equal(0, ran.Code);
        Assert.StartsWith("policy 'Repo' under 'Org' 7\nsha256:", ran.Output, StringComparison.Ordinal);
        Assert.Contains("Layers, the lowest first:\n  'Repo', 1 rule\n    ai-tool-policy.json\n    sha256:", ran.Output, StringComparison.Ordinal);
        var lines = ran.Output.Split('\n').Select(line => string.Join(" ", line.Split(' ', StringSplitOptions.RemoveEmptyEntries))).ToList();
        Assert.Contains("default notice ../org.json(2,14)", lines);
        Assert.Contains("unknown deny ai-tool-policy.json(2,14)", lines);
        Assert.Contains("generic notice built in", lines);
        Assert.Contains("locked true ../org.json(9,13)", lines);
        Assert.Contains("exemptions.maxDays 30 ai-tool-policy.json(5,30)", lines);
        Assert.Contains("exemptions.require justification, owner, expires built in", lines);
        Assert.Contains("warn *; in src/**", lines);
        Assert.Contains("deny acme-api; from 2026-08-01 on, warn until then", lines);
        Assert.Contains("rule 'no-acme', ../org.json(4,5)", lines);
    }

    [Fact]
    public async Task Show_speaks_json()
    {
        var file = _folder.Write("repo/ai-tool-policy.json", Org);

        using var json = JsonDocument.Parse((await Ran.Of("policy", "show", "--resolved", "--format", "json", "--policy", file)).Output);

        Assert.Equal("ai-tool-policy.json", json.RootElement.GetProperty("layers")[0].GetProperty("path").GetString());
        var rule = json.RootElement.GetProperty("entries").EnumerateArray().Single(entry => entry.GetProperty("key").GetString() == "rules");
        Assert.Equal(("no-acme", 4), (rule.GetProperty("id").GetString(), rule.GetProperty("places")[0].GetProperty("line").GetInt32()));
    }

    [Fact]
    public async Task Diff_tells_looser_from_stricter_and_fails_on_request()
    {
        var old = _folder.Write("old.json", Org);
        var looser = _folder.Write("new.json", Org.Replace("2026-08-01", "2027-01-01", StringComparison.Ordinal).Replace("\"default\": \"notice\"", "\"default\": \"warn\"", StringComparison.Ordinal));

        var ran = await Ran.Of("policy", "diff", old, looser);

        Assert.Equal(0, ran.Code);
        Assert.Contains("Looser:\n  acme-api: deny → warn from 2026-08-01 on (rule 'no-acme' → rule 'no-acme')\n    old.json(4,5) → new.json(4,5)\n", ran.Output, StringComparison.Ordinal);
        Assert.Contains("Stricter:\n  'default': notice → warn\n    old.json(2,14) → new.json(2,14)\n", ran.Output, StringComparison.Ordinal);
        Assert.Equal(1, (await Ran.Of("policy", "diff", old, looser, "--no-loosening")).Code);
        Assert.Equal((0, "Neither looser nor stricter.\n"), ((await Ran.Of("policy", "diff", old, old, "--no-loosening")) is var same ? (same.Code, same.Output) : default));
    }

    [Fact]
    public async Task Diff_sees_what_is_gone_with_a_layer()
    {
        _folder.Write("org.json", Org);
        var old = _folder.Write("old.json", """{ "extends": "org.json", "default": "notice" }""");
        var gone = _folder.Write("new.json", """{ "default": "notice" }""");

        var ran = await Ran.Of("policy", "diff", old, gone, "--no-loosening");

        Assert.Equal(1, ran.Code);
        Assert.Contains("'locked': true → false", ran.Output, StringComparison.Ordinal);
        Assert.Contains("'catalog' knows nuget 'Acme' of acme-api no more", ran.Output, StringComparison.Ordinal);
        Assert.Contains("'exemptions.maxDays': 90 → no limit", ran.Output, StringComparison.Ordinal);
        Assert.Contains("acme-api: warn → notice before 2026-08-01 (rule 'no-acme' → 'default')", ran.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Preview_groups_what_a_coming_day_brings_by_rule_and_project()
    {
        _folder.Write("repo/ai-tool-policy.json", Org);
        _folder.Write("repo/src/A/A.csproj", Scan.Project("Acme"));
        _folder.Write("repo/src/B/B.csproj", Scan.Project("Acme", "Other"));

        var ran = await Ran.Of("preview", _folder.In("repo"), "--on", "2026-08-01");

        Assert.Equal(0, ran.Code);
        Assert.StartsWith("On 2026-08-01 (22 days from now), policy 'Org' 7:\n\nrule 'no-acme', ai-tool-policy.json(4,5): 2 errors\n  src/A/A.csproj: 1 error\n    src/A/A.csproj(3,5): error AITP1001: ", ran.Output, StringComparison.Ordinal);
        Assert.Contains("  src/B/B.csproj: 1 error\n", ran.Output, StringComparison.Ordinal);
        Assert.Contains(": 2 warnings\n", (await Ran.Of("preview", _folder.In("repo"), "--on", "2026-07-31")).Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2026-07-09", "2026-07-09 is past (2026-07-10 is today); a preview looks ahead.")]
    [InlineData("tomorrow", "'tomorrow' is no day")]
    public async Task Preview_of_no_coming_day_is_refused(string on, string expected)
    {
        var ran = await Ran.Of("preview", _folder.In("repo"), "--on", on);

        Assert.Equal(2, ran.Code);
        Assert.Contains(expected, ran.Error, StringComparison.Ordinal);
    }
}
