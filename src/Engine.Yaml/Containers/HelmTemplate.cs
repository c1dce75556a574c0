using AiToolPolicy.Engine.Text;

namespace AiToolPolicy.Engine.Yaml.Containers;

/// <summary>Makes YAML of a template of a Helm chart.</summary>
internal static class HelmTemplate
{
    private static readonly string[] BlockHeads = ["|", ">", "|-", ">-", "|+", ">+"];

    /// <summary>
    /// The same text with <c>{{ … }}</c> blanked: a line or list item of nothing else becomes empty, the first line of a block a comment of the
    /// script in it, inside other text letters take its place.
    /// </summary>
    public static SourceFile Blank(SourceFile text)
    {
        var open = text.Text.IndexOf("{{", StringComparison.Ordinal);
        if (open < 0)
        {
            return text;
        }

        var characters = text.Text.ToCharArray();
        while (open >= 0)
        {
            var end = EndOf(text.Text, open);
            Fill(characters, open, end, !IsAlone(text.Text, open, end) ? '$' : BeginsBlock(text.Text, open) ? '#' : ' ');
            open = text.Text.IndexOf("{{", end, StringComparison.Ordinal);
        }

        return new SourceFile(text.Path, new string(characters));
    }

    // A comment ends at its own mark, and what is quoted may hold brackets of its own.
    private static int EndOf(string text, int open)
    {
        var quote = '\0';
        for (var i = EndOfComment(text, open + 2); i + 1 < text.Length; i++)
        {
            var c = text[i];
            if (quote == '\0' && c == '}' && text[i + 1] == '}')
            {
                return i + 2;
            }

            i += c == '\\' && quote == '"' ? 1 : 0;
            quote = quote == '\0' ? (c is '"' or '`' ? c : '\0') : c == quote || (c == '\n' && quote == '"') ? '\0' : quote;
        }

        // A quote that nothing closes hides nothing.
        var close = text.IndexOf("}}", open, StringComparison.Ordinal);
        return close < 0 ? text.Length : close + 2;
    }

    private static int EndOfComment(string text, int start)
    {
        while (start < text.Length && (text[start] == '-' || char.IsWhiteSpace(text[start])))
        {
            start++;
        }

        var end = string.CompareOrdinal(text, start, "/*", 0, 2) == 0 ? text.IndexOf("*/", start + 2, StringComparison.Ordinal) : -1;
        return end < 0 ? start : end + 2;
    }

    private static void Fill(char[] characters, int start, int end, char filling)
    {
        for (var i = start; i < end; i++)
        {
            characters[i] = characters[i] is '\n' or '\r' ? characters[i] : filling;
        }
    }

    // An empty first line may not be indented deeper than the lines after it.
    private static bool BeginsBlock(string text, int start)
    {
        var before = text.Substring(0, start).TrimEnd();
        var word = before.Substring(before.LastIndexOfAny([' ', '\n']) + 1);
        return BlockHeads.Contains(word);
    }

    // Nothing but blanks around it on its line, or other templates; a list's dash before it.
    private static bool IsAlone(string text, int start, int end)
    {
        var lineStart = text.LastIndexOf('\n', Math.Max(0, start - 1)) + 1;
        var lineEnd = text.IndexOf('\n', Math.Min(end, text.Length - 1));
        var before = start > lineStart ? text.Substring(lineStart, start - lineStart) : "";
        var after = lineEnd > end ? text.Substring(end, lineEnd - end) : lineEnd < 0 ? text.Substring(end) : "";
        return (before.Trim().Length == 0 || before.Trim() == "-" || before.TrimEnd().EndsWith("}}", StringComparison.Ordinal))
            && (after.Trim().Length == 0 || after.TrimStart().StartsWith("{{", StringComparison.Ordinal));
    }
}
