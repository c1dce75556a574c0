using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace AiToolPolicy.Analyzers;

/// <summary>A declaration whose own attribute asks the compiler to be silent about a rule in it.</summary>
/// <param name="Attributes">The attribute's text, which names the rule.</param>
/// <param name="Span">The whole declaration, attributes included.</param>
internal sealed record SuppressedDeclaration(string Attributes, TextSpan Span)
{
    public static IReadOnlyList<SuppressedDeclaration> In(SyntaxTree tree, CancellationToken cancellation)
    {
        if (!MayHold(tree, cancellation))
        {
            return [];
        }

        var kinds = SyntaxKinds.Of(tree.Options.Language);
        return [.. tree.GetRoot(cancellation).DescendantNodes()
            .Where(node => node.RawKind == kinds.AttributeList && node.DescendantTokens().Any(token => kinds.IsIdentifier(token) && token.ValueText is "SuppressMessage" or "SuppressMessageAttribute"))
            .Select(list => new SuppressedDeclaration(list.ToString(), Declaration(list.Parent!).Span))];
    }

    /// <summary>The smallest of them that holds a place and speaks of a rule; null where there is none.</summary>
    public static SuppressedDeclaration? Around(TextSpan place, string id, IReadOnlyList<SuppressedDeclaration> declarations) => declarations
        .Where(declaration => declaration.Span.Contains(place) && declaration.Attributes.IndexOf(id, StringComparison.OrdinalIgnoreCase) >= 0)
        .OrderBy(declaration => declaration.Span.Length)
        .FirstOrDefault();

    // A look at the text spares nearly all files the walk over their nodes; a name may also be written with escapes.
    private static bool MayHold(SyntaxTree tree, CancellationToken cancellation)
    {
        var text = tree.GetText(cancellation).ToString();
        return text.IndexOf("SuppressMessage", StringComparison.OrdinalIgnoreCase) >= 0 || text.IndexOf("\\u", StringComparison.OrdinalIgnoreCase) >= 0;
    }

    // In Visual Basic the attributes stand in the first statement of a block.
    private static SyntaxNode Declaration(SyntaxNode owner) =>
        owner.Parent is { Parent: not null } block && block.SpanStart == owner.SpanStart ? block : owner;
}
