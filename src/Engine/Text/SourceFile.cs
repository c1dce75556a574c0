namespace AiToolPolicy.Engine.Text;

/// <summary>One text input: its repository-relative path (forward slashes) and its decoded content without a byte order mark.</summary>
public sealed class SourceFile(string path, string text)
{
    private int[]? _lineStarts;

    public string Path { get; } = path;

    public string Text { get; } = text;

    /// <summary>The place of <paramref name="length"/> characters from the 0-based <paramref name="offset"/>, both clamped to the text.</summary>
    public Location At(int offset, int length)
    {
        var start = Math.Max(0, Math.Min(offset, Text.Length));
        var end = start + Math.Max(0, Math.Min(length, Text.Length - start));
        var (line, column) = Position(start);
        var (endLine, endColumn) = Position(end);
        return new Location(Path, line, column, endLine, endColumn);
    }

    /// <summary>The 0-based offset of a 1-based line and column, clamped to the text.</summary>
    public int OffsetOf(int line, int column)
    {
        var starts = LineStarts();
        var index = Math.Max(0, Math.Min(line - 1, starts.Length - 1));
        return Math.Max(0, Math.Min(starts[index] + column - 1, Text.Length));
    }

    private (int Line, int Column) Position(int offset)
    {
        var starts = LineStarts();
        var index = Array.BinarySearch(starts, offset);
        if (index < 0)
        {
            index = ~index - 1;
        }

        return (index + 1, offset - starts[index] + 1);
    }

    // CR, LF and CR LF end a line, as in XmlReader, MSBuild and every editor; U+0085 and U+2028 do not.
    private int[] LineStarts()
    {
        if (_lineStarts is not null)
        {
            return _lineStarts;
        }

        var starts = new List<int> { 0 };
        for (var i = 0; i < Text.Length; i++)
        {
            var c = Text[i];
            if (c == '\n' || (c == '\r' && (i + 1 == Text.Length || Text[i + 1] != '\n')))
            {
                starts.Add(i + 1);
            }
        }

        return _lineStarts = [.. starts];
    }
}
