using System.Text.RegularExpressions;
using AiToolPolicy.Engine.Xml;

namespace AiToolPolicy.Engine.Inspection.Dependencies;

/// <summary>The properties that an MSBuild file sets itself, to expand <c>$(Name)</c> in its items. What is set elsewhere stays as it is written.</summary>
internal sealed class ProjectProperties(XmlElement root)
{
    private const int MostExpansions = 16;
    private const int MostRounds = 3;

    private ILookup<string, string>? _values;

    /// <summary>Whether the text still refers to a property.</summary>
    public static bool IsUnexpanded(string text) => text.IndexOf("$(", StringComparison.Ordinal) >= 0;

    /// <summary>MSBuild's own escapes: <c>%41</c> is <c>A</c>.</summary>
    public static string Unescape(string text) =>
        text.IndexOf('%') < 0 ? text : Patterns.Escape.Replace(text, m => ((char)Convert.ToInt32(m.Groups["code"].Value, 16)).ToString());

    /// <summary>Every value the text may have: a property may be set in several places, under conditions, and each counts. Never empty.</summary>
    public IReadOnlyList<string> Expand(string text)
    {
        IReadOnlyList<string> results = [text];
        for (var round = 0; round < MostRounds && results.Any(IsUnexpanded); round++)
        {
            results = [.. results.SelectMany(ExpandFirst).Distinct().Take(MostExpansions)];
        }

        return results;
    }

    private IEnumerable<string> ExpandFirst(string text)
    {
        _values ??= root.SelfAndDescendants()
            .Where(e => e.Parent is not null && e.Parent.Is("PropertyGroup"))
            .ToLookup(e => e.Name, e => e.Text, StringComparer.OrdinalIgnoreCase);
        var match = Patterns.Property.Matches(text).Cast<Match>().FirstOrDefault(m => _values.Contains(m.Groups["name"].Value));
        return match is null
            ? [text]
            : _values[match.Groups["name"].Value].Select(value => text.Substring(0, match.Index) + value + text.Substring(match.Index + match.Length));
    }

    // Apart, because most project files need neither, and building an expression costs a build node more than reading the file.
    private static class Patterns
    {
        public static readonly Regex Property = new(@"\$\((?<name>[A-Za-z_][\w.-]*)\)", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));

        public static readonly Regex Escape = new("%(?<code>[0-9A-Fa-f]{2})", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));
    }
}
