using AiToolPolicy.Engine.Catalog;
using AiToolPolicy.Engine.Text;

namespace AiToolPolicy.Engine.Inspection.Mcp;

/// <summary>What an MCP server shows of itself: a package or image that it is started from, a program by its bare name, a host, its own name.</summary>
internal sealed record Launched(SignatureKind Kind, string Id, string? Version, Location Location)
{
    /// <summary>"npm package 'x'", as a message says it.</summary>
    public string Noun => Kind switch
    {
        SignatureKind.Npm => "npm package",
        SignatureKind.Pypi => "Python package",
        SignatureKind.Nuget => "NuGet package",
        SignatureKind.DockerImage => "image",
        SignatureKind.Host => "host",
        SignatureKind.Command => "command",
        _ => "package",
    } + $" '{PlainText.Safe(Id)}'";
}
