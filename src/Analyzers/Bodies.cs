using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using AiToolPolicy.Engine.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;

namespace AiToolPolicy.Analyzers;

/// <summary>The bodies of code of a compilation, each gone through once, for whoever asks first: the file it stands in or the body itself.</summary>
internal sealed class Bodies(RestrictedSymbols symbols)
{
    private readonly ConcurrentDictionary<SyntaxTree, ConcurrentDictionary<SyntaxNode, BodyUses>> _read = new();

    /// <param name="operation">Any of the body's.</param>
    public BodyUses Around(IOperation operation)
    {
        while (operation.Parent is { } parent and not IMethodBodyBaseOperation)
        {
            operation = parent;
        }

        var syntax = operation.Syntax;
        var file = _read.GetOrAdd(syntax.SyntaxTree, _ => new());
        return file.TryGetValue(syntax, out var known) ? known : file.GetOrAdd(syntax, new BodyReading(symbols).Read(operation));
    }

    /// <summary>Those bodies of a file that have been read by now, in their order.</summary>
    public IReadOnlyList<BodyUses> ReadIn(SyntaxTree file) =>
        _read.TryGetValue(file, out var bodies) ? [.. bodies.Values.OrderBy(body => body.Span.Start)] : [];

    /// <summary>The bodies in one block of operations: of a program without a class the block is what the body stands in.</summary>
    public static IEnumerable<IOperation> In(IOperation block) => block is IMethodBodyBaseOperation ? block.ChildOperations : [block];

    /// <summary>Gathers what one body tells.</summary>
    private sealed class BodyReading(RestrictedSymbols symbols)
    {
        private List<string>? _names;
        private List<TextSpan>? _unclear;

        public BodyUses Read(IOperation body)
        {
            OperationWalk.Over(body, Add);
            return new BodyUses(SpanOf(body), _names ?? (IReadOnlyList<string>)[], _unclear ?? (IReadOnlyList<TextSpan>)[]);
        }

        [MethodImpl(HotPath.Optimized)]
        private void Add(IOperation operation)
        {
            if (UsedMember.Of(operation) is not { } member)
            {
                AddUnclear(operation);
            }
            else if (symbols.Holds(member) && !(_names ??= []).Contains(member.Name))
            {
                _names.Add(member.Name);
            }
        }

        // A function within the body may have attributes, and values of its parameters, which are no part of it.
        [MethodImpl(HotPath.Optimized)]
        private void AddUnclear(IOperation operation)
        {
            switch (operation.Kind)
            {
                case OperationKind.None or OperationKind.Invalid or OperationKind.NameOf:
                case OperationKind.DynamicInvocation or OperationKind.DynamicMemberReference or OperationKind.DynamicIndexerAccess or OperationKind.DynamicObjectCreation:
                    (_unclear ??= []).Add(operation.Syntax.Span);
                    break;
                case OperationKind.LocalFunction:
                    AddHead(operation, ((ILocalFunctionOperation)operation).Body);
                    break;
                case OperationKind.AnonymousFunction:
                    AddHead(operation, ((IAnonymousFunctionOperation)operation).Body);
                    break;
            }
        }

        private void AddHead(IOperation function, IOperation? body)
        {
            var start = function.Syntax.SpanStart;
            (_unclear ??= []).Add(TextSpan.FromBounds(start, body is null ? function.Syntax.Span.End : Math.Max(start, body.Syntax.SpanStart)));
        }

        // The body of a program without a class has the whole file for its syntax, with the classes below.
        private static TextSpan SpanOf(IOperation body)
        {
            if (body is not IBlockOperation { Syntax.Parent: null } program)
            {
                return body.Syntax.Span;
            }

            var (start, end) = (int.MaxValue, 0);
            foreach (var statement in program.Operations.Where(statement => !statement.IsImplicit))
            {
                (start, end) = (Math.Min(start, statement.Syntax.SpanStart), Math.Max(end, statement.Syntax.Span.End));
            }

            return start < end ? TextSpan.FromBounds(start, end) : body.Syntax.Span;
        }
    }
}
