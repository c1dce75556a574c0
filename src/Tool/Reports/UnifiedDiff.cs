using System.Text;
using AiToolPolicy.Engine.Text;

namespace AiToolPolicy.Tool.Reports;

/// <summary>What changes in a text, as <c>diff -u</c> and <c>git apply</c> know it.</summary>
internal static class UnifiedDiff
{
    private const int Context = 3;

    /// <param name="path">Repository-relative, with forward slashes.</param>
    /// <param name="before">Null for a new file.</param>
    public static string Of(string path, string? before, string after)
    {
        var script = LineDiff.Of(Lines(before ?? ""), Lines(after));
        var shown = PlainText.Safe(path, 4096);
        var text = new StringBuilder($"--- {(before is null ? "/dev/null" : "a/" + shown)}\n+++ b/{shown}\n");
        foreach (var (start, end) in Hunks(script))
        {
            Append(text, script, start, end);
        }

        return text.ToString();
    }

    // Lines with their ends.
    private static List<string> Lines(string text)
    {
        var lines = new List<string>();
        for (var start = 0; start < text.Length;)
        {
            var end = text.IndexOf('\n', start);
            end = end < 0 ? text.Length : end + 1;
            lines.Add(text[start..end]);
            start = end;
        }

        return lines;
    }

    // Changes with the lines around them; those whose surroundings touch are one.
    private static IEnumerable<(int Start, int End)> Hunks(IReadOnlyList<LineChange> script)
    {
        (int Start, int End)? open = null;
        for (var i = 0; i < script.Count; i++)
        {
            if (script[i].Mark == ' ')
            {
                continue;
            }

            var (start, end) = (Math.Max(0, i - Context), Math.Min(script.Count, i + Context + 1));
            if (open is { } hunk && hunk.End < start)
            {
                yield return hunk;
                open = null;
            }

            open = (open?.Start ?? start, end);
        }

        if (open is { } last)
        {
            yield return last;
        }
    }

    private static void Append(StringBuilder text, IReadOnlyList<LineChange> script, int start, int end)
    {
        var (old, added) = (Range(script, start, end, '+'), Range(script, start, end, '-'));
        text.Append("@@ -").Append(old).Append(" +").Append(added).Append(" @@\n");
        for (var i = start; i < end; i++)
        {
            text.Append(script[i].Mark).Append(Shown(script[i].Line.TrimEnd('\n')));
            text.Append(script[i].Line.EndsWith('\n') ? "\n" : "\n\\ No newline at end of file\n");
        }
    }

    // The first line and the number of lines on one side, which has all lines but those of the other's mark.
    private static string Range(IReadOnlyList<LineChange> script, int start, int end, char others)
    {
        var before = script.Take(start).Count(line => line.Mark != others);
        var count = script.Skip(start).Take(end - start).Count(line => line.Mark != others);
        return $"{(count == 0 ? before : before + 1)},{count}";
    }

    // What is no ordinary text would be obeyed by a terminal or a pipeline; such a line is shown and no longer fit to be applied.
    private static string Shown(string line)
    {
        var end = line.EndsWith('\r') ? "\r" : "";
        return string.Join('\t', line[..(line.Length - end.Length)].Split('\t').Select(part => PlainText.Safe(part, int.MaxValue))) + end;
    }
}
