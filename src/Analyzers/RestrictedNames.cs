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
    public RestrictedNames(Compilation compilation, IReadOnlyList<ApiType> types, IEnumerable<string> aliases)
    {
        var comparer = compilation.IsCaseSensitive ? StringComparer.Ordinal : StringComparer.OrdinalIgnoreCase;
        var names = new HashSet<string>(aliases, comparer);
        var members = new HashSet<string>(comparer);
        foreach (var type in types)
        {
            Add(type, names);
            members.UnionWith(type.Members());
        }

        foreach (var space in new HashSet<string>(types.Select(type => type.Namespace), StringComparer.Ordinal))
        {
            names.UnionWith(space.Split(['.'], StringSplitOptions.RemoveEmptyEntries));
        }

        Types = new WordSet(names, compilation.IsCaseSensitive);
        Members = new WordSet(members, compilation.IsCaseSensitive);
    }

    /// <summary>Names of types and namespaces.</summary>
    public WordSet Types { get; }

    /// <summary>Names of members; a type may have the same.</summary>
    public WordSet Members { get; }

    private static void Add(ApiType type, HashSet<string> names)
    {
        names.Add(type.Name);
        if (type.Name.EndsWith(AttributeSuffix, StringComparison.Ordinal))
        {
            names.Add(type.Name.Substring(0, type.Name.Length - AttributeSuffix.Length));
        }
    }
}
