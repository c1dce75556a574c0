using AiToolPolicy.Engine.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using Location = Microsoft.CodeAnalysis.Location;

namespace AiToolPolicy.Analyzers;

/// <summary>
/// The names in a file that mean something of a restricted assembly: types, members, namespaces, wherever a name may stand. Names are resolved
/// only where one may be such a name; once a file is known to use the assembly, every name of it is.
/// </summary>
internal sealed class SymbolUses(RestrictedSymbols symbols, SyntaxKinds kinds, SemanticModel model, CancellationToken cancellation)
{
    private readonly Dictionary<int, (SyntaxToken Token, ISymbol Symbol, RestrictedAssembly Assembly)> _hits = [];

    /// <summary>The uses of a file that names something restricted; none where it names nothing.</summary>
    /// <param name="names">All identifiers of a file in which restricted namespaces are in scope, in their order.</param>
    public void Collect(IReadOnlyList<SyntaxToken> names, List<SourceUse> uses)
    {
        ResolveTypes(names);
        if (_hits.Count > 0)
        {
            Resolve(names.Where(name => !symbols.MayName(name.ValueText) && symbols.MayBeMember(name.ValueText)));
            Take(uses);
        }
    }

    /// <summary>The uses of a file that names no restricted type and yet has members of one in hand; null where it names one.</summary>
    public IReadOnlyList<SourceUse>? CollectMembers(IReadOnlyList<SyntaxToken> names)
    {
        if (symbols.AreInScope(names))
        {
            ResolveTypes(names);
        }

        if (_hits.Count > 0)
        {
            return null;
        }

        var uses = new List<SourceUse>();
        Resolve(names.Where(name => symbols.MayBeMember(name.ValueText)));
        Take(uses);
        return uses;
    }

    /// <summary>One use of a symbol, for each tool it belongs to.</summary>
    public static IEnumerable<SourceUse> Uses(RestrictedSymbols symbols, ISymbol symbol, RestrictedAssembly assembly, Location location)
    {
        var seen = PlainText.Safe(Display(symbol));
        var what = $"{(symbol is INamespaceSymbol ? "Namespace" : "API")} '{seen}' of assembly '{PlainText.Safe(assembly.Name)}'";
        return symbols.SignaturesOf(assembly, symbol).Select(signature => new SourceUse(signature, what, seen, assembly.Version, location));
    }

    private static string Display(ISymbol symbol) => symbol is IMethodSymbol { MethodKind: MethodKind.Constructor }
        ? symbol.ContainingType.ToDisplayString(SymbolDisplayFormat.CSharpErrorMessageFormat)
        : (symbol is IMethodSymbol { ReducedFrom: { } extension } ? extension : symbol).OriginalDefinition.ToDisplayString(Format);

    private static SymbolDisplayFormat Format { get; } = new(
        SymbolDisplayGlobalNamespaceStyle.Omitted,
        SymbolDisplayTypeQualificationStyle.NameAndContainingTypesAndNamespaces,
        memberOptions: SymbolDisplayMemberOptions.IncludeContainingType);

    private void ResolveTypes(IReadOnlyList<SyntaxToken> names) => Resolve(names.Where(name => symbols.MayName(name.ValueText)));

    private void Take(List<SourceUse> uses)
    {
        foreach (var hit in _hits.Values.OrderBy(hit => hit.Token.SpanStart).Where(hit => !IsQualifier(hit.Token)))
        {
            var location = Location.Create(hit.Token.SyntaxTree!, TextSpan.FromBounds(StartOfName(hit.Token), hit.Token.Span.End));
            uses.AddRange(Uses(symbols, hit.Symbol, hit.Assembly, location));
        }
    }

    private void Resolve(IEnumerable<SyntaxToken> names)
    {
        foreach (var name in names)
        {
            cancellation.ThrowIfCancellationRequested();
            if (name.Parent is { } node && name.ValueText is not ("var" or "dynamic" or "_") && (CalledBy(node, name.ValueText) ?? SymbolOf(node)) is { } symbol && symbols.AssemblyOf(symbol) is { } assembly)
            {
                _hits[name.SpanStart] = (name, symbol, assembly);
            }
        }
    }

    // To ask for the call is quicker: of a method's name the compiler lists all methods and extension methods that it may mean.
    private ISymbol? CalledBy(SyntaxNode name, string text)
    {
        var called = name.Parent is { } access && access.RawKind != kinds.Invocation && access.Span.End == name.Span.End ? access : name;
        return called.Parent is { } call && call.RawKind == kinds.Invocation && call.SpanStart == called.SpanStart
            && model.GetSymbolInfo(call, cancellation).Symbol is { } symbol && symbol.Name == text ? symbol : null;
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
            && dot.GetPreviousToken() is { Parent: { } qualifier } before && SymbolOf(qualifier) is INamespaceOrTypeSymbol)
        {
            start = before;
        }

        return start.SpanStart;
    }

    private SyntaxToken? After(SyntaxToken token) => token.GetNextToken() is var dot && dot.RawKind == kinds.Dot ? dot.GetNextToken() : null;
}
