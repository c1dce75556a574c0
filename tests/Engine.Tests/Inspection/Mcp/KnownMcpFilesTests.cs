using AiToolPolicy.Engine.Catalog;
using AiToolPolicy.Engine.Inspection;
using AiToolPolicy.Engine.Inspection.Dependencies;
using AiToolPolicy.Engine.Inspection.Mcp;
using AiToolPolicy.Engine.Policies;

namespace AiToolPolicy.Engine.Tests.Inspection.Mcp;

/// <summary>The files in which tools keep their MCP servers, each in its own shape, by the product's catalog.</summary>
public class KnownMcpFilesTests
{
    private const string Server = "{ 'command': 'npx', 'args': ['-y', 'contoso-notes@1.4.0'] }";

    [Theory]
    [InlineData(".mcp.json", "{ 'mcpServers': { 'notes': SERVER } }")]
    [InlineData("mcp.json", "{ 'servers': { 'notes': SERVER } }")]
    [InlineData("mcp_servers.json", "{ 'mcpServers': { 'notes': SERVER } }")]
    [InlineData("mcp-config.json", "{ 'servers': { 'notes': SERVER } }")]
    [InlineData("tools/team-mcp.jsonc", "// ours\n{ 'mcpServers': { 'notes': SERVER, } }")]
    [InlineData("mcp-servers.json", "{ 'notes': SERVER }")]
    [InlineData("collection/mcps/notes.json", "{ 'mcpServers': { 'notes': SERVER } }")]
    [InlineData(".vscode/mcp.json", "{ 'servers': { 'notes': SERVER } }")]
    [InlineData(".vs/mcp.json", "{ 'servers': { 'notes': SERVER } }")]
    [InlineData(".vscode/settings.json", "{ 'mcp': { 'servers': { 'notes': SERVER } } }")]
    [InlineData(".cursor/mcp.json", "{ 'mcpServers': { 'notes': SERVER } }")]
    [InlineData(".roo/mcp.json", "{ 'mcpServers': { 'notes': SERVER } }")]
    [InlineData(".kilocode/mcp.json", "{ 'mcpServers': { 'notes': SERVER } }")]
    [InlineData(".kiro/settings/mcp.json", "{ 'mcpServers': { 'notes': SERVER } }")]
    [InlineData(".junie/mcp/mcp.json", "{ 'mcpServers': { 'notes': SERVER } }")]
    [InlineData(".amazonq/mcp.json", "{ 'mcpServers': { 'notes': SERVER } }")]
    [InlineData(".windsurf/mcp_config.json", "{ 'mcpServers': { 'notes': SERVER } }")]
    [InlineData("cline_mcp_settings.json", "{ 'mcpServers': { 'notes': SERVER } }")]
    [InlineData("claude_desktop_config.json", "{ 'mcpServers': { 'notes': SERVER } }")]
    [InlineData(".claude/settings.json", "{ 'mcpServers': { 'notes': SERVER } }")]
    [InlineData(".claude-plugin/plugin.json", "{ 'name': 'p', 'mcpServers': { 'notes': SERVER } }")]
    [InlineData("plugins/notes/plugin.json", "{ 'name': 'p', 'mcpServers': { 'notes': SERVER } }")]
    [InlineData(".claude-plugin/marketplace.json", "{ 'plugins': [ { 'name': 'p', 'mcpServers': { 'notes': SERVER } } ] }")]
    [InlineData("gemini-extension.json", "{ 'mcpServers': { 'notes': SERVER } }")]
    [InlineData(".gemini/settings.json", "{ 'mcpServers': { 'notes': SERVER } }")]
    [InlineData(".qwen/settings.json", "{ 'mcpServers': { 'notes': SERVER } }")]
    [InlineData(".amp/settings.json", "{ 'amp.mcpServers': { 'notes': SERVER } }")]
    [InlineData(".zed/settings.json", "{ 'context_servers': { 'notes': SERVER } }")]
    [InlineData("opencode.json", "{ 'mcp': { 'notes': { 'type': 'local', 'command': ['npx', '-y', 'contoso-notes@1.4.0'] } } }")]
    [InlineData("opencode.jsonc", "{ 'mcp': { 'notes': { 'type': 'local', 'command': ['npx', '-y', 'contoso-notes@1.4.0'] } } }")]
    [InlineData("crush.json", "{ 'mcp': { 'notes': SERVER } }")]
    [InlineData(".continue/config.json", "{ 'experimental': { 'modelContextProtocolServers': [ { 'transport': SERVER } ] } }")]
    [InlineData(".agents/config.json", "{ 'mcpServers': { 'notes': SERVER } }")]
    [InlineData(".amazonq/cli-agents/team.json", "{ 'mcpServers': { 'notes': SERVER } }")]
    [InlineData(".devcontainer/devcontainer.json", "{ 'customizations': { 'vscode': { 'mcp': { 'servers': { 'notes': SERVER } } } } }")]
    [InlineData("shop.code-workspace", "{ 'settings': { 'mcp': { 'servers': { 'notes': SERVER } } } }")]
    [InlineData(".codex/config.toml", "[mcp_servers.notes]\ncommand = 'npx'\nargs = ['-y', 'contoso-notes@1.4.0']")]
    [InlineData(".vibe/config.toml", "[[mcp_servers]]\nname = 'notes'\ncommand = 'npx'\nargs = ['-y', 'contoso-notes@1.4.0']")]
    public void Its_servers_are_seen(string path, string text) =>
        Assert.Equal(["npm package 'contoso-notes' 1.4.0"], In(path, text.Replace("SERVER", Server, StringComparison.Ordinal)));

