namespace AiToolPolicy.Engine.Binaries;

/// <summary>What the metadata of a managed module says of itself. All of it is text from a stranger.</summary>
/// <param name="Name">The assembly's own name; null for a netmodule, which is a part of one.</param>
/// <param name="Version">The informational version without what follows a plus sign, else the assembly version.</param>
/// <param name="PublicKeyToken">16 lower-case hexadecimal digits; null where there is no public key.</param>
/// <param name="RepositoryUrl">From the <c>AssemblyMetadata</c> attribute that the SDK writes.</param>
/// <param name="Namespaces">Every namespace that the module defines types in, with the number of types; nested types count with none.</param>
/// <param name="Embedded">File names of the assemblies that are embedded as resources, as merging tools embed them, without their ending.</param>
public sealed record AssemblyFacts(
    string? Name,
    string? Version,
    string? PublicKeyToken,
    string? Company,
    string? Product,
    string? Title,
    string? RepositoryUrl,
    IReadOnlyDictionary<string, int> Namespaces,
    IReadOnlyList<string> Embedded);

/// <summary>What reading a file gave: its facts, or why there are none.</summary>
/// <param name="Facts">Null also without a problem: native code and empty files hold no metadata, and need none.</param>
/// <param name="Problem">A sentence; null where nothing is wrong.</param>
public sealed record AssemblyReading(AssemblyFacts? Facts, string? Problem)
{
    internal static AssemblyReading Nothing { get; } = new(null, null);

    internal static AssemblyReading Failed(string problem) => new(null, problem);
}
