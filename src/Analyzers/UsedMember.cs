using System.Runtime.CompilerServices;
using AiToolPolicy.Engine.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AiToolPolicy.Analyzers;

/// <summary>The member that an operation uses.</summary>
internal static class UsedMember
{
    /// <returns>A method, constructor, operator, property, field or event; null where the operation itself uses none.</returns>
    [MethodImpl(HotPath.Optimized)]
    public static ISymbol? Of(IOperation operation) => operation.Kind switch
    {
        OperationKind.Invocation => ((IInvocationOperation)operation).TargetMethod,
        OperationKind.ObjectCreation => ((IObjectCreationOperation)operation).Constructor,
        OperationKind.Conversion => ((IConversionOperation)operation).OperatorMethod,
        OperationKind.Binary => ((IBinaryOperation)operation).OperatorMethod,
        OperationKind.Unary => ((IUnaryOperation)operation).OperatorMethod,
        OperationKind.CompoundAssignment => ((ICompoundAssignmentOperation)operation).OperatorMethod,
        OperationKind.Increment or OperationKind.Decrement => ((IIncrementOrDecrementOperation)operation).OperatorMethod,
        OperationKind.PropertyReference or OperationKind.FieldReference or OperationKind.EventReference or OperationKind.MethodReference =>
            ((IMemberReferenceOperation)operation).Member,
        _ => null,
    };
}