    [Theory]
    [InlineData("src/i18n/en/mcp.json", "{ 'title': 'MCP servers', 'servers': { 'add': { 'title': 'Add' } }, 'mcpServers': { 'add': { 'label': 'Add', 'hint': 'npx …' } } }")]
    [InlineData("mcp-certificates.json", "{ 'exams': { 'az': { 'url-title': 'x' } } }")]
    [InlineData("mcp23017.json", "{ 'pins': { 'a': { 'type': 'gpio' } } }")]
    [InlineData("data/mcp-list.json", "[ { 'name': 'a', 'url': 'https://contoso.example' } ]")]
    [InlineData("mcp-api.json", "{ 'links': { 'home': { 'url': 'https://contoso.example' } } }")]
    [InlineData("plugin.json", "{ 'mcpServers': './.mcp.json' }")]
    [InlineData("tsconfig.json", "{ 'compilerOptions': { 'paths': { 'mcpServers': ['x'] } } }")]
    public void Other_json_has_none(string path, string text) => Assert.Empty(In(path, text));

    [Theory]
    [InlineData("src/mcp.json", "{ 'servers': { 'notes': SERVER } }", "MCP configuration 'src/mcp.json'")]
    [InlineData("src/i18n/en/mcp.json", "{ 'title': 'MCP servers', 'servers': { 'add': { 'title': 'Add' } } }", "")]
    [InlineData("src/mcp.json", "{ 'servers': { } }", "")]
    [InlineData("server.json", "{ '$schema': 'https://static.modelcontextprotocol.io/schemas/2025-12-11/server.schema.json', 'name': 'io.github.contoso/notes' }", "MCP configuration 'server.json'")]
    [InlineData("server.json", "{ '$schema': 'https://contoso.example/server.schema.json', 'port': 80, 'hosts': { 'a': { 'url': 'https://contoso.example' } } }", "")]
    [InlineData(".mcp.json", "{ }", "MCP configuration '.mcp.json'")]
    public void A_file_whose_name_is_nobodys_is_a_configuration_when_it_lists_servers_or_is_the_listing_of_one(string path, string text, string expected)
    {
        var result = PolicyCheck.Run(new CheckRequest(
            LoadedPolicy.None(CompiledCatalog.Embedded), [InputFile.Of(path, text.Replace("SERVER", Server, StringComparison.Ordinal).Replace('\'', '"'))], Sample.Today));

        Assert.Equal(expected, string.Join(", ", result.Findings.Where(f => f.Subject?.Surface == "agent-file").Select(f => f.Message.Split(" · ")[0])));
    }

    private static IEnumerable<string> In(string path, string text)
    {
        var file = InputFile.Of(path, path.EndsWith(".toml", StringComparison.Ordinal) ? text : text.Replace('\'', '"'));
        var context = new InspectionContext(CompiledCatalog.Embedded, ReferenceSites.None, new CentralVersions([]));
        Assert.True(new McpConfigInspector().Reads(file));
        new McpConfigInspector().Inspect(file, context);
        Assert.Empty(context.Problems);
        return context.Evidence.Where(e => e.Surface == Surface.McpServer).Select(e => $"{e.What[(e.What.IndexOf('(', StringComparison.Ordinal) + 1)..^1]} {e.Version}");
    }
}
