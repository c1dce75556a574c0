using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace AiToolPolicy.Analyzers;

/// <summary>
/// Uses in files that name no restricted type: what another file's member hands out, an operator, an indexer, <c>new()</c>. The compiler has
/// understood every operation already, so that asking each for its symbol costs next to nothing.
/// </summary>
internal sealed class MemberUses(RestrictedSymbols symbols, FileReport report, SyntaxKinds kinds)
{
    private readonly ConcurrentDictionary<SyntaxTree, IReadOnlyList<SourceUse>?> _files = new();

    public static ImmutableArray<OperationKind> Kinds { get; } =
    [
        OperationKind.Invocation, OperationKind.ObjectCreation, OperationKind.PropertyReference, OperationKind.FieldReference,
        OperationKind.EventReference, OperationKind.MethodReference, OperationKind.Conversion, OperationKind.Binary, OperationKind.Unary,
        OperationKind.CompoundAssignment, OperationKind.Increment, OperationKind.Decrement,
    ];

    /// <summary>Whether the operation uses something restricted; allocates nothing.</summary>
    [MethodImpl(HotPath.Optimized)]
    public bool Concerns(IOperation operation) => RestrictedIn(operation) is not null;

    /// <summary>Reports an operation that <see cref="Concerns"/> has let through.</summary>
    public void Inspect(OperationAnalysisContext context)
    {
        var operation = context.Operation;
        if (operation.SemanticModel is not { } model)
        {
            return;
        }

        if (_files.GetOrAdd(operation.Syntax.SyntaxTree, _ => MembersIn(model, context.CancellationToken)) is not { } members)
        {
            return;
        }

        foreach (var diagnostic in report.Diagnostics(members.Count > 0 ? OfFile(operation, members) : OfOperation(operation)))
        {
            context.ReportDiagnostic(diagnostic);
        }
    }

    // Null where a name in the file tells the story: then the file's own inspection reports it.
    private IReadOnlyList<SourceUse>? MembersIn(SemanticModel model, CancellationToken cancellation) =>
        new SymbolUses(symbols, new FileTokens(model.SyntaxTree, kinds, cancellation), kinds, model, cancellation).CollectMembers();

    // The whole file is reported with the innermost operation around its first use, so that it is reported once in whatever order operations come.
    private IReadOnlyList<SourceUse> OfFile(IOperation operation, IReadOnlyList<SourceUse> members)
    {
        var first = members[0].Location.SourceSpan;
        return operation.Syntax.Span.Contains(first) && !HasInside(operation, inner => inner.Syntax.Span.Contains(first)) ? members : [];
    }

    // No name at all: an operator, an indexer, new().
    private List<SourceUse> OfOperation(IOperation operation) =>
        RestrictedIn(operation) is { } symbol && symbols.AssemblyOf(symbol) is { } assembly && !HasInside(operation, _ => true)
            ? [.. symbols.UsesOf(symbol, assembly, operation.Syntax.GetLocation())]
            : [];

    private bool HasInside(IOperation operation, Func<IOperation, bool> wanted) =>
        operation.ChildOperations.Any(child => child.DescendantsAndSelf().Any(inner => RestrictedIn(inner) is not null && wanted(inner)));

    [MethodImpl(HotPath.Optimized)]
    private ISymbol? RestrictedIn(IOperation operation)
    {
        ISymbol? symbol = operation.Kind switch
        {
            OperationKind.Invocation => ((IInvocationOperation)operation).TargetMethod,
            OperationKind.ObjectCreation => ((IObjectCreationOperation)operation).Constructor,
            OperationKind.Conversion => ((IConversionOperation)operation).OperatorMethod,
            OperationKind.Binary => ((IBinaryOperation)operation).OperatorMethod,
            OperationKind.Unary => ((IUnaryOperation)operation).OperatorMethod,
            OperationKind.CompoundAssignment => ((ICompoundAssignmentOperation)operation).OperatorMethod,
            OperationKind.Increment or OperationKind.Decrement => ((IIncrementOrDecrementOperation)operation).OperatorMethod,
            _ => (operation as IMemberReferenceOperation)?.Member,
        };
        return symbol is not null && symbols.Holds(symbol) ? symbol : null;
    }
}
