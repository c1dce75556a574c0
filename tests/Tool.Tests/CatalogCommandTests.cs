using System.Text.Json;
using AiToolPolicy.Engine.Catalog;
using AiToolPolicy.Engine.Tests.Documents;
using AiToolPolicy.Files.Tests;

namespace AiToolPolicy.Tool.Tests;

public sealed class CatalogCommandTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("Claude Code", "claude-code · Claude Code by Anthropic (anthropic, US) · agent-cli")]
    [InlineData("claude CODE", "claude-code · Claude Code by Anthropic (anthropic, US) · agent-cli")]
    [InlineData("@openai/codex-sdk", "openai-codex · OpenAI Codex by OpenAI (openai, US) · agent-cli · npm @openai/codex-sdk")]
    [InlineData("ANTHROPIC_AUTH", "anthropic-api · Anthropic API by Anthropic (anthropic, US) · llm-api · env ANTHROPIC_AUTH_TOKEN")]
    [InlineData("no such thing", "No tool of the catalog has 'no such thing' in its name or in a sign.")]
    public async Task Search_finds_by_name_and_by_sign(string word, string line)
    {
        var (code, output, _) = await Run("search", word);

        Assert.Equal(0, code);
        Assert.Contains(line, output.Split('\n'));
    }

    [Fact]
    public async Task Show_gives_all_signs_with_confidence_and_source()
    {
        var (code, output, _) = await Run("show", "openai-codex");

        Assert.Equal(0, code);
        Assert.StartsWith("OpenAI Codex", output, StringComparison.Ordinal);
        Assert.Contains("\nnpm\n  @openai/codex ", output, StringComparison.Ordinal);
        Assert.Matches("\n  \\*\\*/\\.codex/config\\.toml \\(glob, role mcp-config.*\\) · high · .+\n", output);
    }

    [Fact]
    public async Task Every_tool_can_be_shown_with_every_sign()
    {
        foreach (var tool in CompiledCatalog.Embedded.Tools)
        {
            using var json = JsonDocument.Parse((await Run("show", tool.Id, "--format", "json")).Output);

            var known = CompiledCatalog.Embedded.Signatures.Where(s => s.Tool?.Id == tool.Id).Select(s => s.Value).Order(StringComparer.Ordinal);
            var signatures = json.RootElement.GetProperty("signatures").EnumerateArray().ToList();
            Assert.Equal(known, signatures.Select(s => s.GetProperty("value").GetString()!).Order(StringComparer.Ordinal));
            Assert.All(signatures, s => Assert.NotEqual("", s.GetProperty("source").GetString()));
        }
    }

    [Theory]
    [InlineData("show", "claude-cod", "", "No tool 'claude-cod' is in the catalog. Did you mean 'claude-code'?")]
    [InlineData("list", "--vendor", "microsfot", "No vendor 'microsfot' is in the catalog. Did you mean 'microsoft'?")]
    [InlineData("list", "--category", "agent-cly", "No category 'agent-cly' is in the catalog. Did you mean 'agent-cli'?")]
    [InlineData("verify", "none.json", "", "'none.json' cannot be read: it is not there.")]
    public async Task A_name_that_is_none_is_told_the_nearest(string verb, string first, string second, string message)
    {
        var (code, _, error) = await Run([verb, first, .. second.Length == 0 ? Array.Empty<string>() : [second]]);

        Assert.Equal(2, code);
        Assert.Equal($"ai-tool-policy: {message}", error.Trim());
    }

    [Fact]
    public async Task List_takes_a_vendor_and_a_category()
    {
        using var json = JsonDocument.Parse((await Run("list", "--vendor", "github", "--category", "agent-cli", "--format", "json")).Output);

        Assert.Equal("github-copilot-cli", Assert.Single(json.RootElement.GetProperty("tools").EnumerateArray()).GetProperty("id").GetString());
        Assert.Equal(CompiledCatalog.Embedded.Tools.Count, (await Run("list")).Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
    }

    [Fact]
    public async Task Every_file_of_the_catalog_and_every_sample_is_right()
    {
        foreach (var file in Directory.GetFiles(Path.Combine(Repository.Root, "policy/catalog"), "*.json").Append(Path.Combine(Repository.Root, "policy/samples/inventory.json")))
        {
            var (code, output, _) = await Run("verify", file);

            Assert.Equal("", string.Join("\n", output.Split('\n').Where(line => line.Contains("error", StringComparison.Ordinal))));
            Assert.Equal(0, code);
        }
    }

    [Fact]
    public async Task The_entry_that_the_readme_shows_is_right()
    {
        var readme = Repository.Read("README.md");
        var start = readme.IndexOf("{\n  \"id\": \"contoso-assistant\"", StringComparison.Ordinal);
        var entry = readme[start..readme.IndexOf("\n```", start, StringComparison.Ordinal)];
        var file = _folder.Write("own.json", $$"""{ "vendor": { "id": "contoso", "name": "Contoso" }, "tools": [ {{entry}} ] }""");

        Assert.Equal((0, "1 tool, 2 signatures, 0 problems\n", ""), await Run("verify", file));
    }

    [Fact]
    public async Task Each_mistake_of_an_addition_is_reported_at_its_line()
    {
        var file = _folder.Write("policy.json", """
            { "default": "notice", "catalog": [ { "vendor": { "id": "contoso" }, "tools": [
              { "id": "helper", "category": "agent-cli", "modelVendor": "anthropc", "signatures": [
                { "kind": "nuget", "value": "Contoso.Helper.", "match": "prefix", "matches": ["ContosoHelper"], "ignores": ["Contoso.Helper.Core"] },
                { "kind": "npm", "value": "@contoso/", "match": "prefix" },
                { "kind": "npm", "value": "openai" },
                { "kind": "host", "value": "contoso.example", "match": "domian" },
                { "kind": "path", "value": "**/.cursor/rules/**", "match": "glob", "matches": [".cursor/rules/a.mdc"], "ignores": ["x"] },
                { "kind": "command", "value": "helper", "colour": "blue" },
                { "kind": "npm", "value": "contoso-bots", "aloneInVersions": ">=2" } ] } ] } ] }
            """);

        var (code, output, _) = await Run("verify", file);

        Assert.Equal(2, code);
        Assert.Equal(
            """
            (2,61): No vendor 'anthropc' is in the catalog. Did you mean 'anthropic'?
            (3,83): The signature does not match 'ContosoHelper'.
            (3,113): The signature matches 'Contoso.Helper.Core', which it must ignore.
            (4,31): '@contoso/' is no exact value: give examples of what it matches and of what it must ignore.
            (5,31): 'openai' is a sign of 'openai-api' already: both tools would be reported.
            (6,60): 'domian' is no value of 'match'. Did you mean 'domain'? Valid values: exact, prefix, glob, domain, namespace, word.
            (8,45): Unknown key 'colour'. Valid keys: kind, value, match, confidence, source, versions, role, framework, modelVendor, needsSecondSign, aloneInVersions, readBy, note, matches, ignores.
            (9,66): 'aloneInVersions' says nothing without 'needsSecondSign': such a sign counts alone in every version. 'versions' says in which it holds at all.
            """.ReplaceLineEndings("\n"),
            string.Join("\n", output.Split('\n').Where(line => line.Contains("): error AITP3001: ", StringComparison.Ordinal)).Select(line => line[file.Length..].Replace(" error AITP3001:", "", StringComparison.Ordinal))));
        Assert.EndsWith("\n1 tool, 7 signatures, 8 problems\n", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{ \"rules\": [] }", "(1,1): error AITP3001: There is nothing of a catalog here: write 'vendor' and 'tools', or a policy with 'catalog'.")]
    [InlineData("{ \"vendor\": ", "(1,13): error AITP3001: ")]
    public async Task What_is_no_catalog_is_told(string text, string expected)
    {
        var (code, output, _) = await Run("verify", _folder.Write("x.json", text));

        Assert.Equal(2, code);
        Assert.Contains(expected, output, StringComparison.Ordinal);
    }

    private static async Task<(int Code, string Output, string Error)> Run(params string[] arguments)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var code = await Cli.RunAsync(["catalog", .. arguments], new Surroundings(output, error, Scan.Today), TestContext.Current.CancellationToken);
        return (code, output.ToString(), error.ToString());
    }
}
