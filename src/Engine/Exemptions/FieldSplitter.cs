using AiToolPolicy.Engine.Text;

namespace AiToolPolicy.Engine.Exemptions;

/// <summary>Splits a text into fields; what stands in quotes is never split.</summary>
internal static class FieldSplitter
{
    /// <summary>The parts between semicolons, trimmed, without empty ones. An apostrophe inside a word opens no quote.</summary>
    public static IEnumerable<PlacedText> AtSemicolons(PlacedText text) => Split(text, c => c == ';');

    /// <summary>The parts between blanks or semicolons, without empty ones.</summary>
    public static IEnumerable<PlacedText> AtBlanks(PlacedText text) => Split(text, c => c == ';' || char.IsWhiteSpace(c));

    public static PlacedText Trim(PlacedText text)
    {
        var start = text.Text.Length - text.Text.TrimStart().Length;
        return text.Part(start, text.Text.Trim().Length);
    }

    /// <summary>The value without its quotes.</summary>
    public static string Value(PlacedText text)
    {
        var value = text.Text;
        return value.Length >= 2 && value[0] is '"' or '\'' && value[value.Length - 1] == value[0] ? value.Substring(1, value.Length - 2) : value;
    }

    private static IEnumerable<PlacedText> Split(PlacedText text, Func<char, bool> separates)
    {
        var start = 0;
        var quote = '\0';
        for (var i = 0; i <= text.Text.Length; i++)
        {
            if (i < text.Text.Length && !(quote == '\0' && separates(text.Text[i])))
            {
                quote = After(quote, text.Text, i, start);
                continue;
            }

            var part = Trim(text.Part(start, i - start));
            start = i + 1;
            quote = '\0';
            if (part.Text.Length > 0)
            {
                yield return part;
            }
        }
    }

    // A quote begins where a value begins and ends where it ends.
    private static char After(char quote, string text, int index, int start) =>
        quote != '\0' ? (text[index] == quote ? '\0' : quote)
        : text[index] is '"' or '\'' && (index == start || text[index - 1] == '=' || string.IsNullOrWhiteSpace(text.Substring(start, index - start))) ? text[index]
        : '\0';
}
