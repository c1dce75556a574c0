using Microsoft.CodeAnalysis;

namespace AiToolPolicy.Analyzers;

/// <summary>
/// What the types of restricted assemblies and their members are called, as far as a compilation can see them. A name that is none of these means
/// nothing restricted, and the compiler need not be asked: to ask costs more than all the rest.
/// </summary>
internal sealed class RestrictedNames
{
    private const string AttributeSuffix = "Attribute";

    private readonly HashSet<string> _types;
    private readonly HashSet<string> _members;

    /// <param name="aliases">That may stand for types.</param>
    public RestrictedNames(Compilation compilation, IEnumerable<IAssemblySymbol> assemblies, IEnumerable<string> aliases)
    {
        var comparer = compilation.IsCaseSensitive ? StringComparer.Ordinal : StringComparer.OrdinalIgnoreCase;
        _types = new HashSet<string>(aliases, comparer);
        _members = new HashSet<string>(comparer);
        foreach (var assembly in assemblies)
        {
            AddAll(assembly.GlobalNamespace, assembly.GivesAccessTo(compilation.Assembly));
        }
    }

    /// <summary>Whether a type or namespace has that name.</summary>
    public bool HasType(string name) => _types.Contains(name);

    /// <summary>Whether a member of a type has that name.</summary>
    public bool HasMember(string name) => _members.Contains(name);

    /// <summary>Whether code outside of the type's assembly can name it.</summary>
    public static bool IsVisible(INamedTypeSymbol type, bool seesInternals) => seesInternals
        || type.DeclaredAccessibility is Accessibility.Public or Accessibility.Protected or Accessibility.ProtectedOrInternal;

    // False where there is nothing to see: a namespace of internal types alone says nothing of the assembly.
    private bool AddAll(INamespaceOrTypeSymbol space, bool seesInternals)
    {
        var any = false;
        foreach (var type in space.GetTypeMembers())
        {
            if (IsVisible(type, seesInternals))
            {
                any = true;
                Add(type);
                AddAll(type, seesInternals);
            }
        }

        foreach (var inner in (space as INamespaceSymbol)?.GetNamespaceMembers() ?? [])
        {
            if (AddAll(inner, seesInternals))
            {
                any = true;
                _types.Add(inner.Name);
            }
        }

        return any;
    }

    private void Add(INamedTypeSymbol type)
    {
        _members.UnionWith(type.MemberNames);
        _types.Add(type.Name);
        if (type.Name.EndsWith(AttributeSuffix, StringComparison.Ordinal))
        {
            _types.Add(type.Name.Substring(0, type.Name.Length - AttributeSuffix.Length));
        }
    }
}
