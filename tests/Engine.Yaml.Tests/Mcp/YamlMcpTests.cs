using AiToolPolicy.Engine.Catalog;
using AiToolPolicy.Engine.Tests.Inspection;
using AiToolPolicy.Engine.Yaml.Mcp;

namespace AiToolPolicy.Engine.Yaml.Tests.Mcp;

public class YamlMcpTests
{
    [Theory]
    [InlineData("mcpServers:\n  - name: s\n    command: npx\n    args:\n      - -y\n      - '«@acme/code@1.2»'\n")]
    [InlineData("name: mine\nmcpServers:\n  s:\n    type: stdio\n    command: npx\n    args: [ '-y', '«@acme/code@1.2»' ]\n")]
    [InlineData("tools:\n  mcp_servers:\n    s: { command: [npx, -y, «@acme/code@1.2»] }\n")]
    [InlineData("extensions:\n  s:\n    enabled: true\n    type: stdio\n    cmd: npx\n    args: [-y, «@acme/code@1.2»]\n")]
    [InlineData("extensions:\n  s:\n    config:\n      type: stdio\n      cmd: npx\n      args: [-y, «@acme/code@1.2»]\n")]
    [InlineData("extensions:\n- type: stdio\n  name: s\n  cmd: npx\n  args: [-y, «@acme/code@1.2»]\n")]
    public void Every_shape_of_configuration_is_read(string marked) =>
        Assert.Equal("Configured MCP server 's' (npm package '@acme/code') 1.2", See(marked));

    [Theory]
    [InlineData("extensions:\n  s: { enabled: false, type: stdio, cmd: npx, args: [«@acme/code»] }\n")]
    [InlineData("mcpServers:\n  s: { disabled: true, command: npx, args: [«@acme/code»] }\n")]
    public void A_server_that_is_switched_off_is_a_mention(string marked) => Assert.Equal("Mention MCP server 's' (npm package '@acme/code')", See(marked));

    [Fact]
    public void Variables_are_named_and_a_server_in_no_catalog_is_a_suspect() => Assert.Equal(
        """
        Suspect: Configured MCP server 's' (host 'mcp.example')
        Configured Variable 'ACME_KEY' on Setting
        """,
        See("mcpServers:\n  s:\n    url: «https://mcp.example/sse»\n    env:\n      «ACME_KEY»: hush\n"));

    [Theory]
    [InlineData("extensions:\n  - type: stdio\n  - acme\n")]
    [InlineData("extensions:\n  s: { type: builtin, name: developer }\n  t: { type: stdio }\n")]
    [InlineData("spec:\n  extensions: [ { type: other, cmd: acme } ]\n")]
    [InlineData("mcpServers: []\n")]
    [InlineData("mcpServers: true\nservers:\n  s: { command: npx, args: [ '@acme/code' ] }\n")]
    public void What_is_no_server_is_silent(string text) => Assert.Equal("", See(text));

    private static string See(string marked) => SurfaceSample.SeeMarked(new YamlMcpInspector(), ".acme/config.yaml", marked, Surface.McpServer);
}
