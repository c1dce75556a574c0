using AiToolPolicy.Engine.Catalog;
using AiToolPolicy.Engine.Text;

namespace AiToolPolicy.Engine.Inspection.Mcp;

/// <summary>What a command line starts: a package, an image, or a program by its bare name.</summary>
public sealed record Launched(SignatureKind Kind, string Id, string? Version, Location Location)
{
    /// <summary>"npm package 'x'", as a message says it.</summary>
    public string Noun => Kind switch
    {
        SignatureKind.Npm => "npm package",
        SignatureKind.Pypi => "Python package",
        SignatureKind.Nuget => "package",
        SignatureKind.DockerImage => "image",
        SignatureKind.Host => "host",
        _ => "command",
    } + $" '{PlainText.Safe(Id)}'";

    /// <summary>The package of a spec such as <c>@scope/name@1.0</c>, <c>name[extra]==1.0</c> or <c>Name@1.0</c>.</summary>
    public static Launched Package(SignatureKind kind, Placed<string> spec)
    {
        var text = spec.Value.StartsWith("npm:", StringComparison.Ordinal) ? spec.Value.Substring("npm:".Length) : spec.Value;
        var end = kind == SignatureKind.Pypi ? text.IndexOfAny(['@', '=', '<', '>', '~', '!', '[', ' ']) : text.LastIndexOf('@');
        var id = end > 0 ? text.Substring(0, end) : text;
        var version = end > 0 ? text.Substring(text.IndexOf(']') + 1 is var after and > 0 ? after : end).TrimStart('@', '=', ' ') : "";
        return new Launched(kind, kind == SignatureKind.Pypi ? id.Replace('_', '-') : id, version.Length == 0 ? null : version, spec.Location);
    }

    /// <summary>The image of a reference such as <c>docker.io/a/b:1.0@sha256:…</c>, without the registry that goes without saying.</summary>
    public static Launched Image(Placed<string> reference)
    {
        var name = reference.Value.Split('@')[0];
        var colon = name.LastIndexOf(':');
        var hasTag = colon > name.LastIndexOf('/');
        var id = hasTag ? name.Substring(0, colon) : name;
        foreach (var implied in new[] { "docker.io/", "index.docker.io/", "library/" })
        {
            id = id.StartsWith(implied, StringComparison.OrdinalIgnoreCase) ? id.Substring(implied.Length) : id;
        }

        return new Launched(SignatureKind.DockerImage, id, hasTag ? name.Substring(colon + 1) : null, reference.Location);
    }
}
