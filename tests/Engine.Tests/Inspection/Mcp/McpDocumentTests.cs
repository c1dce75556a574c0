using AiToolPolicy.Engine.Inspection;

namespace AiToolPolicy.Engine.Tests.Inspection.Mcp;

public class McpDocumentTests
{
    private const string Server = "\"command\": \"npx\", \"args\": [\"-y\", \"@acme/mcp@1.2.3\"]";

    [Theory]
    [InlineData("run.sh", "cat > x/mcp-config.json <<EOF\n{ \"mcpServers\": { \"s\": { SERVER } } }\nEOF\n")]
    [InlineData("run.sh", "cat >.vscode/mcp.json <<-'E'\n\t{ \"servers\": { \"s\": { SERVER } } }\n\tE\n")]
    [InlineData("run.sh", "cat << EOF > ~/.x/settings.json\n{\n  \"mcpServers\": { \"s\": { SERVER } }\n}\nEOF\n")]
    [InlineData("run.sh", "if a; then\r\n  b=$(cat <<EOF\r\n{ \"mcpServers\": { \"s\": { SERVER } } }\r\nEOF\r\n)\r\nfi\r\n")]
    [InlineData("run.sh", "tee mcp.json <<EOF\n{ \"s\": { SERVER } }\nEOF\n")]
    [InlineData("run.sh", "cat > mcp.json <<EOF\n{ \"o\": ${O}, \"p\": $P, \"q\": $(q \"$a\"), \"mcpServers\": { \"s\": { \"k\": \"\\${K}\", SERVER } } }\nEOF\n")]
    [InlineData("run.sh", "cat > mcp.json <<EOF\n{ \"mcpServers\": { \"s\": { SERVER }, $MORE }\nEOF\n")]
    [InlineData("run.sh", "cat >> ~/.x/config.toml <<EOF\n[mcp_servers.s]\ncommand = \"npx\"\nargs = [\"-y\", \"@acme/mcp@1.2.3\"]\nEOF\n")]
    [InlineData("Dockerfile", "FROM x\nCOPY <<EOF /app/.mcp.json\n{ \"mcpServers\": { \"s\": { SERVER } } }\nEOF\n")]
    [InlineData("Dockerfile", "FROM x\nRUN cat > /app/mcp.json <<EOF\n{ \"servers\": { \"s\": { SERVER } } }\nEOF\n")]
    [InlineData("Dockerfile", "FROM x\nRUN <<EOF\ncat > /app/mcp.json <<'X'\n{ \"servers\": { \"s\": { SERVER } } }\nX\nEOF\n")]
    public void Servers_in_a_here_document_are_seen_at_their_place(string path, string script)
    {
        var text = script.Replace("SERVER", Server, StringComparison.Ordinal);
        var before = text[..text.IndexOf("\"@acme", StringComparison.Ordinal)].Split('\n');
        var (line, column) = (before.Length, before[^1].Length + 1);

        Assert.Equal(
            $"({line},{column})-({line},{column + 17}): McpServer Configured: MCP server 's' (npm package '@acme/mcp') 1.2.3 is acme-api",
            Seen.Inside(path, text));
    }

    [Fact]
    public void Its_variables_are_settings() => Assert.Contains(
        "ACME_API_KEY", Seen.Inside("run.sh", "cat > mcp.json <<EOF\n{ \"mcpServers\": { \"s\": { \"env\": { \"ACME_API_KEY\": \"$KEY\" } } } }\nEOF\n"), StringComparison.Ordinal);

    [Fact]
    public void What_is_only_shown_to_a_person_is_a_mention() => Assert.Contains(
        ": McpServer Mention: MCP server 's'", Seen.Inside("run.sh", $"echo Add this:\n  cat <<EOF\n{{ \"mcpServers\": {{ \"s\": {{ {Server} }} }} }}\nEOF\n"), StringComparison.Ordinal);

    [Theory]
    [InlineData("cat > a.json <<EOF\n{ \"servers\": { \"s\": { SERVER } } }\nEOF\n")]
    [InlineData("cat > mcp.md <<EOF\nWrite { \"mcpServers\": { \"s\": { SERVER } } }\nEOF\n")]
    [InlineData("cat > README.md <<EOF\n# MCP\n[mcp_servers.s]\ncommand = \"npx\"\nThen start it.\nEOF\n")]
    [InlineData("cat > firewall-mcp.json <<EOF\n{ \"filter\": [ { \"in\": \"eth0\", \"service\": { \"port\": 8000 } } ] }\nEOF\n")]
    [InlineData("cat > mcp.json <<EOF\n\nEOF\n")]
    [InlineData("cat > mcp.json <<EOF\nEOF\n")]
    [InlineData("cat > mcp.json <<EOF")]
    [InlineData("cat > mcp.json <<EOF\n{ $")]
    public void Any_other_text_is_none(string script) =>
        Assert.Equal("", Seen.In("run.sh", script.Replace("SERVER", Server, StringComparison.Ordinal)));

    [Theory]
    [InlineData("cat <<mcp\n{ \"mcpServers\": {} }\nmcp\n")]
    [InlineData("cat <<mcp\n{ $")]
    [InlineData("cat <<mcp <<mcp\n{\n")]
    public void Many_of_them_take_no_more_than_their_length(string part)
    {
        var script = string.Concat(Enumerable.Repeat(part, 400_000 / part.Length));

        Assert.Equal("", Rendered.Lines(Seen.Inspect(InputFile.Of("run.sh", script)).Problems));
    }
}
