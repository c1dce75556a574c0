namespace AiToolPolicy.Engine.Inspection.Guarding;

internal enum CodeTokenKind
{
    Word,
    Literal,
    Sign,
}

/// <summary>A word, a string literal without its quotes, or a sign of source code.</summary>
internal readonly record struct CodeToken(CodeTokenKind Kind, string Text, int Offset)
{
    public bool IsSign(char sign) => Kind == CodeTokenKind.Sign && Text[0] == sign;

    public bool IsWord(string word) => Kind == CodeTokenKind.Word && Text.EqualsIgnoringCase(word);
}

/// <summary>Splits C# or Visual Basic just well enough to tell code from comments and from what stands in literals. A literal keeps its escapes.</summary>
internal sealed class CodeTokens(string text, bool isVisualBasic)
{
    private int _at;

    public IEnumerable<CodeToken> Read()
    {
        while (_at < text.Length)
        {
            var c = text[_at];
            if (char.IsWhiteSpace(c))
            {
                _at++;
            }
            else if (!SkipComment(c))
            {
                yield return c == '"' || (c == '\'' && !isVisualBasic) ? Literal(c) : IsPartOfWord(c) ? Word() : new CodeToken(CodeTokenKind.Sign, c.ToString(), _at++);
            }
        }
    }

    private bool SkipComment(char c)
    {
        var isLine = isVisualBasic ? c == '\'' : c == '/' && Peek(1) == '/';
        var isBlock = !isVisualBasic && c == '/' && Peek(1) == '*';
        if (isLine || isBlock)
        {
            MoveTo(isLine ? "\n" : "*/", _at + (isLine ? 0 : 2));
        }

        return isLine || isBlock;
    }

    private CodeToken Word()
    {
        var start = _at;
        while (_at < text.Length && IsPartOfWord(text[_at]))
        {
            _at++;
        }

        return new CodeToken(CodeTokenKind.Word, text.Substring(start, _at - start), start);
    }

    // Raw literals of three quotes and more, literals that double their quotes (@"", and all of Visual Basic's), and those with backslashes.
    private CodeToken Literal(char quote)
    {
        var quotes = 1;
        while (!isVisualBasic && quote == '"' && Peek(quotes) == '"')
        {
            quotes++;
        }

        var isRaw = quotes >= 3;
        var start = _at + (isRaw ? quotes : 1);
        var end = isRaw ? text.IndexOf(new string('"', quotes), start, StringComparison.Ordinal) : EndOf(start, quote, isVisualBasic || IsVerbatim());
        end = end < 0 ? text.Length : end;
        _at = Math.Min(text.Length, end + (isRaw ? quotes : 1));
        return new CodeToken(CodeTokenKind.Literal, text.Substring(start, end - start), start);
    }

    private int EndOf(int start, char quote, bool isDoubled)
    {
        for (var i = start; i < text.Length; i++)
        {
            if (text[i] == quote && !(isDoubled && i + 1 < text.Length && text[i + 1] == quote))
            {
                return i;
            }

            i += (isDoubled ? text[i] == quote : text[i] == '\\') ? 1 : 0;
        }

        return text.Length;
    }

    private bool IsVerbatim() => (_at > 0 && text[_at - 1] == '@') || (_at > 1 && text[_at - 1] == '$' && text[_at - 2] == '@');

    private void MoveTo(string end, int from) => _at = text.IndexOf(end, Math.Min(from, text.Length), StringComparison.Ordinal) is var found and >= 0 ? found + end.Length : text.Length;

    private char Peek(int ahead) => _at + ahead < text.Length ? text[_at + ahead] : '\0';

    private static bool IsPartOfWord(char c) => char.IsLetterOrDigit(c) || c == '_';
}
