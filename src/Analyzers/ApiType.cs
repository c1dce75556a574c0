using Microsoft.CodeAnalysis;

namespace AiToolPolicy.Analyzers;

/// <summary>A type that an assembly lets others name.</summary>
/// <param name="Namespace">That of the outermost type around it; empty where there is none.</param>
/// <param name="Name">Without the number of type parameters.</param>
/// <param name="IsInherited">Whether a class has the name from its base class, which it is nested in.</param>
/// <param name="Members">What its members are called, read when asked for; names that no source can hold may be among them.</param>
internal sealed record ApiType(string Namespace, string Name, bool IsNested, bool IsInherited, Func<IEnumerable<string>> Members)
{
    /// <summary>All that the assembly of a reference lets a compilation name.</summary>
    /// <param name="seesInternals">Whether the compilation may name what is internal there.</param>
    public static IReadOnlyList<ApiType> In(MetadataReference reference, IAssemblySymbol assembly, bool seesInternals) =>
        MetadataTypes.In(reference, seesInternals) ?? SymbolTypes.In(assembly, seesInternals);
}
