using Microsoft.CodeAnalysis;

namespace AiToolPolicy.Analyzers;

/// <summary>The tokens of one file by what they are called.</summary>
internal sealed class FileTokens(SyntaxTree tree, SyntaxKinds kinds, CancellationToken cancellation)
{
    private readonly SyntaxNode _root = tree.GetRoot(cancellation);

    // In Visual Basic text stands between the tags of XML, with no sign before it that the text of the file would show.
    private readonly string? _text = kinds == SyntaxKinds.CSharp ? tree.GetText(cancellation).ToString() : null;

    /// <summary>Visits the string literals and the identifiers of these names in their order, and may visit other tokens.</summary>
    public void Visit(WordSet words, Action<SyntaxToken> visit) => Visit(words, withText: true, 0, visit);

    /// <summary>The identifiers of these names, in their order.</summary>
    public List<SyntaxToken> Among(WordSet words) => Among(words, 0);

    /// <summary>The same without those of the imports at the top of the file, which name no members.</summary>
    public List<SyntaxToken> AmongBelowImports(WordSet words) =>
        Among(words, _root.ChildNodes().TakeWhile(kinds.IsImport).Select(import => import.FullSpan.End).DefaultIfEmpty().Last());

    private List<SyntaxToken> Among(WordSet words, int from)
    {
        var found = new List<SyntaxToken>();
        Visit(words, withText: false, from, token =>
        {
            if (token.SpanStart >= from && kinds.IsIdentifier(token) && words.Contains(token.ValueText))
            {
                found.Add(token);
            }
        });
        return found;
    }

    private void Visit(WordSet words, bool withText, int from, Action<SyntaxToken> visit)
    {
        if (_text is not null)
        {
            TextWalk.Over(_root, _text, words, withText, from, visit);
        }
        else
        {
            TokenWalk.Over(_root, visit);
        }
    }
}
