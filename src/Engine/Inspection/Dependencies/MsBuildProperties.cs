using System.Text.RegularExpressions;
using AiToolPolicy.Engine.Xml;

namespace AiToolPolicy.Engine.Inspection.Dependencies;

/// <summary>
/// The properties that an MSBuild file sets itself. One may be set in several places, under conditions: every value counts.
/// What is set elsewhere stays as it is written.
/// </summary>
internal sealed class MsBuildProperties(XmlElement root)
{
    private const int MostRounds = 32;
    private const int MostResults = 16;

    // Properties that hold each other many times over could fill the memory; no real file comes near.
    private const int MostCharacters = 4_000_000;

    private ILookup<string, string>? _values;
    private int _characters;

    private ILookup<string, string> Values => _values ??= root.SelfAndDescendants()
        .Where(e => e.Parent is not null && e.Parent.Is("PropertyGroup"))
        .ToLookup(e => e.Name, e => e.Text, StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether the text uses a property.</summary>
    public static bool AreIn(string text) => text.IndexOf("$(", StringComparison.Ordinal) >= 0 && Patterns.Use.IsMatch(text);

    /// <summary>MSBuild's own escapes undone: <c>%41</c> is <c>A</c>.</summary>
    public static string Unescape(string text) =>
        text.IndexOf('%') < 0 ? text : Patterns.Escape.Replace(text, m => ((char)Convert.ToInt32(m.Groups["code"].Value, 16)).ToString());

    /// <summary>Every text that the given one can become; at least one.</summary>
    public IReadOnlyList<string> Expand(string text)
    {
        IReadOnlyList<string> results = [text];
        for (var round = 0; round < MostRounds && results.Any(r => FirstKnown(r) is not null); round++)
        {
            results = [.. results.SelectMany(ExpandFirst).Distinct().Take(MostResults)];
        }

        return results;
    }

    private IEnumerable<string> ExpandFirst(string text) =>
        FirstKnown(text) is { } use
            ? Values[use.Groups["name"].Value].Select(value => Counted(text.Substring(0, use.Index) + value + text.Substring(use.Index + use.Length)))
            : [text];

    private Match? FirstKnown(string text) =>
        _characters > MostCharacters || text.IndexOf("$(", StringComparison.Ordinal) < 0 ? null
        : Patterns.Use.Matches(text).Cast<Match>().FirstOrDefault(m => Values.Contains(m.Groups["name"].Value));

    private string Counted(string text)
    {
        _characters += text.Length;
        return text;
    }

    // Apart, because most project files need neither, and building an expression costs a fresh build node more than reading the file.
    private static class Patterns
    {
        public static readonly Regex Use = new(@"\$\((?<name>[A-Za-z_][\w.-]*)\)", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));

        public static readonly Regex Escape = new("%(?<code>[0-9A-Fa-f]{2})", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));
    }
}
