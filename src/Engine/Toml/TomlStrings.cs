using System.Globalization;
using System.Text;

namespace AiToolPolicy.Engine.Toml;

/// <summary>The four kinds of TOML strings: basic and literal, each on one line or on several.</summary>
internal static class TomlStrings
{
    /// <summary>
    /// Reads the string whose opening quote stands at <paramref name="position"/> and goes behind its closing one. Null for a mistake:
    /// then the position is where it stands.
    /// </summary>
    public static string? Read(string text, ref int position, out string mistake)
    {
        var start = position;
        var quote = text[start];
        var isLong = IsRun(text, start, quote);
        position = isLong ? AfterLineEnd(text, start + 3) : start + 1;
        var result = new StringBuilder();
        for (; position < text.Length; position++)
        {
            var c = text[position];
            if (c == quote && (!isLong || IsRun(text, position, quote)))
            {
                position += isLong ? 3 + Append(result, text, position + 3, quote) : 1;
                mistake = "";
                return result.ToString();
            }

            if (!isLong && c is '\n' or '\r')
            {
                break;
            }

            if (c == '\\' && quote == '"' ? !TryEscape(result, text, ref position, isLong) : !TryAppend(result, c))
            {
                mistake = c == '\\' ? "This is no escape sequence of TOML." : "A control character in a string must be written as an escape.";
                return null;
            }
        }

        position = start;
        mistake = $"The string is not closed: expected {(isLong ? "its closing quotes before the end of the file" : $"{quote} before the end of the line")}.";
        return null;
    }

    private static bool IsRun(string text, int position, char quote) =>
        position + 2 < text.Length && text[position] == quote && text[position + 1] == quote && text[position + 2] == quote;

    // A line end right after the opening quotes is no part of the string.
    private static int AfterLineEnd(string text, int position) =>
        position < text.Length && text[position] == '\n' ? position + 1
        : position + 1 < text.Length && text[position] == '\r' && text[position + 1] == '\n' ? position + 2
        : position;

    // One or two quotes may stand right before the closing ones.
    private static int Append(StringBuilder result, string text, int position, char quote)
    {
        var more = 0;
        while (more < 2 && position + more < text.Length && text[position + more] == quote)
        {
            more++;
        }

        result.Append(quote, more);
        return more;
    }

    private static bool TryAppend(StringBuilder result, char c)
    {
        result.Append(c);
        return c is '\t' or '\n' or '\r' or (>= ' ' and not '\u007f');
    }

    // On return the position is that of the escape's last character.
    private static bool TryEscape(StringBuilder result, string text, ref int position, bool isLong)
    {
        var c = position + 1 < text.Length ? text[position + 1] : '\0';
        if (c is 'x' or 'u' or 'U')
        {
            return TryCode(result, text, ref position, c == 'x' ? 2 : c == 'u' ? 4 : 8);
        }

        var simple = "btnfre\"\\".IndexOf(c);
        if (simple >= 0)
        {
            result.Append("\b\t\n\f\r\u001b\"\\"[simple]);
            position++;
            return true;
        }

        return isLong && TrySkipLineEnd(text, ref position);
    }

    private static bool TryCode(StringBuilder result, string text, ref int position, int digits)
    {
        var hex = position + 2 + digits <= text.Length ? text.Substring(position + 2, digits) : "";
        if (!int.TryParse(hex, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code) || code is < 0 or > 0x10FFFF or (>= 0xD800 and <= 0xDFFF))
        {
            return false;
        }

        result.Append(char.ConvertFromUtf32(code));
        position += 1 + digits;
        return true;
    }

    // A backslash at the end of a line takes the line end and all blanks after it away.
    private static bool TrySkipLineEnd(string text, ref int position)
    {
        var end = position + 1;
        while (end < text.Length && text[end] is ' ' or '\t' or '\n' or '\r')
        {
            end++;
        }

        var isLineEnd = text.IndexOf('\n', position + 1, end - position - 1) >= 0;
        position = isLineEnd ? end - 1 : position;
        return isLineEnd;
    }
}
