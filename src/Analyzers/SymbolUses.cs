using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;
using Location = Microsoft.CodeAnalysis.Location;

namespace AiToolPolicy.Analyzers;

/// <summary>
/// The names in a file that mean something of a restricted assembly: types, members, namespaces, wherever a name may stand. Names are resolved
/// only where one may be such a name; once a file is known to use the assembly, the names of members are, too.
/// </summary>
internal sealed class SymbolUses(RestrictedSymbols symbols, SyntaxKinds kinds, SemanticModel model, CancellationToken cancellation)
{
    private readonly Dictionary<int, (SyntaxToken Token, ISymbol Symbol, RestrictedAssembly Assembly)> _hits = [];

    /// <summary>The uses of a file that names something restricted; none where it names nothing.</summary>
    /// <param name="file">In which restricted namespaces are in scope.</param>
    public void Collect(FileTokens file, List<SourceUse> uses)
    {
        Resolve(file.Among(symbols.Names.Types));
        if (_hits.Count > 0)
        {
            Resolve(file.AmongBelowImports(symbols.Names.Members).Where(name => !symbols.Names.Types.Contains(name.ValueText)));
            Take(uses);
        }
    }

    /// <summary>The uses of a file that names no restricted type and yet has members of one in hand; null where it names one.</summary>
    public IReadOnlyList<SourceUse>? CollectMembers(FileTokens file)
    {
        var leading = file.Among(new WordSet(symbols.Leading, isCaseSensitive: true)).Select(name => name.ValueText);
        if (symbols.AreInScope(new HashSet<string>(leading, StringComparer.Ordinal)))
        {
            Resolve(file.Among(symbols.Names.Types));
        }

        if (_hits.Count > 0)
        {
            return null;
        }

        var uses = new List<SourceUse>();
        Resolve(file.AmongBelowImports(symbols.Names.Members));
        Take(uses);
        return uses;
    }

    private void Take(List<SourceUse> uses)
    {
        foreach (var hit in _hits.Values.OrderBy(hit => hit.Token.SpanStart).Where(hit => !IsQualifier(hit.Token)))
        {
            var location = Location.Create(hit.Token.SyntaxTree!, TextSpan.FromBounds(StartOfName(hit.Token), hit.Token.Span.End));
            uses.AddRange(symbols.UsesOf(hit.Symbol, hit.Assembly, location));
        }
    }

    private void Resolve(IEnumerable<SyntaxToken> names)
    {
        foreach (var name in names)
        {
            cancellation.ThrowIfCancellationRequested();
            if (name.Parent is { } node && name.ValueText is not ("var" or "dynamic" or "_") && (MemberUsedAt(node, name.ValueText) ?? SymbolOf(node)) is { } symbol && symbols.AssemblyOf(symbol) is { } assembly)
            {
                _hits[name.SpanStart] = (name, symbol, assembly);
            }
        }
    }

    // What an expression does the compiler has worked out for all who ask; what a name means it works out anew for each.
    private ISymbol? MemberUsedAt(SyntaxNode name, string text)
    {
        var access = name.Parent is { } parent && parent.RawKind != kinds.Invocation && parent.Span.End == name.Span.End ? parent : name;
        var whole = access.Parent is { } call && call.RawKind == kinds.Invocation && call.SpanStart == access.SpanStart ? call : access;
        var symbol = model.GetOperation(whole, cancellation) switch
        {
            IInvocationOperation called => called.TargetMethod,
            IMemberReferenceOperation member => member.Member,
            _ => null,
        };
        return symbol?.Name == text ? symbol : null;
    }

    private ISymbol? SymbolOf(SyntaxNode node)
    {
        var info = model.GetSymbolInfo(node, cancellation);
        return info.Symbol ?? (info.CandidateSymbols.IsEmpty ? null : info.CandidateSymbols[0]);
    }

    // In A.B.Type and Type.Member the last name is the use, and what leads to it belongs to it.
    private bool IsQualifier(SyntaxToken token) =>
        _hits[token.SpanStart].Symbol is INamespaceOrTypeSymbol && After(token) is { } next && _hits.ContainsKey(next.SpanStart);

    private int StartOfName(SyntaxToken token)
    {
        var start = token;
        while (start.GetPreviousToken() is var dot && dot.RawKind == kinds.Dot
            && dot.GetPreviousToken() is { Parent: { } qualifier } before && (_hits.TryGetValue(before.SpanStart, out var hit) ? hit.Symbol : SymbolOf(qualifier)) is INamespaceOrTypeSymbol)
        {
            start = before;
        }

        return start.SpanStart;
    }

    private SyntaxToken? After(SyntaxToken token) => token.GetNextToken() is var dot && dot.RawKind == kinds.Dot ? dot.GetNextToken() : null;
}
