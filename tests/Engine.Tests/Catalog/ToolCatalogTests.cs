using AiToolPolicy.Engine.Catalog;

namespace AiToolPolicy.Engine.Tests.Catalog;

public class ToolCatalogTests
{
    [Theory]
    [InlineData("Acme", "acme-api")]
    [InlineData("ACME", "acme-api")]
    [InlineData("Acme.Anything", "acme-api")]
    [InlineData("acme.code.cli", "acme-code")]
    [InlineData("Acme.Code.Cli.Extras", "acme-api")]
    [InlineData("AcmeTools", "")]
    [InlineData("Contoso.Acme", "")]
    [InlineData("Globex.Kit.Acme", "globex-kit acme-api")]
    [InlineData("Contoso.Copilot.Kit", "?")]
    [InlineData("Acme.Copilot", "acme-api")]
    [InlineData("", "")]
    public void An_exact_id_wins_over_a_prefix_and_a_prefix_over_a_suspect(string id, string tools) =>
        Assert.Equal(tools, Tools(Sample.Catalog.Find(SignatureKind.Nuget, id)));

    [Theory]
    [InlineData("1.9.9", "globex-kit")]
    [InlineData("2.0.0", "acme-api")]
    [InlineData("2.0.0-beta", "globex-kit")]
    [InlineData("[2.1.0, )", "acme-api")]
    [InlineData("1.*", "globex-kit")]
    [InlineData(null, "acme-api globex-kit")]
    [InlineData("$(Unknown)", "acme-api globex-kit")]
    public void The_version_decides_between_the_owners_of_an_id(string? version, string tools) =>
        Assert.Equal(tools, Tools(Sample.Catalog.Find(SignatureKind.Nuget, "Turncoat", version)));

    [Fact]
    public void A_file_that_many_tools_read_is_one_tools_in_its_own_folder()
    {
        var catalog = new ToolCatalog(Sample.Read(
            One("a", "{ \"kind\": \"path\", \"value\": \"**/.a/**\", \"match\": \"glob\" }"),
            One("b", "{ \"kind\": \"path\", \"value\": \"**/.b/**\", \"match\": \"glob\", \"needsSecondSign\": true }"),
            "{ \"generic\": [ { \"kind\": \"path\", \"value\": \"**/AGENTS.md\", \"match\": \"glob\" } ] }"));

        Assert.Equal("a", Tools(catalog.FindPath(".a/AGENTS.md")));
        Assert.Equal("?", Tools(catalog.FindPath(".b/AGENTS.md")));
        Assert.Equal("?", Tools(catalog.FindPath("src/AGENTS.md")));
    }

    [Fact]
    public void Of_two_prefixes_the_longer_wins()
    {
        var catalog = new ToolCatalog(Sample.Read(One("a", "{ \"kind\": \"model\", \"value\": \"x\", \"match\": \"prefix\" }"), One("b", "{ \"kind\": \"model\", \"value\": \"x-1\", \"match\": \"prefix\" }")));

        Assert.Equal("b", Tools(catalog.Find(SignatureKind.Model, "x-12")));
        Assert.Equal("a", Tools(catalog.Find(SignatureKind.Model, "x-2")));
    }

    [Theory]
    [InlineData("nuget", "value", true)]
    [InlineData("npm", "value", true)]
    [InlineData("pypi", "value", true)]
    [InlineData("host", "value", true)]
    [InlineData("vscode-extension", "value", true)]
    [InlineData("github-action", "value", true)]
    [InlineData("docker-image", "value", true)]
    [InlineData("assembly", "value", true)]
    [InlineData("env", "value", false)]
    [InlineData("command", "value", false)]
    [InlineData("namespace", "value", false)]
    [InlineData("go", "value", false)]
    [InlineData("cargo", "value", false)]
    [InlineData("maven", "value", false)]
    [InlineData("editor-setting", "value", false)]
    public void Case_counts_where_the_ecosystem_says_so(string kind, string value, bool ignoresCase)
    {
        var catalog = new ToolCatalog(Sample.Read(One("a", $"{{ \"kind\": \"{kind}\", \"value\": \"{value}\" }}")));
        Assert.True(Words<SignatureKind>.TryParse(kind, out var parsed));

        Assert.Single(catalog.Find(parsed, value));
        Assert.Equal(ignoresCase, catalog.Find(parsed, "VALUE").Count == 1);
        Assert.Equal(ignoresCase, catalog.Knows(parsed, "VALUE"));
    }

