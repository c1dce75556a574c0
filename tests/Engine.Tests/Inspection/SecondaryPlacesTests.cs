using AiToolPolicy.Engine.Inspection;

namespace AiToolPolicy.Engine.Tests.Inspection;

public class SecondaryPlacesTests
{
    private const string Deny = """{ "rules": [ { "tools": ["acme-pilot"], "action": "deny" } ] }""";

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

    [Fact]
    public void What_is_configured_there_counts_in_full() =>
        Assert.Equal("configured error", Judged("docs/.acme/settings.json", "** linguist-vendored"));

    private static string Judged(string path, string attributes, params InputFile[] more)
    {
        var finding = Assert.Single(Seen.Check(Deny, [InputFile.Of(path, "{}"), InputFile.Of(".gitattributes", attributes), .. more]).Findings);
        return $"{finding.Subject!.Strength} {finding.Severity.ToString().ToLowerInvariant()}";
    }
}
