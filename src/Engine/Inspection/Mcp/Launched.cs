using AiToolPolicy.Engine.Catalog;
using AiToolPolicy.Engine.Inspection.Settings;
using AiToolPolicy.Engine.Text;

namespace AiToolPolicy.Engine.Inspection.Mcp;

/// <summary>What an MCP server shows of itself: a package or image that it is started from, a program by its bare name, a host, its own name.</summary>
internal sealed record Launched(SignatureKind Kind, string Id, string? Version, Location Location)
{
    /// <summary>What a policy may call it; a host also with its port.</summary>
    public IEnumerable<ServerSign> Identities => Kind != SignatureKind.Host
        ? [new ServerSign(Kind, PackageNames.Canonical(Kind, Id))]
        : HostNames.In(Id).Take(1).SelectMany(host => new[] { host.Name, host.Name + host.Port }.Distinct()).Select(name => new ServerSign(Kind, name));

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
