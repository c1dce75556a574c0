namespace AiToolPolicy.Engine.Inspection.Manifests;

/// <summary>Cuts a Python program into tokens, without comments and blanks: enough of its grammar to find strings that are written out.</summary>
internal sealed class PythonReader(string text)
{
    private readonly List<PythonToken> _tokens = [];
    private int _at;
    private int _depth;

    public List<PythonToken> Read()
    {
        while (_at < text.Length)
        {
            switch (text[_at])
            {
                case '#':
                    _at = text.IndexOf('\n', _at) is var end and >= 0 ? end : text.Length;
                    break;
                case '"' or '\'':
                    ReadString(PythonToken.Literal);
                    break;
                case var c when IsInName(c):
                    ReadName();
                    break;
                default:
                    ReadSign();
                    break;
            }
        }

        return _tokens;
    }

    private void ReadSign()
    {
        var sign = text[_at];
        _depth -= sign is ')' or ']' or '}' && _depth > 0 ? 1 : 0;
        // Within brackets a statement goes on over lines, and so it does behind a backslash.
        var isLineEnd = sign == '\n' && _depth == 0 && !EndsWithBackslash();
        if (isLineEnd || (!char.IsWhiteSpace(sign) && sign != '\\'))
        {
            Add(isLineEnd ? PythonToken.LineEnd : sign, _at, 1);
        }

        _depth += sign is '(' or '[' or '{' ? 1 : 0;
        _at++;
    }

    private bool EndsWithBackslash() => _at > 0 && text[_at - 1] == '\\' || _at > 1 && text[_at - 1] == '\r' && text[_at - 2] == '\\';

    // Letters just before a quote say what kind of string it is.
    private void ReadName()
    {
        var start = _at;
        while (_at < text.Length && IsInName(text[_at]))
        {
            _at++;
        }

        if (_at < text.Length && text[_at] is '"' or '\'')
        {
            ReadString(text.IndexOfAny(['f', 'F', 't', 'T'], start, _at - start) >= 0 ? PythonToken.Template : PythonToken.Literal);
        }
        else
        {
            Add(PythonToken.Name, start, _at - start);
        }
    }

    // One that nothing closes ends at its line, or with the text.
    private void ReadString(char kind)
    {
        var isLong = Sees(new string(text[_at], 3));
        var quote = new string(text[_at], isLong ? 3 : 1);
        var start = _at + quote.Length;
        for (_at = start; _at < text.Length && !Sees(quote) && (isLong || text[_at] is not ('\n' or '\r')); _at++)
        {
            _at += text[_at] == '\\' ? 1 : 0;
        }

        _at = Math.Min(_at, text.Length);
        Add(kind, start, _at - start);
        _at += Sees(quote) ? quote.Length : 0;
    }

    private void Add(char kind, int offset, int length) => _tokens.Add(new PythonToken(kind, offset, text.Substring(offset, length), _depth));

    private bool Sees(string quote) => string.CompareOrdinal(text, _at, quote, 0, quote.Length) == 0;

    private static bool IsInName(char c) => char.IsLetterOrDigit(c) || c == '_';
}
