using AiToolPolicy.Engine.Inspection;

namespace AiToolPolicy.Engine.Tests.Inspection.Mcp;

public class McpConfigTests
{
    [Theory]
    [InlineData(".mcp.json", "{ 'mcpServers': { 's': { SERVER } } }")]
    [InlineData("a/.vscode/mcp.json", "{ 'inputs': [], 'servers': { 's': { SERVER } } }")]
    [InlineData(".acme/mcp.json", "{ 'mcpServers': { 's': { 'type': 'stdio', SERVER } } }")]
    [InlineData(".acme/settings.json", "{ 'mcp': { 's': { 'type': 'local', SERVER } } }")]
    [InlineData(".vscode/settings.json", "{ 'mcp': { 'servers': { 's': { SERVER } } } }")]
    [InlineData(".acme/settings.json", "{ 'acme.mcpServers': { 's': { SERVER } } }")]
    [InlineData(".zed/settings.json", "{ 'context_servers': { 's': { 'source': 'custom', SERVER } } }")]
    [InlineData("App.code-workspace", "{ 'settings': { 'mcp.servers': { 's': { SERVER } } } }")]
    [InlineData(".devcontainer/devcontainer.json", "{ 'customizations': { 'vscode': { 'mcp': { 'servers': { 's': { SERVER } } } } } }")]
    [InlineData("docs/mcp-sample.json", "{ 'mcpServers': [ { 'name': 's', SERVER } ] }")]
    [InlineData(".acme/plugin.json", "{ 'mcpServers': [ { 'id': 's', SERVER } ] }")]
    [InlineData(".vscode/mcp.json", "{ 'servers': [ { 'name': 's', 'type': 'stdio', SERVER } ] }")]
    [InlineData("app/config.example.json", "{ 'tools': { 'mcp': { 'servers': { 's': { SERVER } } } } }")]
    [InlineData("app/config.json", "{ 'mcp': { 'servers': [ { 'name': 's', SERVER } ] } }")]
    [InlineData("mcp.json", "{ 'experimental': { 'modelContextProtocolServers': [ { 'name': 's', 'transport': { SERVER } } ] } }")]
    [InlineData("sandbox/desktop_config.json", "{ 'mcpServers': { 's': { SERVER } } }")]
    [InlineData(".acme/mcp.toml", "[mcp_servers.s]\nSERVER_TOML")]
    [InlineData(".acme/mcp.toml", "[[mcp_servers]]\nname = 's'\nSERVER_TOML")]
    [InlineData(".acme/mcp.toml", "[mcpServers]\ns = { command = 'npx', args = [ '-y', '@acme/mcp@1.2.3' ] }")]
    public void Every_shape_of_configuration_is_read(string path, string shape)
    {
        var text = shape
            .Replace("SERVER_TOML", "command = 'npx'\nargs = [ '-y', '@acme/mcp@1.2.3' ]", StringComparison.Ordinal)
            .Replace("SERVER", "'command': 'npx', 'args': [ '-y', '@acme/mcp@1.2.3' ]", StringComparison.Ordinal)
            .Replace('\'', '"');
        var before = text[..text.IndexOf("\"@acme", StringComparison.Ordinal)].Split('\n');
        var (line, column) = (before.Length, before[^1].Length + 1);

        Assert.Equal(
            $"({line},{column})-({line},{column + 17}): McpServer Configured: MCP server 's' (npm package '@acme/mcp') 1.2.3 is acme-api",
            Seen.Inside(path, text));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \n")]
    [InlineData("// { \"servers\": {} }\n/* none */\n")]
    public void A_file_in_which_nothing_stands_is_no_problem(string text) => Assert.Equal("", Seen.Inside(".vscode/mcp.json", text));

    [Theory]
    [InlineData("/* never closed")]
    [InlineData("// a\n{")]
    [InlineData("-")]
    public void One_that_is_broken_off_is(string text) => Assert.Single(Seen.Inspect(InputFile.Of(".vscode/mcp.json", text)).Problems);

    [Theory]
    [InlineData("'command': 'npx', 'args': ['--yes', '--registry', 'https://r.example', '-p', '@acme/a', 'other']", "npm package '@acme/a'")]
    [InlineData("'command': 'npx', 'args': ['--package=@acme/a', 'other']", "npm package '@acme/a'")]
    [InlineData("'command': 'npx.cmd', 'args': ['turncoat@^2.1.0']", "npm package 'turncoat') ^2.1.0")]
    [InlineData("'command': 'npx -y @acme/a'", "npm package '@acme/a'")]
    [InlineData("'command': ['bunx', '@acme/a']", "npm package '@acme/a'")]
    [InlineData("'command': 'cmd', 'args': ['/c', 'npx', '-y', '@acme/a']", "npm package '@acme/a'")]
    [InlineData("'command': 'sh', 'args': ['-c', 'npx -y @acme/a']", "npm package '@acme/a'")]
    [InlineData("'command': 'env', 'args': ['A=b', 'pnpm', 'dlx', '@acme/a']", "npm package '@acme/a'")]
    [InlineData("'command': 'node', 'args': ['node_modules/@acme/a/dist/index.js']", "npm package '@acme/a'")]
    [InlineData("'command': 'node', 'args': ['node_modules/.bin/acme-agent']", "command 'acme-agent'")]
    [InlineData("'command': '${extensionPath}${/}bin${/}acme-agent'", "command 'acme-agent'")]
    [InlineData("'command': { 'path': 'npm', 'args': ['exec', '@acme/a'] }", "npm package '@acme/a'")]
    [InlineData("'command': '/usr/bin/uvx', 'args': ['Acme_Mcp@1.0']", "Python package 'Acme-Mcp') 1.0")]
    [InlineData("'command': 'uvx', 'args': ['--python', '3.12', '--from', 'acme-mcp[x]==1.0', 'other']", "Python package 'acme-mcp') 1.0")]
    [InlineData("'command': 'uv', 'args': ['tool', 'run', 'acme-mcp']", "Python package 'acme-mcp'")]
    [InlineData("'command': 'python3', 'args': ['-m', 'acme_mcp']", "Python package 'acme-mcp'")]
    [InlineData("'command': 'dnx', 'args': ['acme.mcp@2.0', '--yes']", "NuGet package 'acme.mcp') 2.0")]
    [InlineData("'command': 'dotnet', 'args': ['dnx', 'Acme.Mcp']", "NuGet package 'Acme.Mcp'")]
    [InlineData("'command': 'docker', 'args': ['run', '-i', '--rm', '-e', 'A', '--name=x', '-v', '/a:/b', 'acme/server:1.0']", "image 'acme/server') 1.0")]
    [InlineData("'command': 'podman', 'args': ['run', '-it', 'docker.io/acme/server@sha256:0']", "image 'acme/server'")]
    [InlineData("'command': 'docker', 'args': ['run', 'ghcr.io/acme/other']", "image 'ghcr.io/acme/other'")]
    [InlineData("'command': 'C:\\\\tools\\\\acme-agent.exe', 'args': ['mcp']", "command 'acme-agent'")]
    [InlineData("'type': 'stdio', 'container': 'ghcr.io/acme/other:v1.0', 'env': { 'A': 'b' }", "image 'ghcr.io/acme/other') v1.0")]
    [InlineData("'url': 'https://user:word@mcp.acme.example:8443/sse?token=x'", "host 'mcp.acme.example'")]
    [InlineData("'serverUrl': 'https://api.many.example/acme/mcp'", "host 'api.many.example'")]
    [InlineData("'httpUrl': 'http://localhost:11111/mcp'", "host 'localhost'")]
    [InlineData("'command': 'npx', 'args': ['-y', 'bridge', 'https://mcp.acme.example/sse']", "host 'mcp.acme.example'")]
    public void A_server_is_known_by_what_it_starts_or_where_it_is(string server, string expected)
    {
        var seen = Seen.Inside(".mcp.json", $"{{ \"mcpServers\": {{ \"s\": {{ {server.Replace('\'', '"')} }} }} }}");

        Assert.Contains($"McpServer Configured: MCP server 's' ({expected}", seen, StringComparison.Ordinal);
        Assert.DoesNotContain("is ?", seen, StringComparison.Ordinal);
        Assert.DoesNotContain("word", seen, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("'command': 'npx', 'args': ['turncoat@1.0.0']", "npm package 'turncoat') 1.0.0")]
    [InlineData("'command': 'npx', 'args': ['@acme-like/a']", "npm package '@acme-like/a')")]
    [InlineData("'command': 'docker', 'args': ['run', 'acme/server-other']", "image 'acme/server-other')")]
    [InlineData("'command': 'ac'", "command 'ac')")]
    [InlineData("'url': 'https://acme.example.evil.example/'", "host 'acme.example.evil.example')")]
    [InlineData("'url': 'https://notacme.example/'", "host 'notacme.example')")]
    [InlineData("'command': 'npx', 'args': ['git+https://secret@code.example/x']", "host 'code.example')")]
    public void What_no_catalog_knows_is_a_server_all_the_same(string server, string expected)
    {
        var seen = Seen.Inside(".mcp.json", $"{{ \"mcpServers\": {{ \"s\": {{ {server.Replace('\'', '"')} }} }} }}");

        Assert.EndsWith($"McpServer Configured: MCP server 's' ({expected} is ?", seen, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", seen, StringComparison.Ordinal);
    }

    [Fact]
    public void A_server_is_known_by_its_name() =>
        Assert.Equal("(1,19)-(1,32): McpServer Configured: MCP server 'acme-search' is acme-api", Seen.Inside(".mcp.json", """{ "mcpServers": { "acme-search": { "command": "node" } } }"""));

    [Fact]
    public void A_server_that_is_switched_off_is_only_mentioned() =>
        Assert.Contains("McpServer Mention: MCP server 's'", Seen.Inside(".mcp.json", """{ "mcpServers": { "s": { "command": "npx", "args": ["@acme/a"], "disabled": true } } }"""), StringComparison.Ordinal);

    [Fact]
    public void The_variables_of_a_server_are_settings_without_their_values() =>
        Assert.Equal(
            """
            (1,19)-(1,22): McpServer Configured: MCP server 's' is ?
            (1,36)-(1,50): Setting Configured: Variable 'ACME_API_KEY' is acme-api
            """,
            Seen.Inside(".mcp.json", """{ "mcpServers": { "s": { "env" : { "ACME_API_KEY": "secret-1" } } } }"""));

    [Theory]
    [InlineData("mcp-api.json", """{ "servers": [ { "url": "https://acme.example" } ] }""")]
    [InlineData("mcp-api.json", """{ "servers": { "a": { "description": "https://acme.example" } } }""")]
    [InlineData("src/data.json", """{ "mcpServers": { "s": { "command": "npx", "args": ["@acme/a"] } } }""")]
    [InlineData(".mcp.json", """{ "mcpServers": { "s": "npx @acme/a" } }""")]
    [InlineData(".mcp.json", """[ "mcpServers" ]""")]
    [InlineData(".mcp.json", "")]
    public void Look_alikes_are_left_alone(string path, string text) => Assert.Equal("", Seen.Inside(path, text));

    [Fact]
    public void A_malformed_file_is_one_problem_at_its_line()
    {
        var context = Seen.Inspect(InputFile.Of(".vscode/settings.json", "{ \"mcp\": {\n  \"servers\": [ }\n}"));

        Assert.Equal(".vscode/settings.json(2,16)", Assert.Single(context.Problems).Location.ToString());
    }

    [Theory]
    [InlineData("""{ "unknown": "deny", "rules": [ { "tools": ["acme-api"], "action": "deny" } ] }""", "error AITP1020: MCP server 's' (npm package 'other') 1.0 · in no catalog · denied by 'unknown'")]
    [InlineData("""{ "unknown": "allow", "rules": [ { "tools": ["acme-api"], "action": "deny" } ] }""", "")]
    [InlineData("""{ "unknown": "deny", "catalog": [ { "vendor": { "id": "us", "name": "Us" }, "tools": [ { "id": "ours", "name": "Ours", "category": "mcp-server", "signatures": [ { "kind": "npm", "value": "other" } ] } ] } ], "rules": [ { "tools": ["ours"], "action": "allow" } ] }""", "")]
    [InlineData("""{ "catalog": [ { "vendor": { "id": "us", "name": "Us" }, "tools": [ { "id": "ours", "name": "Ours", "category": "mcp-server", "signatures": [ { "kind": "mcp-server", "value": "s" } ] } ] } ], "rules": [ { "tools": ["ours"], "action": "deny" } ] }""", "error AITP1007: MCP server 's' · Ours (ours) by Us · denied by")]
    public void Allowing_and_denying_is_the_policys(string policy, string expected)
    {
        var findings = Seen.Check(policy, InputFile.Of("a-mcp.json", """{ "mcpServers": { "s": { "command": "npx", "args": ["other@1.0"] } } }""")).Findings;

        Assert.Equal(expected.Length == 0 ? 0 : 1, findings.Count);
        Assert.Contains(expected, Rendered.Lines(findings), StringComparison.Ordinal);
    }
}
