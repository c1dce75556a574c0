namespace AiToolPolicy.Engine.Inspection.Settings;

/// <summary>
/// The string literals of a configuration language (Terraform, Bicep), each with the name that stands before its <c>=</c> or <c>:</c>.
/// Comments are left out.
/// </summary>
/// <param name="quote">The character around a literal.</param>
/// <param name="hasHash">Whether <c>#</c> begins a comment.</param>
internal sealed class LiteralScanner(string text, char quote, bool hasHash)
{
    private int _at;
    private (int Start, int Length) _word;
    private (int Start, int Length) _name;
    private (int Start, int Length) _first;

    /// <summary>Where the text that is not yet read begins.</summary>
    public int Position => _at;

    /// <summary>How many braces are open.</summary>
    public int Depth { get; private set; }

    /// <summary>The first word of the line, by which a language tells what is declared; empty where a line has none yet.</summary>
    public (int Start, int Length) FirstWord => _first;

    /// <summary>The next name (with an empty literal) or literal, or null at the end.</summary>
    public (bool IsLiteral, int Start, int Length, string Name)? Next()
    {
        while (_at < text.Length)
        {
            var c = text[_at];
            if (IsComment(c) || SkipBlock(c))
            {
                continue;
            }

            if (c == quote)
            {
                return Literal();
            }

            if (char.IsLetter(c) || c == '_')
            {
                TakeWord();
                continue;
            }

            _at++;
            if (c is '=' or ':')
            {
                _name = _word;
                return (false, _name.Start, _name.Length, "");
            }

            Pass(c);
        }

        return null;
    }

    private void Pass(char c)
    {
        Depth += c == '{' ? 1 : c == '}' && Depth > 0 ? -1 : 0;
        _name = c is '\n' or '{' or '}' ? default : _name;
        _first = c == '\n' ? default : _first;
    }

    private void TakeWord()
    {
        var start = _at;
        while (_at < text.Length && (char.IsLetterOrDigit(text[_at]) || text[_at] is '_' or '-'))
        {
            _at++;
        }

        _word = (start, _at - start);
        _first = _first.Length == 0 ? _word : _first;
    }

    private bool IsComment(char c)
    {
        var isLine = (hasHash && c == '#') || (c == '/' && Peek(1) == '/');
        if (isLine)
        {
            var end = text.IndexOf('\n', _at);
            _at = end < 0 ? text.Length : end;
        }

        return isLine;
    }

    private bool SkipBlock(char c)
    {
        var isBlock = c == '/' && Peek(1) == '*';
        if (isBlock)
        {
            var end = text.IndexOf("*/", _at + 2, StringComparison.Ordinal);
            _at = end < 0 ? text.Length : end + 2;
        }

        return isBlock;
    }

    private (bool IsLiteral, int Start, int Length, string Name) Literal()
    {
        var isTriple = quote == '\'' && Peek(1) == quote && Peek(2) == quote;
        var start = _at + (isTriple ? 3 : 1);
        var end = isTriple ? text.IndexOf("'''", start, StringComparison.Ordinal) : EndOf(start);
        end = end < 0 ? text.Length : end;
        _at = Math.Min(text.Length, end + (isTriple ? 3 : 1));
        _word = (start, end - start);
        return (true, start, end - start, text.Substring(_name.Start, _name.Length));
    }

    // What stands in ${…} may hold quotes of its own.
    private int EndOf(int start)
    {
        var braces = 0;
        for (var i = start; i < text.Length; i++)
        {
            var c = text[i];
            if (c == '\n' || (c == quote && braces == 0))
            {
                return i;
            }

            braces += c == '{' && (braces > 0 || text[i - 1] == '$') ? 1 : c == '}' && braces > 0 ? -1 : 0;
            i += c == '\\' ? 1 : 0;
        }

        return text.Length;
    }

    private char Peek(int ahead) => _at + ahead < text.Length ? text[_at + ahead] : '\0';
}
