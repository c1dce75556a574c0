using Microsoft.CodeAnalysis;

namespace AiToolPolicy.Analyzers;

/// <summary>
/// What the types of restricted assemblies and their members are called, as far as a compilation can see them. A name that is none of these means
/// nothing restricted, and the compiler need not be asked: to ask costs more than all the rest.
/// </summary>
internal sealed class RestrictedNames
{
    private const string AttributeSuffix = "Attribute";

    /// <param name="aliases">That may stand for types.</param>
    public RestrictedNames(Compilation compilation, IEnumerable<IAssemblySymbol> assemblies, IEnumerable<string> aliases)
    {
        var comparer = compilation.IsCaseSensitive ? StringComparer.Ordinal : StringComparer.OrdinalIgnoreCase;
        var types = new HashSet<string>(aliases, comparer);
        var members = new HashSet<string>(comparer);
        foreach (var assembly in assemblies)
        {
            AddAll(assembly.GlobalNamespace, assembly.GivesAccessTo(compilation.Assembly), types, members);
        }

        members.ExceptWith(compilation.ObjectType.MemberNames);
        Types = new WordSet(types, compilation.IsCaseSensitive);
        Members = new WordSet(members, compilation.IsCaseSensitive);
    }

    /// <summary>Names of types and namespaces.</summary>
    public WordSet Types { get; }

    /// <summary>Names of members; a type may have the same. What every object has, such as <c>ToString</c>, is no API of any assembly.</summary>
    public WordSet Members { get; }

    /// <summary>What types are called that a class inherits from the class they are nested in, and then names without a namespace.</summary>
    public static IEnumerable<string> Inheritable(INamespaceOrTypeSymbol space, bool seesInternals)
    {
        foreach (var type in space.GetTypeMembers().Where(type => IsVisible(type, seesInternals)))
        {
            if (space is INamedTypeSymbol { IsSealed: false, IsStatic: false })
            {
                yield return type.Name;
            }

            foreach (var nested in Inheritable(type, seesInternals))
            {
                yield return nested;
            }
        }

        foreach (var name in ((space as INamespaceSymbol)?.GetNamespaceMembers() ?? []).SelectMany(inner => Inheritable(inner, seesInternals)))
        {
            yield return name;
        }
    }

    /// <summary>Whether code outside of the type's assembly can name it.</summary>
    public static bool IsVisible(INamedTypeSymbol type, bool seesInternals) => seesInternals
        || type.DeclaredAccessibility is Accessibility.Public or Accessibility.Protected or Accessibility.ProtectedOrInternal;

    // False where there is nothing to see: a namespace of internal types alone says nothing of the assembly.
    private static bool AddAll(INamespaceOrTypeSymbol space, bool seesInternals, HashSet<string> types, HashSet<string> members)
    {
        var any = false;
        foreach (var type in space.GetTypeMembers())
        {
            if (IsVisible(type, seesInternals))
            {
                any = true;
                Add(type, types, members);
                AddAll(type, seesInternals, types, members);
            }
        }

        foreach (var inner in (space as INamespaceSymbol)?.GetNamespaceMembers() ?? [])
        {
            if (AddAll(inner, seesInternals, types, members))
            {
                any = true;
                types.Add(inner.Name);
            }
        }

        return any;
    }

    private static void Add(INamedTypeSymbol type, HashSet<string> types, HashSet<string> members)
    {
        members.UnionWith(type.MemberNames);
        types.Add(type.Name);
        if (type.Name.EndsWith(AttributeSuffix, StringComparison.Ordinal))
        {
            types.Add(type.Name.Substring(0, type.Name.Length - AttributeSuffix.Length));
        }
    }
}
