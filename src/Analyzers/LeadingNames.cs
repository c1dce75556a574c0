using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace AiToolPolicy.Analyzers;

/// <summary>
/// The names of a file, kept from the first on that may lead to a restricted namespace: most files have none, and to keep theirs would cost all
/// of them.
/// </summary>
internal sealed class LeadingNames(RestrictedSymbols symbols)
{
    private HashSet<string>? _leading;
    private List<SyntaxToken>? _names;

    /// <inheritdoc cref="RestrictedSymbols.AreInScope(HashSet{string})"/>
    public bool AreInScope => symbols.AreInScope(_leading);

    public void Add(SyntaxToken token, string name)
    {
        if (symbols.MayLead(name))
        {
            (_leading ??= new HashSet<string>(StringComparer.Ordinal)).Add(name);
            _names ??= [];
        }

        _names?.Add(token);
    }

    /// <summary>All identifiers of the file, in their order.</summary>
    public IReadOnlyList<SyntaxToken> All(SyntaxNode root, SyntaxKinds kinds)
    {
        var kept = _names ?? [];
        var before = TextSpan.FromBounds(root.FullSpan.Start, kept.Count > 0 ? kept[0].FullSpan.Start : root.FullSpan.End);
        return [.. root.DescendantTokens(before).Where(token => kinds.IsIdentifier(token) && before.Contains(token.Span)), .. kept];
    }
}
