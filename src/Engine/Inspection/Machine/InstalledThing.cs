using AiToolPolicy.Engine.Catalog;

namespace AiToolPolicy.Engine.Inspection.Machine;

/// <summary>Something installed on a machine, by its name and place alone.</summary>
/// <param name="Kind">What the name is a name of: a command, a package, an extension; <see cref="SignatureKind.Path"/> for a folder of settings.</param>
/// <param name="Name">Of a folder of settings, the path of a file in it as a repository would have it: <c>.tool/settings.json</c>.</param>
/// <param name="Place">Where it lies, with <c>~</c> for the home folder.</param>
/// <param name="Remedy">How it is removed, to follow "To remove it: ".</param>
public sealed record InstalledThing(SignatureKind Kind, string Name, string? Version, string Place, string Remedy);
