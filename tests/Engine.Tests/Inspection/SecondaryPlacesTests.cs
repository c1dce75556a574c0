using AiToolPolicy.Engine.Inspection;

namespace AiToolPolicy.Engine.Tests.Inspection;

public class SecondaryPlacesTests
{
    private const string Deny = """{ "rules": [ { "tools": ["acme-pilot"], "action": "deny" } ] }""";

    private const string Both = """{ "rules": [ { "tools": ["acme-pilot", "acme-api"], "action": "deny" } ] }""";

    [Theory]
    [InlineData("docs/PILOT.md", "")]
    [InlineData("src/doc/a/PILOT.md", "")]
    [InlineData("vendor/x/PILOT.md", "")]
    [InlineData("lib/PILOT.md", "lib/** linguist-vendored")]
    [InlineData("lib/a/PILOT.md", "# all\nlib/** text linguist-generated=true")]
    [InlineData("lib/a/PILOT.md", "PILOT.md linguist-documentation")]
    [InlineData("lib/a/PILOT.md", "lib/** -linguist-vendored\n/lib/a/* linguist-vendored")]
    public void Instructions_there_are_mentioned_not_denied(string path, string attributes) => Assert.Equal("mention notice", Judged(path, attributes));

    [Theory]
    [InlineData("PILOT.md", "PILOT.md linguist-vendored")]
    [InlineData("src/PILOT.md", "")]
    [InlineData("src/docs.md/PILOT.md", "")]
    [InlineData("src/mydocs/PILOT.md", "doc/** linguist-vendored")]
    [InlineData("lib/PILOT.md", "lib/** linguist-vendored=false")]
    [InlineData("lib/PILOT.md", "lib/** linguist-vendored\nlib/** -linguist-vendored")]
    [InlineData("lib/PILOT.md", "lib/** linguist-vendored\n*.md !linguist-vendored")]
    [InlineData("lib/PILOT.md", "# lib/** linguist-vendored")]
    [InlineData("lib/PILOT.md", "[attr]lib linguist-vendored")]
    [InlineData(".docs/docs/PILOT.md", "* linguist-vendored")]
    public void Elsewhere_and_where_it_binds_everybody_they_are_denied(string path, string attributes) => Assert.Equal("instructions error", Judged(path, attributes));

    [Fact]
    public void A_deeper_file_has_the_last_word() =>
        Assert.Equal("instructions error", Judged("lib/PILOT.md", "lib/** linguist-vendored", InputFile.Of("lib/.gitattributes", "*.md -linguist-vendored")));

    [Theory]
    [InlineData("docs/.acme/settings.json", "{}", "mention notice")]
    [InlineData("lib/.acme/settings.json", "{}", "mention notice")]
    [InlineData(".acme/settings.json", "{}", "configured error")]
    [InlineData("lib/package.json", "{ \"dependencies\": { \"@acme/a\": \"1.0.0\" } }", "mention notice")]
    [InlineData("docs/package.json", "{ \"dependencies\": { \"@acme/a\": \"1.0.0\" } }", "mention notice")]
    [InlineData("package.json", "{ \"dependencies\": { \"@acme/a\": \"1.0.0\" } }", "dependency error")]
    [InlineData("docs/setup.sh", "acme-agent run", "mention notice")]
    [InlineData("docs/.vscode/extensions.json", "{ \"recommendations\": [\"acme.pilot\"] }", "mention notice")]
    [InlineData("docs/appsettings.json", "{ \"Acme\": { \"ApiKey\": \"\" } }", "mention notice")]
    [InlineData("docs/sample-mcp.json", "{ \"mcpServers\": { \"acme-search\": { \"command\": \"node\" } } }", "mention notice")]
    public void Whatever_is_written_there_is_mentioned(string path, string text, string expected) =>
        Assert.Equal(expected, Judged(Both, path, text, "lib/** linguist-vendored"));

    [Theory]
    [InlineData("docs/Site/Site.csproj")]
    [InlineData("lib/Tool/Tool.csproj")]
    [InlineData("third_party/Directory.Build.props")]
    public void A_project_counts_in_full_wherever_it_stands(string path) =>
        Assert.Equal("dependency error", Judged(Both, path, "<Project><ItemGroup><PackageReference Include=\"Acme.Mcp\" Version=\"1.0.0\" /></ItemGroup></Project>", "lib/** linguist-vendored linguist-generated"));

    [Theory]
    [InlineData("web/package-lock.json linguist-generated", "dependency error")]
    [InlineData("web/** linguist-vendored", "mention notice")]
    public void A_lock_file_is_generated_and_counts_in_full(string attributes, string expected) =>
        Assert.Equal(expected, Judged(Both, "web/package-lock.json", "{ \"packages\": { \"\": { \"dependencies\": { \"@acme/a\": \"1\" } }, \"node_modules/@acme/a\": { \"version\": \"1.0.0\" } } }", attributes));

    private static string Judged(string path, string attributes, params InputFile[] more) => Judged(Deny, path, "{}", attributes, more);

    private static string Judged(string policy, string path, string text, string attributes, params InputFile[] more)
    {
        var finding = Assert.Single(Seen.Check(policy, [InputFile.Of(path, text), InputFile.Of(".gitattributes", attributes), .. more]).Findings);
        return $"{finding.Subject!.Strength} {finding.Severity.ToString().ToLowerInvariant()}";
    }
}
