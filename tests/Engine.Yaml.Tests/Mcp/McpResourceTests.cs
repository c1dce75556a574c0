using AiToolPolicy.Engine.Catalog;
using AiToolPolicy.Engine.Tests.Inspection;
using AiToolPolicy.Engine.Yaml.Containers;
using AiToolPolicy.Engine.Yaml.Mcp;

namespace AiToolPolicy.Engine.Yaml.Tests.Mcp;

public class McpResourceTests
{
    private const string Head = "apiVersion: tools.example/v1\nkind: MCPServer\nmetadata:\n  name: s\n";

    [Theory]
    [InlineData("spec:\n  image: «ghcr.io/contoso/search-mcp:1.2»\n  transport: stdio\n  args: [--quiet]\n", "Suspect: Configured MCP server 's' (image 'ghcr.io/contoso/search-mcp') 1.2")]
    [InlineData("spec:\n  deployment:\n    image: «ghcr.io/contoso/search-mcp»\n    port: 3000\n", "Suspect: Configured MCP server 's' (image 'ghcr.io/contoso/search-mcp')")]
    [InlineData("spec:\n  deployment:\n    cmd: npx\n    args: [-y, '«@acme/code@1.2»']\n", "Configured MCP server 's' (npm package '@acme/code') 1.2")]
    [InlineData("spec:\n  url: «http://search.tools.example:8080/mcp»\n", "Suspect: Configured MCP server 's' (host 'search.tools.example')")]
    public void A_server_that_an_operator_runs_is_read(string spec, string expected) => Assert.Equal(expected, See(Head + spec));

    [Theory]
    [InlineData("RemoteMCPServer")]
    [InlineData("McpServer")]
    public void The_kind_may_have_a_name_before_it(string kind) => Assert.Equal(
        "Suspect: Configured MCP server 's' (host 'search.tools.example')",
        See(Head.Replace("MCPServer", kind, StringComparison.Ordinal) + "spec:\n  url: «http://search.tools.example/mcp»\n"));

    [Theory]
    [InlineData("spec:\n  transport: stdio\n")]
    [InlineData("spec:\n  image: '{{ .Values.image }}'\n")]
    [InlineData("status:\n  url: http://search.tools.example/mcp\n")]
    public void A_server_of_which_nothing_is_said_is_silent(string spec) => Assert.Equal("", See(Head + spec));

    [Fact]
    public void Another_kind_is_no_server() =>
        Assert.Equal("", See(Head.Replace("MCPServer", "MCPServerGroup", StringComparison.Ordinal) + "spec:\n  image: ghcr.io/contoso/search-mcp\n"));

    [Fact]
    public void Its_image_is_not_told_twice() =>
        Assert.Equal("", SurfaceSample.SeeMarked(new KubernetesInspector(), "deploy/s.yaml", Head + "spec:\n  image: acme/code\n", Surface.Pipeline));

    [Fact]
    public void What_runs_beside_it_is_told_as_everywhere() => Assert.Equal(
        "Installed Container image 'acme/code'",
        SurfaceSample.SeeMarked(
            new KubernetesInspector(), "deploy/s.yaml",
            Head + "spec:\n  image: acme/code\n  podTemplateSpec:\n    spec:\n      containers:\n        - image: «acme/code»\n", Surface.Pipeline));

    private static string See(string marked) => SurfaceSample.SeeMarked(new McpResourceInspector(), "deploy/s.yaml", marked, Surface.McpServer);
}
