using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace AiToolPolicy.Analyzers;

/// <summary>
/// Uses in files that name no restricted type: what another file's member hands out, an operator, an indexer, <c>new()</c>. The compiler has
/// understood every operation already, so that asking each for its symbol costs little.
/// </summary>
internal sealed class MemberUses(RestrictedSymbols symbols, Bodies bodies, FileNames names, FileReport report, SyntaxKinds kinds)
{
    private readonly ConcurrentDictionary<SyntaxTree, IReadOnlyList<SourceUse>?> _files = new();

    /// <summary>Reports the uses in the bodies of one member.</summary>
    public void Inspect(OperationBlockAnalysisContext context)
    {
        foreach (var body in context.OperationBlocks.SelectMany(Bodies.In))
        {
            // Nearly all bodies have nothing to do with it and must cost next to nothing.
            if (bodies.Around(body).Names.Count > 0)
            {
                Inspect(body, context);
            }
        }
    }

    private void Inspect(IOperation body, OperationBlockAnalysisContext context)
    {
        if (body.SemanticModel is not { } model
            || _files.GetOrAdd(body.Syntax.SyntaxTree, _ => MembersIn(model, context.CancellationToken)) is not { } members)
        {
            return;
        }

        foreach (var operation in body.DescendantsAndSelf().Where(Concerns))
        {
            foreach (var diagnostic in report.Diagnostics(members.Count > 0 ? OfFile(operation, members) : OfOperation(operation)))
            {
                context.ReportDiagnostic(diagnostic);
            }
        }
    }

    // Whether the operation uses something restricted, by itself.
    private bool Concerns(IOperation operation) => UsedMember.Of(operation) is { } member && symbols.Holds(member);

    // Null where a name in the file tells the story: then the file's own inspection reports it.
    private IReadOnlyList<SourceUse>? MembersIn(SemanticModel model, CancellationToken cancellation)
    {
        var tokens = new FileTokens(model.SyntaxTree, kinds, cancellation);
        var types = names.Types(model, tokens, cancellation);
        return types.Count > 0 ? null : names.AllUses(model, tokens, types, cancellation);
    }

    // The whole file is reported with the innermost operation around its first use, so that it is reported once in whatever order operations come.
    private IReadOnlyList<SourceUse> OfFile(IOperation operation, IReadOnlyList<SourceUse> members)
    {
        var first = members[0].Location.SourceSpan;
        return operation.Syntax.Span.Contains(first) && !HasInside(operation, inner => inner.Syntax.Span.Contains(first)) ? members : [];
    }

    // No name at all: an operator, an indexer, new().
    private List<SourceUse> OfOperation(IOperation operation) =>
        UsedMember.Of(operation) is { } symbol && symbols.AssemblyOf(symbol) is { } assembly && !HasInside(operation, _ => true)
            ? [.. symbols.UsesOf(symbol, assembly, operation.Syntax.GetLocation())]
            : [];

    private bool HasInside(IOperation operation, Func<IOperation, bool> wanted) =>
        operation.ChildOperations.Any(child => child.DescendantsAndSelf().Any(inner => Concerns(inner) && wanted(inner)));
}
