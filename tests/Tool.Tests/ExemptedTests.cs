using System.Text.Json;
using AiToolPolicy.Files.Tests;
using NJsonSchema;

namespace AiToolPolicy.Tool.Tests;

public sealed class ExemptedTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public ExemptedTests()
    {
        _folder.Write("ai-tool-policy.json", Scan.Policy);
        _folder.Write("a/App.csproj", Scan.Project("Acme"));
        _folder.Write("b/ACME.md", "Be nice.");
        _folder.Write("ai-tool-exemptions.json", "{ \"exemptions\": [\n" + Record("acme-api", "2026-09-30") + ",\n" + Record("acme-code", "2026-07-20") + "\n] }");
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Exempted_findings_are_counted_and_nothing_fails()
    {
        var scan = await Scan.Run(_folder.Path);

        Assert.Equal(0, scan.Code);
        Assert.Equal(["ai-tool-exemptions.json(3,123): notice AITP2003"], scan.Lines.SkipLast(1).Select(line => string.Join(": ", line.Split(": ").Take(2))));
        Assert.EndsWith("0 errors, 0 warnings, 1 notice, 2 exempted", scan.Summary, StringComparison.Ordinal);
    }

    [Fact]
    public async Task They_are_listed_on_request_and_what_ends_first_comes_first()
    {
        var listed = (await Scan.Run(_folder.Path, "--show-exempted")).Lines.Where(line => line.Contains("exempted AITP", StringComparison.Ordinal)).ToList();

        Assert.Equal(2, listed.Count);
        Assert.StartsWith("b/ACME.md(1,1): exempted AITP1006: ", listed[0], StringComparison.Ordinal);
        Assert.EndsWith(" · exempted until 2026-07-20 by jane@contoso.example: Needed until the importer is gone.", listed[0], StringComparison.Ordinal);
        Assert.StartsWith("a/App.csproj(3,5): exempted AITP1001: ", listed[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sarif_has_them_as_suppressed_and_is_valid()
    {
        var text = (await Scan.Run(_folder.Path, "--format", "sarif")).Output;
        using var json = JsonDocument.Parse(text);
        var suppressed = json.RootElement.GetProperty("runs")[0].GetProperty("results").EnumerateArray().Where(result => result.TryGetProperty("suppressions", out _)).ToList();

        Assert.Empty((await SchemaOf("sarif-2.1.0.json")).Validate(text));
        Assert.Equal(["warning AITP1006", "error AITP1001"], suppressed.Select(result => $"{result.GetProperty("level")} {result.GetProperty("ruleId")}"));
        var suppression = Assert.Single(suppressed[1].GetProperty("suppressions").EnumerateArray());
        Assert.Equal(
            ("external", "accepted", "Needed until the importer is gone.", "jane@contoso.example", "2026-09-30"),
            (Text(suppression, "kind"), Text(suppression, "status"), Text(suppression, "justification"), Text(suppression.GetProperty("properties"), "owner"), Text(suppression.GetProperty("properties"), "expires")));
    }

    [Fact]
    public async Task Json_has_them_with_their_exemption_and_is_valid()
    {
        var text = (await Scan.Run(_folder.Path, "--format", "json")).Output;
        using var json = JsonDocument.Parse(text);
        var exempted = json.RootElement.GetProperty("exempted").EnumerateArray().ToList();

        Assert.Empty((await SchemaOf("ai-tool-policy-report.schema.json")).Validate(text));
        Assert.Equal(2, json.RootElement.GetProperty("counts").GetProperty("exempted").GetInt32());
        Assert.Equal(["2026-07-20", "2026-09-30"], exempted.Select(finding => Text(finding.GetProperty("exemption"), "expires")));
    }

    [Fact]
    public async Task A_mistake_in_the_file_is_unusable_and_the_finding_stays()
    {
        _folder.Write("ai-tool-exemptions.json", "{ \"exemptions\": [\n" + Record("acme-apy", "2026-09-30") + "\n] }");

        var scan = await Scan.Run(_folder.Path);

        Assert.Equal(2, scan.Code);
        Assert.Contains(scan.Lines, line => line.StartsWith("ai-tool-exemptions.json(2,11): error AITP3001: No tool 'acme-apy' is in the catalog. Did you mean 'acme-api'?", StringComparison.Ordinal));
        Assert.Contains(scan.Lines, line => line.StartsWith("a/App.csproj(3,5): error AITP1001: ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_part_of_the_repository_is_exempted_alike_and_calls_nothing_unused()
    {
        Directory.CreateDirectory(_folder.In(".git"));

        var scan = await Scan.Run(_folder.In("a"));

        Assert.Equal(0, scan.Code);
        Assert.DoesNotContain("AITP2004", scan.Output, StringComparison.Ordinal);
        Assert.EndsWith("1 exempted", scan.Summary, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_matches_nothing_is_named_unless_a_restored_graph_has_it()
    {
        _folder.Write("a/App.csproj", Scan.Project("Wrapper"));

        Assert.Contains("notice AITP2004: The exemption of 'acme-api' matches nothing", (await Scan.Run(_folder.Path)).Output, StringComparison.Ordinal);
        _folder.Write("a/obj/project.assets.json", "{ \"targets\": { \"net10.0\": { \"Wrapper/1.0.0\": { \"dependencies\": { \"Acme\": \"1.0.0\" } } } } }");
        Assert.DoesNotContain("AITP2004", (await Scan.Run(_folder.Path)).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Exemptions_beside_a_policy_from_elsewhere_count()
    {
        using var governance = new TempFolder();
        governance.Write("ai-tool-policy.json", Scan.Policy);
        File.Move(_folder.In("ai-tool-exemptions.json"), governance.In("ai-tool-exemptions.json"));

        var scan = await Scan.Run(_folder.Path, "--policy", governance.In("ai-tool-policy.json"));

        Assert.Equal(0, scan.Code);
        Assert.EndsWith("2 exempted", scan.Summary, StringComparison.Ordinal);
    }

    private static string Record(string tool, string expires) =>
        $$"""{ "tool": "{{tool}}", "justification": "Needed until the importer is gone.", "owner": "jane@contoso.example", "expires": "{{expires}}" }""";

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString()!;

    private static Task<JsonSchema> SchemaOf(string name) => JsonSchema.FromFileAsync(Path.Combine(AppContext.BaseDirectory, "Schemas", name));
}
