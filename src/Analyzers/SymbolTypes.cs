using Microsoft.CodeAnalysis;

namespace AiToolPolicy.Analyzers;

/// <summary>What an assembly lets others name, for one that is no file: another project of the same editor.</summary>
internal static class SymbolTypes
{
    public static IReadOnlyList<ApiType> In(IAssemblySymbol assembly, bool seesInternals) => [.. In(assembly.GlobalNamespace, seesInternals)];

    private static IEnumerable<ApiType> In(INamespaceSymbol space, bool seesInternals)
    {
        var name = space.IsGlobalNamespace ? "" : space.ToDisplayString();
        return Of(space, name, seesInternals).Concat(space.GetNamespaceMembers().SelectMany(inner => In(inner, seesInternals)));
    }

    private static IEnumerable<ApiType> Of(INamespaceOrTypeSymbol container, string space, bool seesInternals) => container.GetTypeMembers()
        .Where(type => seesInternals || type.DeclaredAccessibility is Accessibility.Public or Accessibility.Protected or Accessibility.ProtectedOrInternal)
        .SelectMany(type => Of(type, space, seesInternals)
            .Prepend(new ApiType(space, type.Name, type.ContainingType is not null, type.ContainingType is { IsSealed: false, IsStatic: false }, () => type.MemberNames)));
}
