namespace AiToolPolicy.Engine.Text;

/// <summary>Finds the word that a misspelt one was probably meant to be.</summary>
public static class Nearest
{
    private const int LargestDistance = 2;

    // A shorter beginning says too little.
    private const int ShortestBeginning = 3;

    /// <summary>The candidate at most two edits away (the first of the nearest ones in ordinal order), else the only one that begins with the word, or null.</summary>
    public static string? To(string word, IEnumerable<string> candidates)
    {
        var best = LargestDistance + 1;
        string? nearest = null;
        var sorted = candidates.OrderBy(c => c, StringComparer.Ordinal).ToList();
        foreach (var candidate in sorted)
        {
            var distance = Distance(word.ToLowerInvariant(), candidate.ToLowerInvariant());
            if (distance < best && distance < candidate.Length)
            {
                (best, nearest) = (distance, candidate);
            }
        }

        return nearest ?? OnlyBeginning(word, sorted);
    }

    private static string? OnlyBeginning(string word, IEnumerable<string> candidates)
    {
        var begun = candidates.Where(c => c.StartsWith(word, StringComparison.OrdinalIgnoreCase)).Distinct(StringComparer.Ordinal).Take(2).ToList();
        return word.Length >= ShortestBeginning && begun.Count == 1 ? begun[0] : null;
    }

    /// <summary>" Did you mean 'x'?" or nothing, to be appended to an error.</summary>
    public static string Hint(string word, IEnumerable<string> candidates) =>
        To(word, candidates) is { } nearest ? $" Did you mean '{PlainText.Safe(nearest)}'?" : "";

    // Optimal string alignment: insert, delete, replace, swap neighbours.
    private static int Distance(string a, string b)
    {
        if (Math.Abs(a.Length - b.Length) > LargestDistance)
        {
            return LargestDistance + 1;
        }

        var rows = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++)
        {
            for (var j = 0; j <= b.Length; j++)
            {
                rows[i, j] = i == 0 ? j : j == 0 ? i : Cheapest(rows, a, b, i, j);
            }
        }

        return rows[a.Length, b.Length];
    }

    private static int Cheapest(int[,] rows, string a, string b, int i, int j)
    {
        var replace = rows[i - 1, j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
        var cheapest = Math.Min(replace, Math.Min(rows[i - 1, j], rows[i, j - 1]) + 1);
        var swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
        return swapped ? Math.Min(cheapest, rows[i - 2, j - 2] + 1) : cheapest;
    }
}
