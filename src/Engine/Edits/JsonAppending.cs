using AiToolPolicy.Engine.Json;

namespace AiToolPolicy.Engine.Edits;

/// <summary>Puts another entry at the end of an object or array, in the file's own line ends and indentation, and moves no comment.</summary>
internal static class JsonAppending
{
    /// <param name="entry">The entry's text with <c>\n</c> line ends, not indented.</param>
    public static IReadOnlyList<TextEdit> To(JsonNode container, string entry)
    {
        var text = container.File.Text;
        var lineEnd = text.IndexOf("\r\n", StringComparison.Ordinal) >= 0 ? "\r\n" : "\n";
        var outer = IndentationAt(text, container.Offset);
        var last = JsonEntry.In(container).LastOrDefault(e => e.Owner == container);
        var indentation = last is not null && Begins(text, last.Start) ? IndentationAt(text, last.Start) : outer + "  ";
        var close = container.Offset + container.Length - 1;
        var end = close;
        while (char.IsWhiteSpace(text[end - 1]))
        {
            end--;
        }

        var added = lineEnd + indentation + entry.Replace("\n", lineEnd + indentation) + (end == close ? lineEnd + outer : "");
        return last is null || JsonEntry.CommaFrom(text, last.End) is not null ? [new TextEdit(end, 0, added)]
            : last.End == end ? [new TextEdit(end, 0, "," + added)]
            : [new TextEdit(last.End, 0, ","), new TextEdit(end, 0, added)];
    }

    private static bool Begins(string text, int offset) => string.IsNullOrWhiteSpace(text.Substring(LineStart(text, offset), offset - LineStart(text, offset)));

    private static string IndentationAt(string text, int offset)
    {
        var start = LineStart(text, offset);
        var end = start;
        while (end < offset && text[end] is ' ' or '\t')
        {
            end++;
        }

        return text.Substring(start, end - start);
    }

    private static int LineStart(string text, int offset) => offset == 0 ? 0 : text.LastIndexOf('\n', offset - 1) + 1;
}
