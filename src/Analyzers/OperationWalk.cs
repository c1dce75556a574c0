using System.Runtime.CompilerServices;
using AiToolPolicy.Engine.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AiToolPolicy.Analyzers;

/// <summary>
/// Visits an operation and all within it. Whole files are walked, and <see cref="OperationExtensions.DescendantsAndSelf"/> spends on
/// its iterators more than on the operations.
/// </summary>
internal static class OperationWalk
{
    // Deeper than people write; what programs write, such as a sum of ten thousand texts, must not use up the stack.
    private const int DeepestRecursion = 200;

    public static void Over(IOperation operation, Action<IOperation> visit) => Over(operation, visit, 0);

    [MethodImpl(HotPath.Optimized)]
    private static void Over(IOperation operation, Action<IOperation> visit, int depth)
    {
        if (depth > DeepestRecursion)
        {
            foreach (var inner in operation.DescendantsAndSelf())
            {
                visit(inner);
            }

            return;
        }

        visit(operation);
        if (!IsLeaf(operation.Kind))
        {
            foreach (var child in operation.ChildOperations)
            {
                Over(child, visit, depth + 1);
            }
        }
    }

    // About half of all operations; to ask one what is within it costs as much as to visit it.
    private static bool IsLeaf(OperationKind kind) =>
        kind is OperationKind.Literal or OperationKind.LocalReference or OperationKind.ParameterReference or OperationKind.InstanceReference;
}
