using AiToolPolicy.Engine.Catalog;

namespace AiToolPolicy.Engine.Inspection.Commands;

/// <summary>A package, image or extension that a command runs or installs.</summary>
/// <param name="Version">As written; null where the command names none.</param>
/// <param name="Argument">The index of the argument that names it.</param>
public sealed record PackageSpec(SignatureKind Kind, string Id, string? Version, int Argument);
