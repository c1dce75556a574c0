using AiToolPolicy.Engine.Inspection;
using AiToolPolicy.Engine.Inspection.Dependencies;

namespace AiToolPolicy.Engine.Tests.Inspection;

/// <summary>Input that is broken by accident or on purpose: never an exception, never silence.</summary>
public class HostileFilesTests
{
    [Theory]
    [InlineData("a.csproj", "<Project>\n<ItemGroup><PackageReference Include=\"Acme\" /></Oops></Project>", "a.csproj(2,49)", 1)]
    [InlineData("a.csproj", "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><Project>&x;</Project>", "a.csproj(1,1)", 0)]
    [InlineData("a.csproj", "not XML", "a.csproj(1,1)", 0)]
    [InlineData("packages.config", "<packages><package id=\"Acme\" version=\"1\" /><", "packages.config(1,45)", 1)]
    [InlineData("package.json", "{ \"dependencies\": { \"acme\": \"1\" }", "package.json(1,34)", 1)]
    [InlineData("global.json", "<<<<<<< HEAD\n{}", "global.json(1,1)", 0)]
    [InlineData("dotnet-tools.json", "{ \"tools\": { \"Acme\": }", "dotnet-tools.json(1,22)", 0)]
    [InlineData("packages.lock.json", "{ \"version\": 1, nope }", "packages.lock.json(1,17)", 0)]
    [InlineData("obj/project.assets.json", "{ \"targets\": { \"net8.0\": { \"Acme/1.0\": {", "obj/project.assets.json(1,41)", 0)]
    public void A_malformed_file_is_a_problem_at_its_place(string path, string text, string place, int evidence)
    {
        var context = Sample.Inspect(ReferenceSites.None, InputFile.Of(path, text));

        Assert.Equal(place, Assert.Single(context.Problems).Location.ToString());
        Assert.Equal(evidence, context.Evidence.Count);
    }

    [Theory]
    [InlineData("a.csproj")]
    [InlineData("package.json")]
    [InlineData("global.json")]
    [InlineData("dotnet-tools.json")]
    [InlineData("packages.lock.json")]
    [InlineData("packages.config")]
    [InlineData("project.assets.json")]
    [InlineData("app.cs")]
    public void A_file_that_cannot_be_read_is_a_problem_and_an_empty_one_is_not(string path)
    {
        var unreadable = Sample.Check("{ \"default\": \"deny\" }", new InputFile(path, () => FileText.Failed("it is larger than 4 MiB")));

        Assert.Equal($"{path}(1,1): warning AITP3005: Could not be inspected: it is larger than 4 MiB", Rendered.Lines(unreadable.Findings));
        Assert.Empty(Sample.Check("{ \"default\": \"deny\" }", InputFile.Of(path, " \n")).Findings);
    }

    [Theory]
    [InlineData("package.json", "[]")]
    [InlineData("package.json", "{ \"dependencies\": [ \"acme\" ], \"overrides\": 1, \"bundledDependencies\": true }")]
    [InlineData("package.json", "{ \"dependencies\": { \"x\": 1, \"y\": null, \"z\": [ \"acme\" ] } }")]
    [InlineData("global.json", "{ \"msbuild-sdks\": \"Acme\" }")]
    [InlineData("dotnet-tools.json", "{ \"tools\": [ \"Acme\" ] }")]
    [InlineData("packages.lock.json", "{ \"dependencies\": { \"net8.0\": [ \"Acme\" ], \"x\": { \"Acme\": \"1.0\", \"Globex.Kit\": { \"type\": 1 } } } }")]
    [InlineData("project.assets.json", "{ \"targets\": { \"net8.0\": { \"Acme/1.0\": 1, \"Globex.Kit/1\": { \"type\": 7 } } }, \"project\": 1 }")]
    [InlineData("project.assets.json", "{ \"targets\": [], \"x\": { \"Acme/1\": {} } }")]
    public void Wrong_types_are_passed_over(string path, string text) => Assert.Equal("", Sample.Evidence(path, text));

