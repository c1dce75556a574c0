using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;

namespace AiToolPolicy.Analyzers;

/// <summary>
/// Passes over names in bodies of code that use no restricted member of that name, as their operations tell all at once: most names that a
/// restricted member could have are of other members, and to ask the compiler about each costs more than to go through the body.
/// </summary>
internal sealed class BodyMembers(RestrictedSymbols symbols) : ITextLook
{
    private readonly List<string> _used = [];

    // Where names stand that no operation tells of.
    private readonly List<TextSpan> _unclear = [];

    private TextSpan _body;
    private IOperation? _read;

    public bool IsWordWanted(string text, int start, int length) => !RulesOut(text, start, length, start);

    public bool IsLiteralWanted(string value) => false;

    /// <summary>Whether a name is known to be of no restricted member.</summary>
    public bool RulesOut(SyntaxToken name) => RulesOut(name.ValueText, 0, name.ValueText.Length, name.SpanStart);

    /// <summary>Reads the body that an operation belongs to, of a method or an initial value, and forgets the one before.</summary>
    public void Read(IOperation operation)
    {
        while (operation.Parent is { } parent and not IMethodBodyBaseOperation)
        {
            operation = parent;
        }

        if (ReferenceEquals(operation, _read))
        {
            return;
        }

        _read = operation;
        _used.Clear();
        _unclear.Clear();
        _body = SpanOf(operation);
        OperationWalk.Over(operation, Add);
    }

    [MethodImpl(HotPath.Optimized)]
    private bool RulesOut(string text, int start, int length, int position) => _body.Contains(position) && !IsUsed(text, start, length) && !IsUnclear(position);

    // In Visual Basic a name may be written in any case.
    private bool IsUsed(string text, int start, int length)
    {
        foreach (var name in _used)
        {
            if (name.Length == length && string.Compare(text, start, name, 0, length, StringComparison.OrdinalIgnoreCase) == 0)
            {
                return true;
            }
        }

        return false;
    }

    private bool IsUnclear(int position)
    {
        foreach (var span in _unclear)
        {
            if (span.Contains(position))
            {
                return true;
            }
        }

        return false;
    }

    [MethodImpl(HotPath.Optimized)]
    private void Add(IOperation operation)
    {
        if (UsedMember.Of(operation) is not { } member)
        {
            AddUnclear(operation);
        }
        else if (symbols.Holds(member) && !_used.Contains(member.Name))
        {
            _used.Add(member.Name);
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
                _unclear.Add(operation.Syntax.Span);
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
        _unclear.Add(TextSpan.FromBounds(start, body is null ? function.Syntax.Span.End : Math.Max(start, body.Syntax.SpanStart)));
    }

    // The body of a program without a class has the whole file for its syntax, with the classes below.
    private static TextSpan SpanOf(IOperation body)
    {
        var (start, end) = (int.MaxValue, 0);
        foreach (var statement in body is IBlockOperation block ? block.Operations : [])
        {
            if (!statement.IsImplicit)
            {
                (start, end) = (Math.Min(start, statement.Syntax.SpanStart), Math.Max(end, statement.Syntax.Span.End));
            }
        }

        return start < end ? TextSpan.FromBounds(start, end) : body.Syntax.Span;
    }
}
