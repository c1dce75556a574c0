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

    private static readonly Regex Use = new(@"\$\((?<name>[A-Za-z_][\w.-]*)\)", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));

    private readonly ILookup<string, string> _values = root.SelfAndDescendants()
        .Where(e => e.Parent is not null && e.Parent.Is("PropertyGroup"))
        .ToLookup(e => e.Name, e => e.Text, StringComparer.OrdinalIgnoreCase);

    private int _characters;

    /// <summary>Whether the text uses a property.</summary>
    public static bool AreIn(string text) => Use.IsMatch(text);

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
            ? _values[use.Groups["name"].Value].Select(value => Counted(text.Substring(0, use.Index) + value + text.Substring(use.Index + use.Length)))
            : [text];

    private Match? FirstKnown(string text) =>
        _characters > MostCharacters || text.IndexOf("$(", StringComparison.Ordinal) < 0 ? null
        : Use.Matches(text).Cast<Match>().FirstOrDefault(m => _values.Contains(m.Groups["name"].Value));

    private string Counted(string text)
    {
        _characters += text.Length;
        return text;
    }
}
