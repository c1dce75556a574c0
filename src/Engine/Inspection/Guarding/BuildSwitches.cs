using AiToolPolicy.Engine.Inspection.Dependencies;

namespace AiToolPolicy.Engine.Inspection.Guarding;

/// <summary>Switches of <c>dotnet build</c> and <c>msbuild</c> that weaken the check.</summary>
public static class BuildSwitches
{
    private static readonly string[] Properties = ["p", "property"];

    private static readonly Dictionary<string, string> Lists = new(StringComparer.OrdinalIgnoreCase)
    {
        ["noWarn"] = "hides warnings of the check",
        ["warnAsMessage"] = "hides warnings of the check",
        ["warnNotAsError"] = "keeps findings of the check from failing a build",
    };

    /// <param name="words">The words behind the command, without their quotes.</param>
    /// <returns>The index of the word, and what it does.</returns>
    public static IEnumerable<(int Word, string What)> Read(IReadOnlyList<string> words)
    {
        for (var i = 0; i < words.Count; i++)
        {
            if (Switch(words[i]) is not var (name, value))
            {
                continue;
            }

            // "--property A=B" in two words.
            var next = value is null && i + 1 < words.Count && words[i + 1].IndexOf('=') > 0 ? words[i + 1] : null;
            foreach (var what in Weakens(name, value ?? next ?? ""))
            {
                yield return (value is null && next is not null ? i + 1 : i, what);
            }
        }
    }

    // -name:value, /name:value, --name=value
    private static (string Name, string? Value)? Switch(string word)
    {
        var start = word.StartsWith("--", StringComparison.Ordinal) ? 2 : word.Length > 1 && word[0] is '-' or '/' ? 1 : 0;
        if (start == 0)
        {
            return null;
        }

        var end = word.IndexOfAny([':', '='], start);
        return end < 0 ? (word.Substring(start), null) : (word.Substring(start, end - start), word.Substring(end + 1));
    }

    private static IEnumerable<string> Weakens(string name, string value)
    {
        if (Properties.Contains(name, StringComparer.OrdinalIgnoreCase))
        {
            return Assignments(value).Select(set => GuardedProperties.Weakens(set.Name, set.Value)).OfType<string>();
        }

        return Lists.TryGetValue(name, out var effect) && RuleCodes.In(MsBuildProperties.Unescape(value)) is { Count: > 0 } codes
            ? [GuardedProperties.Listing("-" + name, codes, effect)]
            : [];
    }

    /// <summary>Properties as MSBuild takes them in one text: <c>A=1;B=2</c>. A part without a name continues the value before it.</summary>
    internal static IReadOnlyList<(string Name, string Value)> Assignments(string text)
    {
        var set = new List<(string Name, string Value)>();
        foreach (var part in text.Split(';', ','))
        {
            var equal = part.IndexOf('=');
            if (equal > 0)
            {
                set.Add((part.Substring(0, equal).Trim(' ', '"', '\''), MsBuildProperties.Unescape(part.Substring(equal + 1)).Trim(' ', '"', '\'')));
            }
            else if (set.Count > 0)
            {
                set[set.Count - 1] = (set[set.Count - 1].Name, set[set.Count - 1].Value + ";" + MsBuildProperties.Unescape(part).Trim(' ', '"', '\''));
            }
        }

        return set;
    }
}
