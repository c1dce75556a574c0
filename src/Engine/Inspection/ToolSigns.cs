using AiToolPolicy.Engine.Catalog;
using AiToolPolicy.Engine.Inspection.Commands;
using AiToolPolicy.Engine.Inspection.Guarding;
using AiToolPolicy.Engine.Inspection.Manifests;
using AiToolPolicy.Engine.Inspection.Mcp;
using AiToolPolicy.Engine.Inspection.Settings;
using AiToolPolicy.Engine.Text;

namespace AiToolPolicy.Engine.Inspection;

/// <summary>Records the signs that many formats have alike: images, actions, packages, variables, scripts.</summary>
/// <param name="surface">The surface of the files that are read.</param>
/// <param name="strength">How much it proves that something stands in them.</param>
public sealed class ToolSigns(InspectionContext context, Surface surface = Surface.Pipeline, Strength strength = Strength.Installed)
{
    public bool Knows(SignatureKind kind, string id) => context.Catalog.Knows(kind, id);

    /// <summary>A package, command, image or extension by its id.</summary>
    public void Add(SignatureKind kind, string id, string? version, Location location)
    {
        var known = kind is SignatureKind.Go or SignatureKind.GithubAction ? Owner(kind, id) : id;
        context.Find(kind, known, version, signature => new Evidence(signature, SurfaceOf(kind), strength, What(kind, id), PackageNames.Canonical(kind, known), location));
    }

    /// <summary>A package as its manager's command line takes it: <c>@scope/name@1.0</c>, <c>name==1.0</c>.</summary>
    public void Package(SignatureKind kind, PlacedText spec)
    {
        if (PackageIds.Split(kind, spec.Text.Trim()) is var (id, version))
        {
            Add(kind, id, version, spec.Location);
        }
    }

    /// <summary>A container image, with or without registry, tag and digest.</summary>
    public void Image(PlacedText reference) => Package(SignatureKind.DockerImage, reference);

    public void Script(PlacedText script, ShellDialect dialect = ShellDialect.Posix) => CommandEvidence.Find(context, script, dialect, surface, strength);

    /// <summary>An address that is fetched from. One that the catalog knows by its path is where a tool comes from; a host alone is only asked.</summary>
    public void Address(HostName host, Location location)
    {
        foreach (var signature in host.In(context.Catalog))
        {
            var (seen, proves) = signature.Value.Contains('/') ? (host.Name + host.Path, Strength.Installed) : (host.Name + host.Port, Strength.Configured);
            context.Add(new Evidence(signature, surface, Lower(strength, proves), $"Address '{PlainText.Safe(seen)}'", seen, location));
        }
    }

    /// <summary>A text that is written to a file or handed to a program.</summary>
    /// <param name="line">The line that says where it goes.</param>
    public void Document(PlacedText text, string line) => McpDocuments.Inspect(text, line, strength, context);

    /// <summary>The name of an environment variable that is set or asked for; never its value.</summary>
    /// <param name="value">What it is set to, where that is known: MSBuild takes every variable for a property.</param>
    public void Variable(string name, Location location, string? value = null)
    {
        foreach (var signature in VariableNames.Find(context.Catalog, name))
        {
            context.Add(new Evidence(signature, surface, Lower(strength, Strength.Configured), $"Variable '{PlainText.Safe(name)}'", name, location));
        }

        if (value is not null && GuardedProperties.Weakens(name, value) is { } what)
        {
            context.Add(new Weakening(what, location));
        }
    }

    // A module or action may lie in a folder of what the catalog names.
    private string Owner(SignatureKind kind, string id)
    {
        for (var known = id; known.Length > 0; known = known.Substring(0, Math.Max(0, known.LastIndexOf('/'))))
        {
            if (context.Catalog.KnowsTool(kind, known))
            {
                return known;
            }
        }

        return id;
    }

    private Surface SurfaceOf(SignatureKind kind) => kind is SignatureKind.VscodeExtension or SignatureKind.JetbrainsPlugin ? Surface.Extension : surface;

    private static Strength Lower(Strength one, Strength other) => one < other ? one : other;

    private static string What(SignatureKind kind, string id) => NounOf(kind) is { } noun ? $"{noun} '{PlainText.Safe(id)}'" : ManifestEvidence.What(kind, id, null);

    private static string? NounOf(SignatureKind kind) => kind switch
    {
        SignatureKind.Command => "Command",
        SignatureKind.JetbrainsPlugin => "Plug-in",
        SignatureKind.Nuget => "NuGet package",
        SignatureKind.DockerImage => "Container image",
        SignatureKind.GithubAction => "Action",
        SignatureKind.AzureTask => "Task",
        SignatureKind.DevcontainerFeature => "Dev container feature",
        _ => null,
    };
}
