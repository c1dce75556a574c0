using AiToolPolicy.Engine.Catalog;
using AiToolPolicy.Engine.Text;

namespace AiToolPolicy.Engine.Inspection.Machine;

/// <summary>Which installed things are AI tools'. A name that others use as well counts beside another sign of the same tool.</summary>
public static class InstalledTools
{
    /// <summary>One evidence for each thing and tool, in the order of the things. What is a sign of no single tool is left out.</summary>
    public static IReadOnlyList<Evidence> Find(ToolCatalog catalog, IEnumerable<InstalledThing> things) =>
    [
        .. things.SelectMany(thing => SignaturesOf(catalog, thing)
            .Where(signature => signature is { Tool: not null, IsSuspect: false })
            .Select(signature => Seen(signature, thing)))
            .GroupBy(evidence => (evidence.Tool!.Id, evidence.What)).Select(same => same.First()),
    ];

    /// <summary>Whether the catalog knows a thing of that kind and name; allocates nothing on a miss.</summary>
    public static bool MayBe(ToolCatalog catalog, SignatureKind kind, string name) =>
        kind == SignatureKind.Path ? catalog.FindPath(name).Count > 0 : catalog.Knows(kind, name);

    // What a tool is told to ignore, and instructions that a repository holds, prove no use on the machine.
    private static IEnumerable<Signature> SignaturesOf(ToolCatalog catalog, InstalledThing thing) => thing.Kind == SignatureKind.Path
        ? catalog.FindPath(thing.Name).Where(signature => signature.Role is "settings" or "state" or "mcp-config" or "hooks" or "commands")
        : catalog.Find(thing.Kind, thing.Name, thing.Version);

    private static Evidence Seen(Signature signature, InstalledThing thing)
    {
        var isFolder = thing.Kind == SignatureKind.Path;
        var what = isFolder
            ? $"User folder '{PlainText.Safe(thing.Place)}'"
            : $"{Noun(thing.Kind)} '{PlainText.Safe(thing.Name)}' in {PlainText.Safe(thing.Place)}";
        return new Evidence(signature, Surface.Machine, isFolder ? Strength.Configured : Strength.Installed, what, isFolder ? thing.Place : $"{thing.Place}/{thing.Name}", AgentSessions.Nowhere)
        {
            Version = thing.Version,
            Remedy = PlainText.Safe(thing.Remedy),
        };
    }

    private static string Noun(SignatureKind kind) => kind switch
    {
        SignatureKind.Command => "Command",
        SignatureKind.Nuget => ".NET tool",
        SignatureKind.Npm => "npm package",
        SignatureKind.VscodeExtension => "Extension",
        SignatureKind.JetbrainsPlugin => "Plug-in",
        _ => "Package",
    };
}