    [Fact]
    public void A_fault_of_ours_costs_one_file_and_says_so()
    {
        var result = Sample.Check(
            "{ \"default\": \"deny\" }",
            new InputFile("a.csproj", () => throw new InvalidOperationException("disk \u001b gone")),
            Sample.Project("<PackageReference Include=\"Acme\" />"));

        Assert.Equal(
            """a.csproj(1,1): warning AITP3006: AiToolPolicy failed while reading a.csproj: InvalidOperationException: disk \u{001B} gone Please report this; the result is incomplete.""",
            Rendered.Lines(result.Findings.Take(1)));
        Assert.Equal("AITP1001", result.Findings[1].Rule.Id);
    }

    [Fact]
    public void Cancelling_is_no_fault() => Assert.Throws<OperationCanceledException>(
        () => Sample.Check(null, new InputFile("a.csproj", () => throw new OperationCanceledException())));

    [Fact]
    public void Properties_that_hold_each_other_many_times_over_do_not_fill_the_memory()
    {
        var properties = string.Concat(Enumerable.Range(0, 30).Select(i => $"<P{i}>$(P{i + 1})$(P{i + 1})$(P{i + 1})</P{i}>")) + "<P30>" + new string('x', 100_000) + "</P30>";
        var items = string.Concat(Enumerable.Repeat("<PackageReference Include=\"$(P0)\" Version=\"$(P3)\" />", 2_000));

        Assert.Equal("", Sample.Evidence("a.csproj", $"<Project><PropertyGroup>{properties}</PropertyGroup><ItemGroup>{items}<PackageReference Remove=\"Acme\" /></ItemGroup></Project>"));
    }

    [Fact]
    public void What_a_file_says_is_made_safe_to_print()
    {
        var context = Sample.Inspect(ReferenceSites.None,
            Sample.Project("<PackageReference Include=\"Acme.&#x202E;##vso[x]\" />"),
            InputFile.Of("package.json", "{ \"dependencies\": { \"a\\u001b/acme\": \"1\" } }"),
            InputFile.Of(".acme/\u001b[2J", ""));

        Assert.DoesNotContain(context.Evidence, e => e.What.Any(char.IsControl) || e.What.Contains('\u202E', StringComparison.Ordinal) || e.What.Contains("##vso[", StringComparison.Ordinal));
        Assert.Equal(3, context.Evidence.Count);
    }

    [Fact]
    public void The_order_of_files_changes_nothing()
    {
        InputFile[] files = [Sample.Project("<PackageReference Include=\"Acme\" />", "b.csproj"), Sample.Project("<PackageReference Include=\"Acme\" />", "a.csproj"), InputFile.Of("ACME.md", "")];

        Assert.Equal(Sample.Findings("{ \"default\": \"deny\" }", files), Sample.Findings("{ \"default\": \"deny\" }", files.Reverse()));
        Assert.Equal(3, Sample.Check(null, files).FilesInspected);
    }

    [Theory]
    [InlineData("tr-TR")]
    [InlineData("th-TH")]
    [InlineData("ar-SA")]
    public void The_culture_of_the_machine_changes_no_finding(string culture)
    {
        const string policy = """{ "default": "deny", "rules": [ { "id": "i", "tools": ["JURISDICTION:us", "vendor:globex"], "action": "deny", "effective": "2026-10-01" } ] }""";
        InputFile[] files =
        [
            Sample.Project("<PACKAGEREFERENCE INCLUDE=\"GLOBEX.KIT;globex.kit.acme\" VERSION=\"1.0\" /><packagereference include=\"CONTOSO.COPILOT.IDE\" />", "src/APP.VBPROJ"),
            InputFile.Of("DOTNET-TOOLS.JSON", "{ \"tools\": { \"ACME.CODE.CLI\": {} } }"),
        ];
        var expected = Rendered.Lines(Sample.Check(policy, files).Findings);
        using var _ = new Culture(culture);

        Assert.Equal(expected, Rendered.Lines(Sample.Check(policy, files).Findings));
        Assert.Equal(6, expected.Split('\n').Length);
    }
}
