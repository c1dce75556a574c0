namespace AiToolPolicy.Analyzers;

/// <summary>
/// The namespaces that restricted types lie in. Who writes a longer name writes its beginning, too: below the first namespace with types there is
/// no need to look.
/// </summary>
internal sealed class RestrictedNamespaces
{
    private readonly List<string[]> _outermost;

    public RestrictedNamespaces(IReadOnlyList<ApiType> types)
    {
        var filled = new HashSet<string>(types.Where(type => !type.IsNested && !type.Name.StartsWith("<", StringComparison.Ordinal)).Select(type => type.Namespace), StringComparer.Ordinal);
        _outermost = [.. filled.Where(space => !HasOuter(space, filled)).Select(space => space.Split(['.'], StringSplitOptions.RemoveEmptyEntries))];
        Leading = new WordSet([.. new HashSet<string>(_outermost.SelectMany(segments => segments), StringComparer.Ordinal)], isCaseSensitive: true);
    }

    /// <summary>The parts of their names.</summary>
    public WordSet Leading { get; }

    /// <summary>Whether all parts of one of them are among those names; always where types lie in none.</summary>
    public bool AreInScope(HashSet<string> leading) => _outermost.Exists(segments => Array.TrueForAll(segments, leading.Contains));

    private static bool HasOuter(string space, HashSet<string> filled)
    {
        var dot = space.LastIndexOf('.');
        return dot > 0 && space.Substring(0, dot) is var outer && (filled.Contains(outer) || HasOuter(outer, filled));
    }
}
