namespace AiToolPolicy.Tool.Reports;

/// <summary>A line that stays (a blank), goes (<c>-</c>) or comes (<c>+</c>).</summary>
internal sealed record LineChange(char Mark, string Line);

/// <summary>The shortest way from one list of lines to another (E. Myers, "An O(ND) Difference Algorithm", 1986).</summary>
internal static class LineDiff
{
    public static IReadOnlyList<LineChange> Of(IReadOnlyList<string> before, IReadOnlyList<string> after)
    {
        var prefix = 0;
        while (prefix < before.Count && prefix < after.Count && before[prefix] == after[prefix])
        {
            prefix++;
        }

        var suffix = 0;
        while (suffix < before.Count - prefix && suffix < after.Count - prefix && before[before.Count - 1 - suffix] == after[after.Count - 1 - suffix])
        {
            suffix++;
        }

        return
        [
            .. before.Take(prefix).Select(line => new LineChange(' ', line)),
            .. Changed([.. before.Skip(prefix).SkipLast(suffix)], [.. after.Skip(prefix).SkipLast(suffix)]),
            .. before.TakeLast(suffix).Select(line => new LineChange(' ', line)),
        ];
    }

    private static List<LineChange> Changed(string[] before, string[] after)
    {
        var trace = new List<int[]>();
        var offset = before.Length + after.Length + 1;
        var furthest = new int[(2 * offset) + 1];
        for (var steps = 0; ; steps++)
        {
            trace.Add([.. furthest]);
            for (var k = -steps; k <= steps; k += 2)
            {
                var x = IsDown(furthest, offset, k, steps) ? furthest[offset + k + 1] : furthest[offset + k - 1] + 1;
                while (x < before.Length && x - k < after.Length && before[x] == after[x - k])
                {
                    x++;
                }

                furthest[offset + k] = x;
                if (x >= before.Length && x - k >= after.Length)
                {
                    return Path(before, after, trace, offset);
                }
            }
        }
    }

    private static List<LineChange> Path(string[] before, string[] after, List<int[]> trace, int offset)
    {
        var script = new List<LineChange>();
        var (x, y) = (before.Length, after.Length);
        for (var steps = trace.Count - 1; steps >= 0; steps--)
        {
            var furthest = trace[steps];
            var k = x - y;
            var isDown = IsDown(furthest, offset, k, steps);
            var previous = steps == 0 ? 0 : isDown ? furthest[offset + k + 1] : furthest[offset + k - 1];
            var (fromX, fromY) = steps == 0 ? (0, 0) : (previous, previous - (isDown ? k + 1 : k - 1));
            while (x > fromX && y > fromY)
            {
                script.Add(new LineChange(' ', before[x - 1]));
                (x, y) = (x - 1, y - 1);
            }

            if (steps > 0)
            {
                script.Add(isDown ? new LineChange('+', after[y - 1]) : new LineChange('-', before[x - 1]));
                (x, y) = (fromX, fromY);
            }
        }

        script.Reverse();
        return script;
    }

    // Whether the furthest way to a diagonal comes by a new line rather than by one that goes.
    private static bool IsDown(int[] furthest, int offset, int k, int steps) =>
        k == -steps || (k != steps && furthest[offset + k - 1] < furthest[offset + k + 1]);
}
