using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;

namespace AiToolPolicy.Analyzers;

/// <summary>The restricted types that each file of a compilation names, found out once for all who ask.</summary>
internal sealed class FileNames(RestrictedSymbols symbols, Bodies bodies, SyntaxKinds kinds)
{
    private readonly ConcurrentDictionary<SyntaxTree, IReadOnlyList<RestrictedName>> _files = new();

    /// <summary>The names of restricted types and namespaces in a file.</summary>
    public IReadOnlyList<RestrictedName> Types(SemanticModel model, FileTokens tokens, CancellationToken cancellation) =>
        _files.TryGetValue(model.SyntaxTree, out var known) ? known : Types(model, tokens, Leading(tokens), cancellation);

    /// <inheritdoc cref="Types(SemanticModel, FileTokens, CancellationToken)"/>
    /// <param name="leading">Those identifiers of the file that are parts of the names of restricted namespaces.</param>
    public IReadOnlyList<RestrictedName> Types(SemanticModel model, FileTokens tokens, HashSet<string> leading, CancellationToken cancellation) => _files.GetOrAdd(
        model.SyntaxTree,
        _ => Uses(model, tokens, cancellation).Types(symbols.AreInScope(leading) ? symbols.Names.Types : symbols.Inheritable));

    /// <summary>All that a file uses of restricted assemblies by a name.</summary>
    public IReadOnlyList<SourceUse> AllUses(SemanticModel model, FileTokens tokens, IReadOnlyList<RestrictedName> types, CancellationToken cancellation) =>
        Uses(model, tokens, cancellation).All(types);

    private SymbolUses Uses(SemanticModel model, FileTokens tokens, CancellationToken cancellation) => new(symbols, bodies, tokens, kinds, model, cancellation);

    private HashSet<string> Leading(FileTokens tokens)
    {
        var leading = new HashSet<string>(StringComparer.Ordinal);
        tokens.VisitNames(symbols.Leading, name => leading.Add(name.ValueText));
        return leading;
    }
}
