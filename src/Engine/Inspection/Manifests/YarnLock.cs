using AiToolPolicy.Engine.Text;

namespace AiToolPolicy.Engine.Inspection.Manifests;

/// <summary>One entry of a <c>yarn.lock</c>.</summary>
/// <param name="Descriptors">What it answers to: "name@range", "name@npm:range".</param>
internal sealed record YarnEntry(IReadOnlyList<string> Descriptors, Location Location)
{
    public string? Version { get; set; }

    /// <summary>In the newer format the package itself: "name@npm:1.0.0" or "name@workspace:folder".</summary>
    public string? Resolution { get; set; }

    /// <summary>Descriptors of what it needs.</summary>
    public List<string> Dependencies { get; } = [];
}

/// <summary>
/// Reads a <c>yarn.lock</c> line by line, the classic format and the newer one, which looks like YAML but is always laid out the same way:
/// an entry's descriptors at the start of a line, its fields indented by two, its dependencies by four.
/// </summary>
internal static class YarnLock
{
    public static IReadOnlyList<YarnEntry> Read(SourceFile file)
    {
        var entries = new List<YarnEntry>();
        var section = "";
        foreach (var line in TextLine.Of(file))
        {
            var text = line.Text.TrimEnd();
            var indent = text.Length - text.TrimStart(' ').Length;
            if (text.Length == 0 || text[indent] == '#')
            {
                continue;
            }

            if (indent == 0)
            {
                section = "";
                if (text[text.Length - 1] == ':' && !text.StartsWith("__metadata", StringComparison.Ordinal))
                {
                    var head = text.Substring(0, text.Length - 1);
                    entries.Add(new YarnEntry([.. head.Split(',').Select(d => d.Trim().Trim('"').Trim())], line.At(0, head.Length)));
                }
            }
            else if (entries.Count > 0)
            {
                ReadField(entries[entries.Count - 1], indent, text.Trim(), ref section);
            }
        }

        return entries;
    }

    private static void ReadField(YarnEntry entry, int indent, string text, ref string section)
    {
        var (name, value) = Split(text);
        if (indent == 2)
        {
            section = value.Length == 0 ? name : "";
            entry.Version = name == "version" ? value : entry.Version;
            entry.Resolution = name == "resolution" ? value : entry.Resolution;
        }
        else if (indent == 4 && section is "dependencies" or "optionalDependencies")
        {
            entry.Dependencies.Add($"{name}@{value}");
        }
    }

    // `name "value"` in the classic format, `name: "value"` in the newer one; either part may be in quotes.
    private static (string Name, string Value) Split(string text)
    {
        var close = text[0] == '"' ? text.IndexOf('"', 1) : -1;
        var end = text.IndexOfAny(Separators, close + 1);
        if (end < 0)
        {
            return (text.Trim('"'), "");
        }

        return (text.Substring(0, end).Trim('"'), text.Substring(end).TrimStart(':', ' ').Trim('"'));
    }

    private static readonly char[] Separators = [' ', ':'];
}
