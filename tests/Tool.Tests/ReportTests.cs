using System.Text.Json;
using AiToolPolicy.Engine;
using AiToolPolicy.Engine.Edits;
using AiToolPolicy.Engine.Text;
using AiToolPolicy.Files.Tests;
using AiToolPolicy.Tool.Remedies;
using AiToolPolicy.Tool.Reports;
using NJsonSchema;

namespace AiToolPolicy.Tool.Tests;

public sealed class ReportTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public ReportTests()
    {
        _folder.Write("ai-tool-policy.json", Scan.Policy);
        _folder.Write("a b/50%#ä.csproj", Scan.Project("Acme", "OpenAI", "Acme"));
        _folder.Write("src/ACME.md", "Be nice.");
        _folder.WriteBytes("src/Broken.csproj", [0xFF]);
        _folder.Write("z/App.csproj", Scan.Project("Acme"));
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Text_groups_findings_by_file_and_ends_with_the_summary()
    {
        var groups = (await Scan.Run(_folder.Path)).Output.Split("\n\n");

        Assert.Equal(["a b/50%#ä.csproj", "src/ACME.md", "src/Broken.csproj", "z/App.csproj"], groups.SkipLast(1).Select(group => group.Split('(')[0]));
        Assert.StartsWith("policy 'Test policy' 1, as of 2026-07-10: ", groups[^1], StringComparison.Ordinal);
        Assert.EndsWith("exempted\n", groups[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Group_by_tool_has_a_line_for_each_tool_with_its_strongest_surface_first()
    {
        _folder.Write("src/.config/dotnet-tools.json", """{ "tools": { "Acme": { "version": "1.0.0" } } }""");

        var lines = (await Scan.Run(_folder.Path, "--group", "tool")).Lines;

        Assert.Equal(
            [
                "error: acme-api by acme · dependency: 3 in package · installed: 1 in manifest",
                "warning: acme-code by acme · instructions: 1 in agent-file",
                "notice: openai-api by openai · dependency: 1 in package",
            ],
            lines.Take(3));
        Assert.StartsWith("src/Broken.csproj(1,1): warning AITP3005: ", lines[3], StringComparison.Ordinal);
        Assert.Equal((await Scan.Run(_folder.Path)).Summary, lines[^1]);
    }

    [Fact]
    public async Task Json_lists_the_tools_with_what_was_seen_on_each_surface()
    {
        using var json = JsonDocument.Parse((await Scan.Run(_folder.Path, "--format", "json")).Output);
        var tools = json.RootElement.GetProperty("tools");

        Assert.Equal(["acme-api", "acme-code", "openai-api"], tools.EnumerateArray().Select(tool => tool.GetProperty("id").GetString()));
        Assert.Equal(
            """{"surface":"package","strength":"dependency","findings":3,"seen":["Acme"]}""",
            JsonSerializer.Serialize(tools[0].GetProperty("surfaces")[0]));
    }

    [Fact]
    public async Task Group_that_is_none_is_told_which_there_are()
    {
        var scan = await Scan.Run(_folder.Path, "--group", "vendor");

        Assert.Equal(2, scan.Code);
        Assert.Contains("'file'", scan.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Colours_change_nothing_but_the_colour()
    {
        var plain = await Scan.Run(_folder.Path);
        var coloured = await Scan.Run([_folder.Path], true, TestContext.Current.CancellationToken);

        Assert.DoesNotContain('\u001b', plain.Output);
        Assert.Contains("\u001b[", coloured.Output, StringComparison.Ordinal);
        Assert.Equal(plain.Output, System.Text.RegularExpressions.Regex.Replace(coloured.Output, "\u001b\\[[0-9;]*m", ""));
    }

    [Fact]
    public async Task Names_from_the_repository_cannot_command_a_terminal_or_a_pipeline()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows refuses these names.");
        _folder.Write("::error file=x::\u001b[2J\n##vso[task.complete]/App.csproj", Scan.Project("Acme"));

        var scan = await Scan.Run(_folder.Path);

        Assert.DoesNotContain('\u001b', scan.Output);
        Assert.DoesNotContain(scan.Lines, line => line.StartsWith("::", StringComparison.Ordinal) || line.Contains("##vso[", StringComparison.Ordinal));
        Assert.Contains(scan.Lines, line => line.StartsWith(@": :error file=x::\u{001B}[2J\u{000A}# #vso[task.complete]/App.csproj(3,5): error", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Same_repository_gives_the_same_report()
    {
        foreach (var format in (string[])["text", "sarif", "json"])
        {
            Assert.Equal((await Scan.Run(_folder.Path, "--format", format)).Output, (await Scan.Run(_folder.Path, "--format", format)).Output);
        }
    }

    [Fact]
    public async Task No_report_names_an_absolute_path()
    {
        foreach (var format in (string[])["text", "sarif", "json"])
        {
            Assert.DoesNotContain(_folder.Path, (await Scan.Run(_folder.Path, "--format", format)).Output, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("sarif", "sarif-2.1.0.json")]
    [InlineData("json", "ai-tool-policy-report.schema.json")]
    public async Task Report_is_valid_by_its_schema(string format, string schema)
    {
        var valid = await SchemaOf(schema);

        Assert.Empty(valid.Validate((await Scan.Run(_folder.Path, "--format", format)).Output));
        Assert.Empty(valid.Validate((await Scan.Run(_folder.Path, "--policy", "none.json", "--format", format)).Output));
        Assert.Empty(valid.Validate((await Scan.Run(_folder.In("src"), "--as-of", "2026-01-01", "--format", format)).Output));
    }

    [Theory]
    [InlineData("sarif", "sarif-2.1.0.json")]
    [InlineData("json", "ai-tool-policy-report.schema.json")]
    public async Task Report_with_nearer_policies_and_advice_is_valid_by_its_schema(string format, string schema)
    {
        _folder.Write("src/ai-tool-policy.json", """{ "name": "Nearer", "default": "deny" }""");
        var place = new Location("src/A.csproj", 3, 5, 3, 9);
        var workspace = Workspace.Open(_folder.Path, null, TestContext.Current.CancellationToken);
        var result = PolicyCheck.Run(workspace.Request(Scan.Today, null, TestContext.Current.CancellationToken));
        var report = new Report(result, true, 1) { Advice = [new Advice(place, "Use another."), new Advice(place, "Change it.", new VersionChange(place, "<a />", "<b />"))] };

        var text = report.Render(format, hasColour: false);

        Assert.Empty((await SchemaOf(schema)).Validate(text));
        Assert.Contains("Use another.", text, StringComparison.Ordinal);
        Assert.Contains("<b />", text, StringComparison.Ordinal);
        Assert.Contains(format == "json" ? "\"name\": \"Nearer\"" : "'Nearer'", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("sarif", "sarif-2.1.0.json", "\"level\": \"error\"", "\"level\": \"fatal\"")]
    [InlineData("sarif", "sarif-2.1.0.json", "\"startLine\": 3", "\"startLine\": 0")]
    [InlineData("json", "ai-tool-policy-report.schema.json", "\"severity\": \"error\"", "\"severity\": \"fatal\"")]
    [InlineData("json", "ai-tool-policy-report.schema.json", "\"line\": 3", "\"line\": 0")]
    public async Task Schema_refuses_a_report_that_is_wrong(string format, string schema, string right, string wrong)
    {
        var report = (await Scan.Run(_folder.Path, "--format", format)).Output;

        Assert.Contains(right, report, StringComparison.Ordinal);
        Assert.NotEmpty((await SchemaOf(schema)).Validate(report.Replace(right, wrong, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Json_report_says_the_same_as_the_text()
    {
        using var json = JsonDocument.Parse((await Scan.Run(_folder.Path, "--format", "json")).Output);
        var text = await Scan.Run(_folder.Path);
        var root = json.RootElement;

        Assert.Equal("violation", root.GetProperty("result").GetString());
        Assert.False(root.GetProperty("complete").GetBoolean());
        Assert.Equal(text.Summary, root.GetProperty("summary").GetString());
        Assert.Equal(5, root.GetProperty("files").GetProperty("listed").GetInt32());
        Assert.Equal(
            text.Lines.Where(line => line.Contains(" AITP", StringComparison.Ordinal)),
            root.GetProperty("findings").EnumerateArray().Select(Line));
    }

    [Fact]
    public async Task Json_report_tells_a_policy_problem()
    {
        using var json = JsonDocument.Parse((await Scan.Run(_folder.Path, "--policy", _folder.In("none.json"), "--format", "json")).Output);

        Assert.Equal("policy-problem", json.RootElement.GetProperty("result").GetString());
        Assert.Equal(JsonValueKind.Null, json.RootElement.GetProperty("policy").ValueKind);
    }

    [Fact]
    public async Task Sarif_report_says_the_same_as_the_text()
    {
        using var json = JsonDocument.Parse((await Scan.Run(_folder.Path, "--format", "sarif")).Output);
        var text = await Scan.Run(_folder.Path);

        Assert.Equal(
            text.Lines.Where(line => line.Contains(" AITP", StringComparison.Ordinal)),
            json.RootElement.GetProperty("runs")[0].GetProperty("results").EnumerateArray().Select(SarifLine));
    }

    private static string Line(JsonElement finding)
    {
        var place = finding.GetProperty("location");
        return $"{place.GetProperty("path")}({place.GetProperty("line")},{place.GetProperty("column")}): {finding.GetProperty("severity")} {finding.GetProperty("rule")}: {finding.GetProperty("message")}";
    }

    private static string SarifLine(JsonElement result)
    {
        var place = result.GetProperty("locations")[0].GetProperty("physicalLocation");
        var path = Uri.UnescapeDataString(place.GetProperty("artifactLocation").GetProperty("uri").GetString()!);
        var region = place.GetProperty("region");
        var level = result.GetProperty("level").GetString()!.Replace("note", "notice", StringComparison.Ordinal);
        return $"{path}({region.GetProperty("startLine")},{region.GetProperty("startColumn")}): {level} {result.GetProperty("ruleId")}: {result.GetProperty("message").GetProperty("text")}";
    }

    private static Task<JsonSchema> SchemaOf(string name) => JsonSchema.FromFileAsync(Path.Combine(AppContext.BaseDirectory, "Schemas", name));
}
