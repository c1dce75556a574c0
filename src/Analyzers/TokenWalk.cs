using System.Runtime.CompilerServices;
using AiToolPolicy.Engine.Text;
using Microsoft.CodeAnalysis;

namespace AiToolPolicy.Analyzers;

/// <summary>
/// Visits the tokens of a tree in their order. Every file of a compilation is walked, and <see cref="SyntaxNode.DescendantTokens(Func{SyntaxNode, bool}, bool)"/>
/// spends on its three nested iterators about as much as on the tokens.
/// </summary>
internal static class TokenWalk
{
    // Deeper than people write; what programs write, such as a sum of ten thousand texts, must not use up the stack.
    private const int DeepestRecursion = 200;

    public static void Over(SyntaxNode root, Action<SyntaxToken> visit) => Over(root, visit, 0);

    [MethodImpl(HotPath.Optimized)]
    private static void Over(SyntaxNode node, Action<SyntaxToken> visit, int depth)
    {
        if (depth > DeepestRecursion)
        {
            foreach (var token in node.DescendantTokens())
            {
                visit(token);
            }

            return;
        }

        foreach (var child in node.ChildNodesAndTokens())
        {
            if (child.AsNode() is { } inner)
            {
                Over(inner, visit, depth + 1);
            }
            else
            {
                visit(child.AsToken());
            }
        }
    }
}
