using AiToolPolicy.Engine.Inspection;
using AiToolPolicy.Engine.Tests.Inspection;

namespace AiToolPolicy.Engine.Tests.Judging;

/// <summary>Rules that speak of MCP servers by what they start, reach or are called.</summary>
public class ServerSelectorTests
{
    private const string AllowList = "'tools':['mcp:*'],'action':'deny' | 'tools':['mcp:SERVER'],'action':'allow'";

    [Theory]
    [InlineData("npm/@scope/files", "'command':'npx','args':['-y','@scope/files@1.0']")]
    [InlineData("npm/@scope/*", "'command':'npx','args':['-y','@scope/files']")]
    [InlineData("pypi/Some_Server", "'command':'uvx','args':['some-server']")]
    [InlineData("nuget/contoso.server", "'command':'dnx','args':['Contoso.Server','--yes']")]
    [InlineData("image/ghcr.io/contoso/*", "'command':'docker','args':['run','-i','--rm','ghcr.io/contoso/server:1']")]
    [InlineData("host/*.contoso.example", "'url':'https://mcp.contoso.example/sse?key=1'")]
    [InlineData("host/localhost:3000", "'url':'http://localhost:3000/mcp'")]
    [InlineData("command/contoso-server", "'command':'contoso-server'")]
    [InlineData("name/helper", "'command':'whatever'")]
    public void A_server_on_the_allow_list_is_silent(string allowed, string server) =>
        Assert.Equal("", Check(AllowList.Replace("SERVER", allowed, StringComparison.Ordinal), server));

    [Theory]
    [InlineData("npm/@scope/files", "'command':'npx','args':['-y','@scope/files-too']")]
    [InlineData("npm/@scope/*", "'command':'uvx','args':['scope']")]
    [InlineData("host/contoso.example", "'url':'https://contoso.example.evil.example'")]
    [InlineData("host/*.contoso.example", "'url':'https://notcontoso.example'")]
    [InlineData("host/localhost:3000", "'url':'http://localhost:3001'")]
    [InlineData("command/Contoso-server", "'command':'contoso-server'")]
    [InlineData("name/help", "'command':'whatever'")]
    public void Every_other_server_is_not(string allowed, string server) =>
        Assert.Equal("error AITP1007 1", Check(AllowList.Replace("SERVER", allowed, StringComparison.Ordinal), server));

    [Theory]
    [InlineData("'tools':['mcp:npm/@scope/files'],'action':'deny'", "error AITP1007 1")]
    [InlineData("'tools':['mcp:*'],'except':['mcp:npm/@scope/*'],'action':'deny'", "notice AITP1020 default")]
    [InlineData("'tools':['mcp:*'],'action':'warn' | 'tools':['*'],'action':'deny'", "warning AITP1007 1")]
    [InlineData("'tools':['mcp:*'],'surfaces':['package'],'action':'deny'", "notice AITP1020 default")]
    [InlineData("'tools':['mcp:*'],'effective':'2026-08-01','action':'deny'", "warning AITP1007 1")]
    [InlineData("'tools':['*'],'action':'deny'", "notice AITP1020 default")]
    public void A_server_in_no_catalog_is_decided_on_by_the_rules_that_name_servers(string rules, string expected) =>
        Assert.Equal(expected, Check(rules, "'command':'npx','args':['@scope/files']"));

    [Theory]
    [InlineData("'tools':['mcp:*'],'action':'allow' | 'tools':['vendor:acme'],'action':'deny'", "error AITP1007 2")]
    [InlineData("'tools':['mcp:npm/@acme/x'],'action':'allow' | 'tools':['vendor:acme'],'action':'deny'", "")]
    [InlineData("'tools':['mcp:npm/@acme/x'],'action':'allow' | 'tools':['acme-api'],'action':'deny'", "error AITP1007 2")]
    [InlineData("'tools':['mcp:npm/@acme/x'],'action':'deny' | 'tools':['acme-api'],'action':'allow'", "error AITP1007 1")]
    public void A_named_server_counts_like_a_tool_and_all_servers_like_a_category(string rules, string expected) =>
        Assert.Equal(expected, Check(rules, "'command':'npx','args':['@acme/x']"));

    [Fact]
    public void A_server_of_two_signs_is_denied_by_either() =>
        Assert.Equal("error AITP1007 1", Check("'tools':['mcp:host/evil.example'],'action':'deny'", "'command':'npx','args':['mcp-remote','https://evil.example/mcp']"));

    [Theory]
    [InlineData("mcp:nmp/@a/b", "'nmp/@a/b' names no MCP server. Did you mean 'npm'? Write mcp:* or mcp:<kind>/<id> with one of the kinds name, npm, pypi, nuget, image, host, command.")]
    [InlineData("mcp:npm/", "'npm/' names no MCP server. Write mcp:* or mcp:<kind>/<id> with one of the kinds name, npm, pypi, nuget, image, host, command.")]
    [InlineData("mcp:", "'' names no MCP server. Write mcp:* or mcp:<kind>/<id> with one of the kinds name, npm, pypi, nuget, image, host, command.")]
    public void A_selector_that_names_no_server_is_told_what_to_write(string selector, string message) =>
        Assert.Contains(message, Sample.Policy($$"""{ "default": "notice", "rules": [ { "tools": ["{{selector}}"], "action": "deny" } ] }""").Findings.Single().Message, StringComparison.Ordinal);

    // Severity, rule and the number of the policy's rule that decided; rules are separated by bars.
    private static string Check(string rules, string server)
    {
        var lines = rules.Split(" | ").Select(rule => $"{{ {rule} }}");
        var policy = ("{ 'default': 'notice', 'rules': [\n" + string.Join(",\n", lines) + "\n] }").Replace('\'', '"');
        var file = InputFile.Of("mcp-servers.json", $"{{ 'mcpServers': {{ 'helper': {{ {server} }} }} }}".Replace('\'', '"'));
        return string.Join(", ", Seen.Check(policy, file).Findings.Select(f =>
        {
            var line = f.Related.Single().Location.Line;
            return $"{f.Severity.ToString().ToLowerInvariant()} {f.Rule.Id} {(line == 1 ? "default" : line - 1)}";
        }));
    }
}
