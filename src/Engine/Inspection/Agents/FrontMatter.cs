using AiToolPolicy.Engine.Text;

namespace AiToolPolicy.Engine.Inspection.Agents;

/// <summary>The keys of the block between <c>---</c> lines at the head of a Markdown file, with their places. Values are not looked at.</summary>
internal static class FrontMatter
{
    private const string Fence = "---";

    /// <summary>Top-level keys in the order of the file; none where there is no such block, or it does not end.</summary>
    public static IReadOnlyList<Placed<string>> Keys(SourceFile file)
    {
        var keys = new List<Placed<string>>();
        var isOpen = false;
        for (int start = 0, end; start < file.Text.Length; start = end + 1)
        {
            end = file.Text.IndexOf('\n', start);
            end = end < 0 ? file.Text.Length : end;
            var line = file.Text.Substring(start, end - start).TrimEnd();
            if (line == Fence && isOpen)
            {
                return keys;
            }

            if (!isOpen && line.Length > 0 && line != Fence)
            {
                return [];
            }

            isOpen |= line == Fence;
            if (KeyOf(line) is { } key)
            {
                keys.Add(new Placed<string>(key, file.At(start, key.Length)));
            }
        }

        return [];
    }

    private static string? KeyOf(string line)
    {
        var colon = line.IndexOf(':');
        return colon > 0 && line.Take(colon).All(c => char.IsLetterOrDigit(c) || c is '-' or '_') ? line.Substring(0, colon) : null;
    }
}
