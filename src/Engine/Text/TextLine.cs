namespace AiToolPolicy.Engine.Text;

/// <summary>One line of a file, without its end.</summary>
/// <param name="Offset">0-based, of the line's first character in the file.</param>
public sealed record TextLine(SourceFile File, int Offset, string Text)
{
    /// <summary>The place of a part of the line.</summary>
    public Location At(int start, int length) => File.At(Offset + start, length);

    /// <summary>The place of the first occurrence of <paramref name="part"/> from <paramref name="from"/> on; of the whole line where there is none.</summary>
    public Location Of(string part, int from = 0) =>
        Text.IndexOf(part, Math.Min(from, Text.Length), StringComparison.Ordinal) is var start and >= 0 ? At(start, part.Length) : At(0, Text.Length);

    /// <summary>All lines; CR, LF and CR LF end one.</summary>
    public static IEnumerable<TextLine> Of(SourceFile file)
    {
        for (var start = 0; start <= file.Text.Length;)
        {
            var end = file.Text.IndexOfAny(Ends, start);
            end = end < 0 ? file.Text.Length : end;
            yield return new TextLine(file, start, file.Text.Substring(start, end - start));
            var isPair = end + 1 < file.Text.Length && file.Text[end] == '\r' && file.Text[end + 1] == '\n';
            start = end + (isPair ? 2 : 1);
        }
    }

    private static readonly char[] Ends = ['\n', '\r'];
}
