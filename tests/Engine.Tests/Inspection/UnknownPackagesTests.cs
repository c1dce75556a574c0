using AiToolPolicy.Engine.Catalog;
using AiToolPolicy.Engine.Inspection;
using AiToolPolicy.Engine.Inspection.Dependencies;
using AiToolPolicy.Engine.Json;
using AiToolPolicy.Engine.Text;

namespace AiToolPolicy.Engine.Tests.Inspection;

/// <summary>What packages say of themselves, by the product's catalog.</summary>
public class UnknownPackagesTests
{
    private const string Assets = """
        {
          "targets": { "net10.0": {
            "Contoso.Web/2.0.0": { "type": "package", "dependencies": { "Contoso.Notes": "1.4.0" } },
            "Contoso.Notes/1.4.0": { "type": "package" } } },
          "libraries": {
            "Contoso.Web/2.0.0": { "type": "package", "path": "contoso.web/2.0.0" },
            "Contoso.Notes/1.4.0": { "type": "package", "path": "contoso.notes/1.4.0" },
            "Shop/1.0.0": { "type": "project", "path": "../Shop/Shop.csproj" } },
          "packageFolders": { "/one/": {}, "/two/": {} },
          "project": { "frameworks": { "net10.0": { "dependencies": { DIRECT } } } }
        }
        """;

    [Theory]
    [InlineData("<packageTypes><packageType name='McpServer' /></packageTypes>", "package type 'McpServer'")]
    [InlineData("<tags>notes mcp-server</tags>", "tag 'mcp-server'")]
    [InlineData("<tags>Notes;LLM</tags>", "tag 'llm'")]
    [InlineData("<tags>notes, openai, ai</tags>", "tag 'openai'")]
    [InlineData("<tags>ai mcp</tags>", "tag 'ai'")]
    [InlineData("<tags>ai</tags><description>Notes with OpenAI.</description>", "tag 'ai'")]
    [InlineData("<description>Runs Large Language Models (LLMs), on your machine.</description>", "'large language models' in its description")]
    [InlineData("<title>Notes</title><summary>An MCP server\nfor notes</summary>", "'mcp server' in its description")]
    public void A_package_that_says_what_it_is_counts(string metadata, string expected) => Assert.Equal(expected, Claim(metadata)?.Phrase);

    [Theory]
    [InlineData("")]
    [InlineData("<tags>ai</tags>")]
    [InlineData("<tags>mcp i2c gpio mcp23017</tags>")]
    [InlineData("<tags>gemini ini parser</tags>")]
    [InlineData("<tags>ai AI</tags>")]
    [InlineData("<tags>openair agents-of-change</tags><description>Dubai agents book llmx trips</description>")]
    [InlineData("<tags>machine-learning neural-networks nlp</tags><description>Classifies pictures with a neural network.</description>")]
    [InlineData("<description>Reads what OpenAI and others put into a robots.txt.</description>")]
    [InlineData("<dependencies><dependency id='OpenAI' version='2.0.0' /></dependencies>")]
    [InlineData("</metadata>")]
    public void A_package_that_says_too_little_does_not(string metadata) => Assert.Null(Claim(metadata));

    [Fact]
    public void It_is_placed_at_the_reference_with_its_version() =>
        Assert.Equal(
            "App.csproj(2,3): notice AITP1020: Package 'Contoso.Notes' (tag 'llm') 1.4.0, direct reference · says that it is an AI tool, but is in no catalog · no policy, inventory only",
            Found("Contoso.Notes", Project("Contoso.Notes")));

    [Fact]
    public void Behind_another_package_it_is_placed_at_that_one_with_the_way_to_it() =>
        Assert.Equal(
            "App.csproj(2,3): notice AITP1020: Package 'Contoso.Notes' (tag 'llm') 1.4.0, transitive: Contoso.Web 2.0.0 → Contoso.Notes 1.4.0 · says that it is an AI tool, but is in no catalog · no policy, inventory only",
            Found("Contoso.Web", Project("Contoso.Web")));

