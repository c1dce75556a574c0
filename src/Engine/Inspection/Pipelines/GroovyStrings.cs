using AiToolPolicy.Engine.Text;

namespace AiToolPolicy.Engine.Inspection.Pipelines;

/// <summary>Reads Groovy well enough to tell its string literals, and which words stand before each on its way from the last statement's end.</summary>
internal static class GroovyStrings
{
    private const int MaxWords = 4;

    public static IEnumerable<(IReadOnlyList<string> Words, PlacedText Literal)> Read(SourceFile file)
    {
        var words = new List<string>();
        var text = file.Text;
        for (var at = 0; at < text.Length;)
        {
            var c = text[at];
            if (c is '\'' or '"')
            {
                var (start, end, next) = Literal(text, at);
                yield return (words.ToArray(), PlacedText.Of(file, start, end - start));
                at = next;
            }
            else if (char.IsLetter(c) || c == '_')
            {
                var end = WordEnd(text, at);
                words.Add(text.Substring(at, end - at));
                words.RemoveRange(0, Math.Max(0, words.Count - MaxWords));
                at = end;
            }
            else
            {
                if (c is ';' or '}' or ']' || (c == '\n' && !EndsOpen(text, at)))
                {
                    words.Clear();
                }

                at = AfterComment(text, at);
            }
        }
    }

    /// <summary>The names that get a value in blocks of that name.</summary>
    public static IEnumerable<PlacedText> Assignments(SourceFile file, string block)
    {
        var text = file.Text;
        for (var at = text.IndexOf(block, StringComparison.Ordinal); at >= 0; at = text.IndexOf(block, at + 1, StringComparison.Ordinal))
        {
            var open = SkipBlanks(text, at + block.Length);
            var close = open < text.Length && text[open] == '{' ? text.IndexOf('}', open) : -1;
            for (var line = open + 1; close > 0 && line < close; line = NextLine(text, line))
            {
                var start = SkipBlanks(text, line);
                var end = WordEnd(text, start);
                var equal = SkipBlanks(text, end);
                if (end > start && end <= close && equal < text.Length && text[equal] == '=')
                {
                    yield return PlacedText.Of(file, start, end - start);
                }
            }
        }
    }

    // In brackets a statement goes on over the line's end.
    private static bool EndsOpen(string text, int newLine)
    {
        var last = newLine - 1;
        while (last >= 0 && text[last] is ' ' or '\t' or '\r')
        {
            last--;
        }

        return last >= 0 && text[last] is '(' or ',' or ':' or '{' or '[';
    }

    private static int AfterComment(string text, int at)
    {
        if (text[at] == '/' && at + 1 < text.Length && text[at + 1] is '/' or '*')
        {
            var end = text[at + 1] == '/' ? text.IndexOf('\n', at) : text.IndexOf("*/", at + 2, StringComparison.Ordinal);
            return end < 0 ? text.Length : text[at + 1] == '/' ? end : end + 2;
        }

        return at + 1;
    }

    private static (int Start, int End, int Next) Literal(string text, int at)
    {
        var isTriple = at + 2 < text.Length && text[at + 1] == text[at] && text[at + 2] == text[at];
        var close = isTriple ? text.Substring(at, 3) : text.Substring(at, 1);
        var start = at + close.Length;
        for (var i = start; i < text.Length; i++)
        {
            if (text[i] == '\\')
            {
                i++;
            }
            else if (string.CompareOrdinal(text, i, close, 0, close.Length) == 0 || (!isTriple && text[i] == '\n'))
            {
                return (start, i, i + close.Length);
            }
        }

        return (start, text.Length, text.Length);
    }

    private static int WordEnd(string text, int at)
    {
        while (at < text.Length && (char.IsLetterOrDigit(text[at]) || text[at] == '_'))
        {
            at++;
        }

        return at;
    }

    private static int SkipBlanks(string text, int at)
    {
        while (at < text.Length && char.IsWhiteSpace(text[at]))
        {
            at++;
        }

        return at;
    }

    private static int NextLine(string text, int at) => text.IndexOf('\n', at) is var end and >= 0 ? end + 1 : text.Length;
}
