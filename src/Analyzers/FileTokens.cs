using Microsoft.CodeAnalysis;

namespace AiToolPolicy.Analyzers;

/// <summary>The tokens of one file by what they are called.</summary>
internal sealed class FileTokens(SyntaxTree tree, SyntaxKinds kinds, CancellationToken cancellation)
{
    private readonly SyntaxNode _root = tree.GetRoot(cancellation);

    // In Visual Basic text stands between the tags of XML, with no sign before it that the text of the file would show.
    private readonly string? _text = kinds == SyntaxKinds.CSharp ? tree.GetText(cancellation).ToString() : null;

    private int? _endOfImports;

    /// <summary>Where the imports at the top of the file end; 0 where there are none.</summary>
    public int EndOfImports => _endOfImports ??= _root.ChildNodes().TakeWhile(kinds.IsImport).LastOrDefault()?.FullSpan.End ?? 0;

    /// <summary>Visits the string literals and the identifiers of these names in their order, and may visit other tokens.</summary>
    /// <param name="look">Which of them may be passed over.</param>
    public void Visit(WordSet words, ITextLook look, Action<SyntaxToken> visit) => Visit(words, look, 0, visit);

    /// <summary>Visits the identifiers of these names, in their order.</summary>
    public void VisitNames(WordSet words, Action<SyntaxToken> visit) => VisitNames(words, EveryName.Look, 0, visit);

    /// <summary>The same without those of the imports at the top of the file, which name no members.</summary>
    /// <param name="look">Which of them may be passed over.</param>
    public void VisitNamesBelowImports(WordSet words, ITextLook look, Action<SyntaxToken> visit) => VisitNames(words, look, EndOfImports, visit);

    private void VisitNames(WordSet words, ITextLook look, int from, Action<SyntaxToken> visit) => Visit(words, look, from, token =>
    {
        if (token.SpanStart >= from && kinds.IsIdentifier(token) && words.Contains(token.ValueText))
        {
            visit(token);
        }
    });

    private void Visit(WordSet words, ITextLook look, int from, Action<SyntaxToken> visit)
    {
        if (_text is not null)
        {
            TextWalk.Over(_root, _text, words, look, from, visit);
        }
        else
        {
            TokenWalk.Over(_root, visit);
        }
    }
}
