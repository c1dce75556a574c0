namespace AiToolPolicy.Engine.Tests.Inspection.Agents;

public class AgentPluginTests
{
    [Theory]
    [InlineData("plugins/notes/plugin.json", """{ "name": "notes", "skills": "./skills/" }""", "(1,20)-(1,28)", "skills")]
    [InlineData("plugins/notes/plugin.json", """{ "name": "notes", "agents": ["./agents/"] }""", "(1,20)-(1,28)", "agents")]
    [InlineData("marketplace.json", """{ "plugins": [{ "name": "notes", "source": "./notes" }] }""", "(1,3)-(1,12)", "plugins")]
    [InlineData("hooks/hooks.json", """{ "hooks": { "PreToolUse": [{ "matcher": "Write" }] } }""", "(1,14)-(1,26)", "PreToolUse")]
    [InlineData("hooks/borealis-hooks.json", """{ "hooks": { "sessionStart": [{ "command": "./start" }] } }""", "(1,14)-(1,28)", "sessionStart")]
    [InlineData("hooks/hooks.json", """{ "hooks": { "Stop": [{ "hooks": [{ "command": "./stop" }] }] } }""", "(1,14)-(1,20)", "Stop")]
    public void What_stands_in_the_file_tells(string path, string text, string place, string sign) =>
        Assert.Equal($"{place}: AgentFile Configured: File '{path}' ('{sign}' in it) is ?", Seen.In(path, text));

    [Theory]
    [InlineData("plugin.json", """{ "name": "Panel", "type": "panel", "id": "acme-panel" }""")]
    [InlineData("plugin.json", """{ "skills": "./skills/" }""")]
    [InlineData("plugin.json", """{ "name": "Team", "agents": 4 }""")]
    [InlineData("i18n/en/marketplace.json", """{ "title": "Marketplace", "plugins": "Plugins" }""")]
    [InlineData("marketplace.json", """{ "plugins": [] }""")]
    [InlineData("hooks.json", """{ "hooks": { "pre-commit": ["lint"] } }""")]
    [InlineData("webhooks.json", """{ "hooks": [{ "url": "https://example.com" }] }""")]
    [InlineData("hooks.json", "{ {{ values }} }")]
    [InlineData("hooks.json", """{ "hooks": { "Stop": [{ "command": "./stop" }] } }""")]
    [InlineData("hooks.json", """{ "hooks": { "Stop": [] } }""")]
    public void The_name_alone_does_not(string path, string text) => Assert.Equal("", Seen.In(path, text));
}
