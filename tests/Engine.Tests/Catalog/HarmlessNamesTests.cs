using AiToolPolicy.Engine.Catalog;

namespace AiToolPolicy.Engine.Tests.Catalog;

/// <summary>Names that hold the word of a suspect and are known to be no AI tool.</summary>
public class HarmlessNamesTests
{
    private const string Words = """
        { "generic": [], "suspects": [
          { "kind": "npm", "value": "copilot", "match": "word", "confidence": "low" },
          { "kind": "npm", "value": "@ui-copilot/", "match": "prefix", "role": "harmless" },
          { "kind": "npm", "value": "copilot-of-ships", "role": "harmless" } ] }
        """;

    private static readonly ToolCatalog Catalog = new(Sample.Read(Words));

    [Theory]
    [InlineData("@ui-copilot/chat-input", false)]
    [InlineData("copilot-of-ships", false)]
    [InlineData("copilot-of-ships2", true)]
    [InlineData("@ui/copilot", true)]
    [InlineData("@acme/ui-copilot", true)]
    [InlineData("ui-copilot", true)]
    public void They_are_no_suspects_and_look_alikes_are(string package, bool isSuspect)
    {
        Assert.Equal(isSuspect, Catalog.Find(SignatureKind.Npm, package) is [{ IsSuspect: true }]);
        Assert.Equal(isSuspect, Catalog.Knows(SignatureKind.Npm, package));
    }

    [Fact]
    public void The_sign_of_a_tool_is_one_all_the_same() => Assert.Equal("t", Assert.Single(new ToolCatalog(Sample.Read(Words, """
        { "vendor": { "id": "v" }, "tools": [ { "id": "t", "category": "c", "signatures": [ { "kind": "npm", "value": "@ui-copilot/cli", "role": "harmless" } ] } ] }
        """)).Find(SignatureKind.Npm, "@ui-copilot/cli")).Tool?.Id);

    [Fact]
    public void An_own_catalog_takes_no_suspect_away()
    {
        var own = Catalog.With(Sample.Read("""{ "generic": [], "suspects": [ { "kind": "npm", "value": "copilot-cli", "role": "harmless" } ] }"""));

        Assert.True(Assert.Single(own.Find(SignatureKind.Npm, "copilot-cli")).IsSuspect);
    }

    [Theory]
    [InlineData("@fluentui-copilot/react-copilot", false)]
    [InlineData("@fluentui-copilot/chat-input-plugins", false)]
    [InlineData("@fluentui/react-copilot", true)]
    public void The_shipped_catalog_tells_components_for_chats_from_tools(string package, bool isSuspect) =>
        Assert.Equal(isSuspect, CompiledCatalog.Embedded.Find(SignatureKind.Npm, package) is [{ IsSuspect: true }]);

    [Theory]
    [InlineData("ksivamuthu/aws-copilot-github-action", false)]
    [InlineData("acme/copilot-review", true)]
    public void The_shipped_catalog_tells_actions_of_a_like_name_from_tools(string action, bool isSuspect) =>
        Assert.Equal(isSuspect, CompiledCatalog.Embedded.Find(SignatureKind.GithubAction, action) is [{ IsSuspect: true }]);
}
