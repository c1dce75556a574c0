using System.Text.RegularExpressions;
using AiToolPolicy.Engine.Text;
using AiToolPolicy.Engine.Xml;

namespace AiToolPolicy.Engine.Inspection.Dependencies;

/// <summary>One id that an MSBuild item names.</summary>
/// <param name="ItemType">As in the file: <c>PackageReference</c>, <c>PackageVersion</c> …</param>
/// <param name="Id">With properties of the same file expanded; may still hold <c>$(…)</c>.</param>
/// <param name="Location">The item's start tag, or the id alone where one item names several.</param>
public sealed record ProjectItem(string ItemType, string Id, string? Version, XmlElement Element, Location Location);

/// <summary>Reads the items of an MSBuild file. Conditions are ignored, so that nothing hides in one.</summary>
public static class ProjectItems
{
    private const int MostExpansions = 16;

    private static readonly Regex Property = new(@"\$\((?<name>[A-Za-z_][\w.-]*)\)", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));

    private static readonly Regex Escape = new("%(?<code>[0-9A-Fa-f]{2})", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));

    /// <summary>Every id in <c>Include</c> or <c>Update</c> of the items of one type.</summary>
    public static IEnumerable<ProjectItem> Read(XmlElement root, string itemType)
    {
        var properties = root.SelfAndDescendants().Where(e => e.Parent is not null && e.Parent.Is("PropertyGroup")).ToLookup(e => e.Name, e => e.Text, StringComparer.OrdinalIgnoreCase);
        foreach (var element in root.SelfAndDescendants().Where(e => e.Is(itemType)))
        {
            foreach (var attribute in new[] { element.Attribute("Include"), element.Attribute("Update") }.OfType<XmlAttributeValue>())
            {
                foreach (var (id, location) in Ids(element, attribute, properties))
                {
                    yield return new ProjectItem(itemType, id, VersionOf(element, properties), element, location);
                }
            }
        }
    }

    private static IEnumerable<(string Id, Location Location)> Ids(XmlElement element, XmlAttributeValue attribute, ILookup<string, string> properties)
    {
        var parts = attribute.Value.Split(';');
        var position = 0;
        foreach (var part in parts)
        {
            var id = part.Trim();
            var start = position + part.IndexOf(id, StringComparison.Ordinal);
            position += part.Length + 1;
            var location = parts.Length == 1 ? element.Location : attribute.LocationOf(start, id.Length);
            foreach (var expanded in Expand(id, properties).SelectMany(e => e.Split(';')).Select(e => Unescape(e.Trim())).Where(e => e.Length > 0).Distinct())
            {
                yield return (expanded, location);
            }
        }
    }

    private static string? VersionOf(XmlElement element, ILookup<string, string> properties)
    {
        var written = element.Metadata("VersionOverride") ?? element.Metadata("Version");
        var version = written is null ? null : Expand(written, properties).Last().Trim();
        return string.IsNullOrEmpty(version) || Property.IsMatch(version) ? null : version;
    }

    // A property may be set in several places, under conditions: every value counts. What is set elsewhere stays as it is.
    private static IEnumerable<string> Expand(string text, ILookup<string, string> properties)
    {
        IReadOnlyList<string> results = [text];
        for (var round = 0; round < 3 && results.Any(Property.IsMatch); round++)
        {
            results = [.. results.SelectMany(result => ExpandFirst(result, properties)).Distinct().Take(MostExpansions)];
        }

        return results;
    }

    private static IEnumerable<string> ExpandFirst(string text, ILookup<string, string> properties)
    {
        var match = Property.Matches(text).Cast<Match>().FirstOrDefault(m => properties.Contains(m.Groups["name"].Value));
        return match is null
            ? [text]
            : properties[match.Groups["name"].Value].Select(value => text.Substring(0, match.Index) + value + text.Substring(match.Index + match.Length));
    }

    // MSBuild's own escapes: %41 is A.
    private static string Unescape(string text) =>
        text.IndexOf('%') < 0 ? text : Escape.Replace(text, m => ((char)Convert.ToInt32(m.Groups["code"].Value, 16)).ToString());
}
