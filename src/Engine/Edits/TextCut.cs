namespace AiToolPolicy.Engine.Edits;

/// <summary>Takes something out of a text and leaves no gap: the whole line where nothing else stands on it, else the blanks beside it.</summary>
public static class TextCut
{
    /// <param name="start">0-based offset of the first character that goes.</param>
    /// <param name="end">Offset after the last one.</param>
    public static TextEdit Of(string text, int start, int end)
    {
        var from = start;
        while (from > 0 && IsBlank(text[from - 1]))
        {
            from--;
        }

        var to = end;
        while (to < text.Length && IsBlank(text[to]))
        {
            to++;
        }

        var beginsLine = from == 0 || IsLineEnd(text[from - 1]);
        var endsLine = to == text.Length || IsLineEnd(text[to]);
        return beginsLine && endsLine ? Between(from, AfterLineEnd(text, to))
            : beginsLine || from == start ? Between(start, endsLine ? end : to)
            : Between(from, end);
    }

    private static TextEdit Between(int start, int end) => new(start, end - start, "");

    private static int AfterLineEnd(string text, int offset) =>
        offset == text.Length ? offset
        : text[offset] == '\r' && offset + 1 < text.Length && text[offset + 1] == '\n' ? offset + 2
        : offset + 1;

    private static bool IsBlank(char c) => c is ' ' or '\t';

    private static bool IsLineEnd(char c) => c is '\r' or '\n';
}