    [Theory]
    [InlineData("domain", "acme.example", "acme.example api.acme.example API.ACME.EXAMPLE", "notacme.example acme.example.org")]
    [InlineData("prefix", "acme.", "acme.example", "api.acme.example")]
    [InlineData("glob", "*.acme.*", "api.acme.example a.acme.b.c", "acme.example api.acme")]
    [InlineData("exact", "acme.example", "acme.example", "api.acme.example")]
    public void A_host_is_compared_as_its_signature_says(string match, string value, string matches, string others)
    {
        var catalog = new ToolCatalog(Sample.Read(One("a", $"{{ \"kind\": \"host\", \"value\": \"{value}\", \"match\": \"{match}\" }}")));

        Assert.All(matches.Split(' '), host => Assert.True(catalog.Knows(SignatureKind.Host, host), host));
        Assert.All(others.Split(' '), host => Assert.False(catalog.Knows(SignatureKind.Host, host), host));
    }

    [Theory]
    [InlineData("Acme.Client", true)]
    [InlineData("Acme.Client.Models", true)]
    [InlineData("Acme.Clients", false)]
    [InlineData("Acme", false)]
    [InlineData("acme.client", false)]
    public void A_namespace_covers_its_children(string name, bool isKnown)
    {
        var catalog = new ToolCatalog(Sample.Read(One("a", "{ \"kind\": \"namespace\", \"value\": \"Acme.Client\", \"match\": \"namespace\" }")));

        Assert.Equal(isKnown, catalog.Knows(SignatureKind.Namespace, name));
    }

    [Theory]
    [InlineData("ACME.md", "acme-code")]
    [InlineData("docs/ACME.md", "acme-code")]
    [InlineData("docs/acme.md", "")]
    [InlineData("src/.acme/x/y.json", "acme-code")]
    [InlineData(".acme/.acme/ACME.md", "acme-code")]
    [InlineData("AGENTS.md", "?")]
    [InlineData("src/acme/x.json", "")]
    public void A_path_leads_to_whose_file_it_is(string path, string tools) => Assert.Equal(tools, Tools(Sample.Catalog.FindPath(path)));

    [Fact]
    public void An_own_tool_replaces_the_known_one_of_its_id()
    {
        var own = Sample.Read("""{ "vendor": { "id": "acme", "name": "Acme Ltd" }, "tools": [ { "id": "acme-code", "name": "Ours", "category": "ide", "signatures": [ { "kind": "nuget", "value": "Ours.Code" } ] } ] }""");
        var catalog = Sample.Catalog.With(own);

        Assert.Equal("Ours", catalog.Tool("acme-code")!.Name);
        Assert.Equal("acme-code", Tools(catalog.Find(SignatureKind.Nuget, "Ours.Code")));
        Assert.Equal("acme-api", Tools(catalog.Find(SignatureKind.Nuget, "Acme.Code.Cli")));
        Assert.Equal("Acme Code", Sample.Catalog.Tool("acme-code")!.Name);
        Assert.Same(Sample.Catalog, Sample.Catalog.With(CatalogData.Empty));
    }

    private static string One(string tool, string signature) =>
        $"{{ \"vendor\": {{ \"id\": \"v-{tool}\" }}, \"tools\": [ {{ \"id\": \"{tool}\", \"category\": \"c\", \"signatures\": [ {signature} ] }} ] }}";

    private static string Tools(IEnumerable<Signature> signatures) => string.Join(" ", signatures.Select(s => s.Tool?.Id ?? "?"));
}
