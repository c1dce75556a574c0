using System.Runtime.CompilerServices;
using AiToolPolicy.Engine.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;
using Location = Microsoft.CodeAnalysis.Location;

namespace AiToolPolicy.Analyzers;

/// <summary>
/// The names in a file that mean something of a restricted assembly: types, members, namespaces, wherever a name may stand. Names are resolved
/// only where one may be such a name; once a file is known to use the assembly, the names of members are, too.
/// </summary>
internal sealed class SymbolUses(RestrictedSymbols symbols, Bodies bodies, FileTokens file, SyntaxKinds kinds, SemanticModel model, CancellationToken cancellation)
{
    // Longer than any name with its namespaces.
    private const int LongestChain = 20;

    private readonly Dictionary<int, RestrictedName> _hits = [];
    private readonly HashSet<int> _resolved = [];
    private readonly BodyMembers _members = new(bodies, model.SyntaxTree);

    /// <summary>The names of restricted types and namespaces, in their order.</summary>
    /// <param name="types">What a restricted type may be called there.</param>
    public IReadOnlyList<RestrictedName> Types(WordSet types)
    {
        file.VisitNames(types, ResolveType);
        return [.. _hits.Values];
    }

    /// <summary>All uses of the file: those names of types, and the names of members.</summary>
    public IReadOnlyList<SourceUse> All(IReadOnlyList<RestrictedName> types)
    {
        foreach (var type in types)
        {
            _hits[type.Token.SpanStart] = type;
        }

        file.VisitNamesBelowImports(symbols.Names.Members, _members, ResolveMember);
        return [.. Uses()];
    }

    private IEnumerable<SourceUse> Uses() =>
        from hit in _hits.Values.OrderBy(hit => hit.Token.SpanStart)
        where !IsQualifier(hit.Token)
        let location = Location.Create(hit.Token.SyntaxTree!, TextSpan.FromBounds(StartOfName(hit), hit.Token.Span.End))
        from use in symbols.UsesOf(hit.Symbol, hit.Assembly, location)
        select use;

    // What is called is a member, never a type, and names such as Order are called everywhere.
    private void ResolveType(SyntaxToken name)
    {
        if (!IsCalled(name))
        {
            Resolve(name, name.SpanStart < file.EndOfImports ? SymbolOfImport : SymbolOf);
        }
    }

    private bool IsCalled(SyntaxToken name)
    {
        var called = name.Parent;
        while (called is not null && called.Span.End == name.Span.End && called.RawKind != kinds.Invocation)
        {
            called = called.Parent;
        }

        return called is not null && called.RawKind == kinds.Invocation && called.SpanStart <= name.SpanStart && called.ChildNodes().First() is var head && head.Span.End == name.Span.End;
    }

    private void ResolveMember(SyntaxToken name)
    {
        if (!_hits.ContainsKey(name.SpanStart) && !_members.RulesOut(name))
        {
            Resolve(name, MemberOf);
        }
    }

    private void Resolve(SyntaxToken name, Func<SyntaxToken, ISymbol?> symbolOf)
    {
        cancellation.ThrowIfCancellationRequested();
        if (_resolved.Add(name.SpanStart) && name.ValueText is not ("var" or "dynamic" or "_")
            && symbolOf(name) is { } symbol && symbols.AssemblyOf(symbol) is { } assembly)
        {
            _hits[name.SpanStart] = new RestrictedName(name, symbol, assembly);
        }
    }

    // Most files begin with the same imports, and what a name in one means does not depend on the file.
    private ISymbol? SymbolOfImport(SyntaxToken name)
    {
        var import = name.Parent;
        while (import is not null && !kinds.IsImport(import))
        {
            import = import.Parent;
        }

        return import is null ? SymbolOf(name) : symbols.OfImport(import, name, () => SymbolOf(name));
    }

    private ISymbol? SymbolOf(SyntaxToken name) => SymbolOf(name, LongestChain);

    // For a namespace within an expression the compiler would read the whole expression again, each time: what follows tells what it is.
    [MethodImpl(HotPath.Optimized)]
    private ISymbol? SymbolOf(SyntaxToken name, int steps)
    {
        if (name.Parent is not { } node)
        {
            return null;
        }

        if (MemberUsedAt(node, name.ValueText) is { } used)
        {
            return used;
        }

        return (steps > 0 && NameAfter(name) is { } next ? SymbolOf(next, steps - 1) : null) switch
        {
            INamespaceSymbol inner => inner.ContainingNamespace,
            INamedTypeSymbol { ContainingType: null } type => type.ContainingNamespace,
            { IsStatic: true, ContainingType: { } type } when type.Name == name.ValueText => type,
            _ => Asked(node),
        };
    }

    // What other names follow is a member only where it has a value, of which the compiler knows.
    private ISymbol? MemberOf(SyntaxToken name)
    {
        if (name.Parent is not { } node)
        {
            return null;
        }

        if (OperationAt(node) is { } operation)
        {
            _members.Read(operation);
            if (_members.RulesOut(name))
            {
                return null;
            }

            if (MemberUsedBy(operation, name.ValueText) is { } used)
            {
                return used;
            }
        }

        return NameAfter(name) is null ? Asked(node) : null;
    }

    private ISymbol? MemberUsedAt(SyntaxNode name, string text) => OperationAt(name) is { } operation ? MemberUsedBy(operation, text) : null;

    private static ISymbol? MemberUsedBy(IOperation operation, string text)
    {
        var symbol = operation switch
        {
            IInvocationOperation called => called.TargetMethod,
            IMemberReferenceOperation member => member.Member,
            _ => null,
        };
        return symbol?.Name == text ? symbol : null;
    }

    // What an expression does the compiler has worked out for all who ask; what a name means it works out anew for each.
    [MethodImpl(HotPath.Optimized)]
    private IOperation? OperationAt(SyntaxNode name)
    {
        var access = name.Parent is { } parent && parent.RawKind != kinds.Invocation && parent.Span.End == name.Span.End ? parent : name;
        var whole = access.Parent is { } call && call.RawKind == kinds.Invocation && call.SpanStart == access.SpanStart ? call : access;
        return model.GetOperation(whole, cancellation);
    }

    private ISymbol? Asked(SyntaxNode node)
    {
        var info = model.GetSymbolInfo(node, cancellation);
        return info.Symbol ?? (info.CandidateSymbols.IsEmpty ? null : info.CandidateSymbols[0]);
    }

    // In A.B.Type and Type.Member the last name is the use, and what leads to it belongs to it.
    private bool IsQualifier(SyntaxToken token) =>
        _hits[token.SpanStart].Symbol is INamespaceOrTypeSymbol && NameAfter(token) is { } next && _hits.ContainsKey(next.SpanStart);

    private int StartOfName(RestrictedName hit)
    {
        var start = hit.Token;
        var isMember = hit.Symbol is not INamespaceOrTypeSymbol;
        while (start.GetPreviousToken() is var dot && dot.RawKind == kinds.Dot && dot.GetPreviousToken() is { Parent: { } qualifier } before
            && (!isMember || (_hits.TryGetValue(before.SpanStart, out var known) ? known.Symbol : Asked(qualifier)) is INamespaceOrTypeSymbol))
        {
            start = before;
            isMember = false;
        }

        return start.SpanStart;
    }

    private SyntaxToken? NameAfter(SyntaxToken token) =>
        token.GetNextToken() is var dot && dot.RawKind == kinds.Dot && dot.GetNextToken() is var next && kinds.IsIdentifier(next) ? next : null;
}