    [Theory]
    [InlineData("""{ "unknown": "deny" }""", "error AITP1020")]
    [InlineData("""{ "unknown": "warn" }""", "warning AITP1020")]
    [InlineData("""{ "unknown": "ignore" }""", "")]
    [InlineData("""{ "unknown": "deny", "catalog": [ { "vendor": { "id": "us", "name": "Us" }, "tools": [ { "id": "ours", "name": "Ours", "category": "sdk", "signatures": [ { "kind": "nuget", "value": "Contoso.Notes" } ] } ] } ], "rules": [ { "tools": ["ours"], "action": "allow" } ] }""", "")]
    public void The_policy_decides(string policy, string expected)
    {
        var loaded = AiToolPolicy.Engine.Policies.PolicyFile.Load(new SourceFile("ai-tool-policy.json", policy), CompiledCatalog.Embedded);
        var claims = Find("Contoso.Notes", loaded.Catalog);
        var evidence = claims.SelectMany(claim => UnknownPackages.Evidence(claim, Graphs("Contoso.Notes"), new ReferenceSites([Project("Contoso.Notes")]), Location.StartOf("App.csproj")));
        var findings = PolicyCheck.Run(new CheckRequest(loaded, [], Sample.Today) { MoreEvidence = [.. evidence] }).Findings;

        Assert.Equal(expected, string.Join("", findings.Where(f => f.Rule.Id == "AITP1020").Select(f => $"{f.Severity.ToString().ToLowerInvariant()} {f.Rule.Id}")));
    }

    [Fact]
    public void A_folder_outside_of_the_packages_is_not_read()
    {
        var assets = Json("""{ "libraries": { "X/1.0.0": { "type": "package", "path": "../../etc/x" } }, "packageFolders": { "/one/": {} } }""");

        Assert.Empty(UnknownPackages.Find(assets, CompiledCatalog.Embedded, path => throw new InvalidOperationException(path)));
    }

    private static PackageClaim? Claim(string metadata) =>
        PackageManifest.Claim("X", new SourceFile("x.nuspec", $"<package xmlns=\"http://schemas.microsoft.com/packaging/2013/05/nuspec.xsd\"><metadata><id>X</id>{metadata}</metadata></package>"), CompiledCatalog.Embedded);

    private static string Found(string direct, InputFile project)
    {
        var evidence = Find(direct, CompiledCatalog.Embedded).SelectMany(claim => UnknownPackages.Evidence(claim, Graphs(direct), new ReferenceSites([project]), Location.StartOf("App.csproj")));
        return Rendered.Lines(PolicyCheck.Run(new CheckRequest(Engine.Policies.LoadedPolicy.None(CompiledCatalog.Embedded), [], Sample.Today) { MoreEvidence = [.. evidence] }).Findings);
    }

    private static IReadOnlyList<PackageClaim> Find(string direct, ToolCatalog catalog) => UnknownPackages.Find(Json(AssetsOf(direct)), catalog, path => path switch
    {
        "/two/contoso.notes/1.4.0/contoso.notes.nuspec" => FileText.Of("<package><metadata><tags>llm</tags></metadata></package>"),
        "/one/contoso.web/2.0.0/contoso.web.nuspec" => FileText.Of("<package><metadata><tags>web</tags></metadata></package>"),
        _ => FileText.Failed("it is not there."),
    });

    private static IReadOnlyList<AssetsGraph> Graphs(string direct) => [.. AssetsGraph.Read(Json(AssetsOf(direct)))];

    private static string AssetsOf(string direct) => Assets.Replace("DIRECT", $"\"{direct}\": {{ \"target\": \"Package\" }}", StringComparison.Ordinal);

    private static JsonObject Json(string text) => (JsonObject)JsonReader.Read(new SourceFile("project.assets.json", text), JsonOptions.Relaxed).Root!;

    private static InputFile Project(string id) => InputFile.Of("App.csproj", $"<Project><ItemGroup>\n  <PackageReference Include=\"{id}\" />\n</ItemGroup></Project>");
}
