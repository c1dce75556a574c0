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
    private static readonly Regex Escape = new("%(?<code>[0-9A-Fa-f]{2})", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));

    /// <summary>Every id in <c>Include</c> or <c>Update</c> of the items of one type.</summary>
    public static IEnumerable<ProjectItem> Read(XmlElement root, string itemType)
    {
        var properties = new MsBuildProperties(root);
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

    private static IEnumerable<(string Id, Location Location)> Ids(XmlElement element, XmlAttributeValue attribute, MsBuildProperties properties)
    {
        var parts = attribute.Value.Split(';');
        var position = 0;
        foreach (var part in parts)
        {
            var id = part.Trim();
            var start = position + part.IndexOf(id, StringComparison.Ordinal);
            position += part.Length + 1;
            var location = parts.Length == 1 ? element.Location : attribute.LocationOf(start, id.Length);
            foreach (var expanded in properties.Expand(id).SelectMany(e => e.Split(';')).Select(e => Unescape(e.Trim())).Where(e => e.Length > 0).Distinct())
            {
                yield return (expanded, location);
            }
        }
    }

    private static string? VersionOf(XmlElement element, MsBuildProperties properties)
    {
        var written = element.Metadata("VersionOverride") ?? element.Metadata("Version");
        var version = written is null ? null : properties.Expand(written) is var values ? values[values.Count - 1].Trim() : null;
        return string.IsNullOrEmpty(version) || MsBuildProperties.AreIn(version!) ? null : version;
    }

    // MSBuild's own escapes: %41 is A.
    private static string Unescape(string text) =>
        text.IndexOf('%') < 0 ? text : Escape.Replace(text, m => ((char)Convert.ToInt32(m.Groups["code"].Value, 16)).ToString());
}
