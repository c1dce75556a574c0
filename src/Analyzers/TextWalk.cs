using System.Runtime.CompilerServices;
using AiToolPolicy.Engine.Text;
using Microsoft.CodeAnalysis;

namespace AiToolPolicy.Analyzers;

/// <summary>
/// Visits those tokens of a C# file that may matter, found by its text: string literals, and identifiers of certain names. Of nearly all tokens the
/// tree has made no object yet, and to have them made for a look at each costs more than to read the text.
/// </summary>
internal sealed class TextWalk
{
    private readonly string _text;
    private readonly WordSet _words;
    private readonly ITextLook _look;
    private readonly Action<SyntaxToken> _visit;

    // The way down from the root is long, and the next token is often close by.
    private SyntaxNode _near;

    private TextWalk(SyntaxNode root, string text, WordSet words, ITextLook look, Action<SyntaxToken> visit) =>
        (_near, _text, _words, _look, _visit) = (root, text, words, look, visit);

    /// <param name="text">Of the whole tree.</param>
    /// <param name="words">The names that are looked for. A word with an escape in it, or with letters beyond ASCII, may be any name and is visited.</param>
    /// <param name="look">Decides whose tokens are visited, string literals among them.</param>
    /// <param name="from">Where in the text it begins, between two tokens.</param>
    public static void Over(SyntaxNode root, string text, WordSet words, ITextLook look, int from, Action<SyntaxToken> visit) =>
        new TextWalk(root, text, words, look, visit).Over(from, text.Length);

    [MethodImpl(HotPath.Optimized)]
    private void Over(int from, int to)
    {
        var text = _text;
        for (var at = from; at < to;)
        {
            var start = at;
            if (text[at] is '"' or '/')
            {
                var end = text[at] == '/' ? EndOfSlash(text, at) : EndOfUnwanted(at);
                at = end < 0 ? Visit(start) : end;
            }
            else if (!IsWordPart(text[at++]))
            {
                continue;
            }
            else if (!IsPlainWord(text, start, ref at) || (_words.Contains(text, start, at - start) && _look.IsWordWanted(text, start, at - start)))
            {
                at = Visit(start);
            }
        }
    }

    // -1 for a literal that is wanted, or that only the compiler can read.
    private int EndOfUnwanted(int at)
    {
        var end = PlainLiteral.End(_text, at);
        if (end > 0)
        {
            return _look.IsLiteralWanted(_text.Substring(at + 1, end - at - 2)) ? -1 : end;
        }

        end = InterpolatedText.EndOfUnwanted(_text, at, _look);
        for (int hole = at, close = 0; end > 0 && (hole = _text.IndexOf('{', hole, end - hole)) > 0; hole = close)
        {
            close = _text.IndexOf('}', hole);
            Over(hole + 1, close);
        }

        return end;
    }

    // A comment to the end of the line ends there; -1 for one that the tree must tell the end of.
    private static int EndOfSlash(string text, int at) => (at + 1 < text.Length ? text[at + 1] : ' ') switch
    {
        '/' => text.IndexOfAny(PlainLiteral.LineEnds, at) is >= 0 and var end ? end : text.Length,
        '*' => -1,
        _ => at + 1,
    };

    // Moves on to the word's end; false where the word may be another one than it looks like.
    [MethodImpl(HotPath.Optimized)]
    private static bool IsPlainWord(string text, int start, ref int at)
    {
        var isPlain = IsPlain(text[start]);
        for (; at < text.Length && IsWordPart(text[at]); at++)
        {
            isPlain &= IsPlain(text[at]);
        }

        return isPlain;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool IsPlain(char c) => c is < (char)128 and not '\\';

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool IsWordPart(char c) => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '_' or '\\' or >= (char)128;

    // Returns where what was visited ends: a whole literal, the whole of the comments between two tokens.
    [MethodImpl(HotPath.Optimized)]
    private int Visit(int at)
    {
        while (!_near.FullSpan.Contains(at) && _near.Parent is { } outer)
        {
            _near = outer;
        }

        var token = _near.FindToken(at);
        _near = token.Parent ?? _near;
        if (!token.Span.Contains(at))
        {
            return at < token.SpanStart ? token.SpanStart : token.FullSpan.End;
        }

        if (StartsInterpolation(token) && token.Parent is { } interpolated)
        {
            TokenWalk.Over(interpolated, _visit);
            return interpolated.Span.End;
        }

        _visit(token);
        return token.Span.End;
    }

    // $", @$", $""" with the end of the line and the like: tokens of their own only there.
    private static bool StartsInterpolation(SyntaxToken token) =>
        token.Text is var text && (text[0] == '$' || (text[0] == '@' && text.Length > 1 && text[1] == '$'));
}
