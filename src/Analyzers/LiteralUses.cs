using AiToolPolicy.Engine.Inspection.Source;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace AiToolPolicy.Analyzers;

/// <summary>The signs in a file's string literals, and in constants that are joined of several.</summary>
internal sealed class LiteralUses(LiteralReader reader, SyntaxKinds kinds, SemanticModel model, CancellationToken cancellation)
{
    // What each joined expression comes to; null where that is only known when the program runs.
    private readonly Dictionary<TextSpan, string?> _joined = [];

    public void Collect(SyntaxToken token, List<SourceUse> uses)
    {
        if (Joined(token) is not { } expression)
        {
            Add(reader.Read(token.ValueText), token, uses);
            return;
        }

        if (!_joined.TryGetValue(expression.Span, out var value))
        {
            value = model.GetConstantValue(expression, cancellation).Value as string;
            _joined.Add(expression.Span, value);
            uses.AddRange(reader.Read(value ?? "").Select(sign => Use(sign, expression.GetLocation())));
        }

        if (value is null)
        {
            Add(reader.Read(token.ValueText), token, uses);
        }
    }

    private static void Add(IReadOnlyList<LiteralSign> signs, SyntaxToken token, List<SourceUse> uses)
    {
        foreach (var sign in signs)
        {
            uses.Add(Use(sign, Location.Create(token.SyntaxTree!, SpanOf(sign, token))));
        }
    }

    private static SourceUse Use(LiteralSign sign, Location location) => new(sign.Signature, sign.What, sign.Seen, null, location);

    // A literal is marked as a whole, as long as it stands on one line; in a longer text the place itself is marked.
    private static TextSpan SpanOf(LiteralSign sign, SyntaxToken token)
    {
        var text = token.Text;
        var at = text.IndexOf('\n') < 0 ? -1 : text.IndexOf(sign.Seen, StringComparison.Ordinal);
        return at < 0 ? token.Span : new TextSpan(token.SpanStart + at, sign.Seen.Length);
    }

    private SyntaxNode? Joined(SyntaxToken token)
    {
        SyntaxNode? outermost = null;
        for (var node = token.Parent; node is not null && (node.Span.Length == token.Span.Length || kinds.Joins(node) || node == token.Parent); node = node.Parent)
        {
            outermost = kinds.Joins(node) ? node : outermost;
        }

        return outermost;
    }
}
