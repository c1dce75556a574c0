using System.Globalization;
using System.Text;
using AiToolPolicy.Engine.Text;

namespace AiToolPolicy.Engine.Json;

/// <summary>Walks a JSON text character by character: white space, comments, strings, numbers and words, each with a clear error.</summary>
/// <param name="start">The offset to begin at.</param>
internal sealed class JsonScanner(string text, bool comments, int start = 0)
{
    public int Position { get; private set; } = start;

    public bool AtEnd => Position >= text.Length;

    public char Current => Position < text.Length ? text[Position] : '\0';

    public void Advance() => Position++;

    public void SkipBlanks()
    {
        while (Position < text.Length)
        {
            var c = text[Position];
            if (c is ' ' or '\t' or '\n' or '\r')
            {
                Position++;
            }
            else if (c == '/' && comments)
            {
                SkipComment();
            }
            else
            {
                return;
            }
        }
    }

    /// <summary>Reads the string whose opening quote is the current character.</summary>
    public string ReadString()
    {
        var start = Position++;
        var end = text.IndexOfAny(StringStops, Position);
        if (end >= 0 && text[end] == '"')
        {
            var plain = text.Substring(Position, end - Position);
            if (!plain.Any(c => c < ' '))
            {
                Position = end + 1;
                return plain;
            }
        }

        return ReadEscapedString(start);
    }

    /// <summary>Passes over a string without making one.</summary>
    public void SkipString() => _ = ReadString();

    /// <summary>Passes over a number of RFC 8259 and returns where it began.</summary>
    public int ReadNumber()
    {
        var start = Position;
        Skip('-');
        if (Current == '0')
        {
            Advance();
        }
        else
        {
            Digits(start);
        }

        if (Skip('.'))
        {
            Digits(start);
        }

        if (Current is 'e' or 'E')
        {
            Advance();
            _ = Skip('+') || Skip('-');
            Digits(start);
        }

        return char.IsLetterOrDigit(Current) || Current is '.' or '+' or '-'
            ? throw new JsonSyntaxException("A number was expected to end here.", Position, 1)
            : start;
    }

    /// <summary>Reads <c>true</c>, <c>false</c> or <c>null</c>; anything else that is no value is an error here.</summary>
    public string ReadWord()
    {
        foreach (var word in Words)
        {
            if (string.CompareOrdinal(text, Position, word, 0, word.Length) == 0 && !IsWordCharacter(Position + word.Length))
            {
                Position += word.Length;
                return word;
            }
        }

        throw Unexpected("a value (an object, an array, a string in double quotes, a number, true, false or null)");
    }

    /// <summary>The error for what stands at the current character where <paramref name="expected"/> should be.</summary>
    public JsonSyntaxException Unexpected(string expected)
    {
        var found = AtEnd ? "the end of the file" : $"'{PlainText.Safe(Current.ToString())}'";
        return new JsonSyntaxException($"Expected {expected}, found {found}.", Position, AtEnd ? 0 : 1);
    }

    private static readonly char[] StringStops = ['"', '\\'];

    private static readonly string[] Words = ["true", "false", "null"];

    private bool IsWordCharacter(int index) => index < text.Length && (char.IsLetterOrDigit(text[index]) || text[index] == '_');

    private bool Skip(char c)
    {
        if (Current != c || AtEnd)
        {
            return false;
        }

        Position++;
        return true;
    }

    private void Digits(int start)
    {
        var first = Position;
        while (Current is >= '0' and <= '9')
        {
            Position++;
        }

        if (first == Position)
        {
            throw new JsonSyntaxException("Expected a digit in this number.", start, Math.Max(1, Position - start));
        }
    }

    private string ReadEscapedString(int start)
    {
        var result = new StringBuilder();
        for (; Position < text.Length; Position++)
        {
            var c = text[Position];
            switch (c)
            {
                case '"':
                    Position++;
                    return result.ToString();
                case '\\':
                    result.Append(ReadEscape());
                    break;
                case < ' ':
                    throw new JsonSyntaxException(
                        c is '\n' or '\r'
                            ? "The string is not closed: expected '\"' before the end of the line."
                            : "A control character in a string must be written as an escape.",
                        c is '\n' or '\r' ? start : Position,
                        c is '\n' or '\r' ? Position - start : 1);
                default:
                    result.Append(c);
                    break;
            }
        }

        throw new JsonSyntaxException("The string is not closed: expected '\"' before the end of the file.", start, 1);
    }

    // On return the position is that of the escape's last character.
    private char ReadEscape()
    {
        var start = Position++;
        switch (Current)
        {
            case '"' or '\\' or '/': return Current;
            case 'b': return '\b';
            case 'f': return '\f';
            case 'n': return '\n';
            case 'r': return '\r';
            case 't': return '\t';
            case 'u' when Position + 4 < text.Length && TryHex(Position + 1, out var code):
                Position += 4;
                return code;
            default:
                throw new JsonSyntaxException("Expected an escape: one of \\\" \\\\ \\/ \\b \\f \\n \\r \\t or \\u and four hexadecimal digits.", start, 2);
        }
    }

    private bool TryHex(int index, out char code)
    {
        var read = ushort.TryParse(text.Substring(index, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value);
        code = (char)value;
        return read;
    }

    private void SkipComment()
    {
        var start = Position;
        var next = Position + 1 < text.Length ? text[Position + 1] : '\0';
        if (next == '/')
        {
            var end = text.IndexOfAny(LineEnds, Position);
            Position = end < 0 ? text.Length : end;
        }
        else if (next == '*')
        {
            var end = text.IndexOf("*/", Position + 2, StringComparison.Ordinal);
            Position = end < 0 ? throw new JsonSyntaxException("The comment is not closed: expected '*/'.", start, 2) : end + 2;
        }
        else
        {
            throw Unexpected("'//' or '/*' to begin a comment");
        }
    }

    private static readonly char[] LineEnds = ['\n', '\r'];
}
