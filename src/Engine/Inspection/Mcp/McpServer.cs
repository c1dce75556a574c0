using AiToolPolicy.Engine.Text;

namespace AiToolPolicy.Engine.Inspection.Mcp;

/// <summary>One MCP server as a configuration describes it, whatever the format.</summary>
/// <param name="Name">What the configuration calls it.</param>
/// <param name="Words">The command and its arguments, each at its place; empty for a remote server.</param>
/// <param name="Urls">Where a remote server is reached.</param>
public sealed record McpServer(Placed<string> Name, IReadOnlyList<Placed<string>> Words, IReadOnlyList<Placed<string>> Urls)
{
    /// <summary>Images that a gateway starts by itself, without a command.</summary>
    public IReadOnlyList<Placed<string>> Images { get; init; } = [];

    /// <summary>False for a server that is listed but switched off.</summary>
    public bool IsOn { get; init; } = true;
}
