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
    public void An_own_entry_adds_to_a_known_tool_and_changes_nothing_of_it()
    {
        var own = Sample.Read("""{ "vendor": { "id": "acme", "name": "Acme Ltd", "jurisdiction": "XX" }, "tools": [ { "id": "acme-code", "name": "Ours", "category": "ide", "signatures": [ { "kind": "nuget", "value": "Ours.Code" } ] } ] }""");
        var catalog = Sample.Catalog.With(own);

        Assert.Same(Sample.Catalog.Tool("acme-code"), catalog.Tool("acme-code"));
        Assert.Same(Sample.Catalog.Vendor("acme"), catalog.Vendor("acme"));
        Assert.Same(Sample.Catalog.Tool("acme-code"), Assert.Single(catalog.Find(SignatureKind.Nuget, "Ours.Code")).Tool);
        Assert.Equal("acme-code", Tools(catalog.Find(SignatureKind.Nuget, "Acme.Code.Cli")));
        Assert.Equal("acme-code", Tools(catalog.FindPath("ACME.md")));
        Assert.Same(Sample.Catalog, Sample.Catalog.With(CatalogData.Empty));
    }

    [Theory]
    [InlineData("{ \"kind\": \"nuget\", \"value\": \"Acme\" }", "Acme", "acme-api own")]
    [InlineData("{ \"kind\": \"nuget\", \"value\": \"Acme.Chat\" }", "Acme.Chat", "acme-api own")]
    [InlineData("{ \"kind\": \"nuget\", \"value\": \"Acme.Chat.\", \"match\": \"prefix\" }", "Acme.Chat.Core", "acme-api own")]
    [InlineData("{ \"kind\": \"nuget\", \"value\": \"Acme.Code.Cli\" }", "Acme.Code.Cli", "acme-code own")]
    [InlineData("{ \"kind\": \"nuget\", \"value\": \"A\", \"match\": \"prefix\" }", "Acme.Code.Cli", "acme-code own")]
    [InlineData("{ \"kind\": \"nuget\", \"value\": \"Contoso.Copilot\" }", "Contoso.Copilot", "own")]
    [InlineData("{ \"kind\": \"nuget\", \"value\": \"acme\", \"match\": \"word\" }", "Acme", "acme-api")]
    public void An_own_sign_hides_no_known_one(string signature, string package, string expected)
    {
        var catalog = Sample.Catalog.With(Sample.Read(One("own", signature)));

        Assert.Equal(expected, string.Join(" ", catalog.Find(SignatureKind.Nuget, package).Select(s => s.Tool?.Id ?? "?").Order(StringComparer.Ordinal)));
        Assert.True(catalog.Knows(SignatureKind.Nuget, package));
    }

    [Fact]
    public void An_own_sign_makes_a_known_one_no_weaker()
    {
        var catalog = Sample.Catalog.With(Sample.Read("""
            { "vendor": { "id": "acme" }, "tools": [ { "id": "acme-api", "category": "llm-api", "signatures": [
              { "kind": "nuget", "value": "Acme", "confidence": "low", "needsSecondSign": true }, { "kind": "nuget", "value": "Acme.Weak", "confidence": "high" } ] } ] }
            """));

        Assert.Equal((Confidence.High, false), Assert.Single(catalog.Find(SignatureKind.Nuget, "Acme")) is var acme ? (acme.Confidence, acme.NeedsSecondSign) : default);
        Assert.Equal(Confidence.High, Assert.Single(catalog.Find(SignatureKind.Nuget, "Acme.Weak")).Confidence);
    }

    [Fact]
    public void An_own_path_hides_no_known_one()
    {
        var catalog = Sample.Catalog.With(Sample.Read(One("own", "{ \"kind\": \"path\", \"value\": \"src/docs/AGENTS.md\", \"match\": \"glob\" }, { \"kind\": \"path\", \"value\": \"docs/ACME.md\", \"match\": \"glob\" }")));

        Assert.Equal("? own", Tools(catalog.FindPath("src/docs/AGENTS.md")));
        Assert.Equal("acme-code own", Tools(catalog.FindPath("docs/ACME.md")));
    }

    private static string One(string tool, string signature) =>
        $"{{ \"vendor\": {{ \"id\": \"v-{tool}\" }}, \"tools\": [ {{ \"id\": \"{tool}\", \"category\": \"c\", \"signatures\": [ {signature} ] }} ] }}";

    private static string Tools(IEnumerable<Signature> signatures) => string.Join(" ", signatures.Select(s => s.Tool?.Id ?? "?"));
}
