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
    private static readonly char[] ListSeparator = [';'];

    /// <summary>Every id in <c>Include</c> or <c>Update</c> of the items of the given types, in the order of the file.</summary>
    public static IReadOnlyList<ProjectItem> Read(XmlElement root, params string[] itemTypes)
    {
        var properties = new MsBuildProperties(root);
        var items = new List<ProjectItem>();
        foreach (var element in root.SelfAndDescendants())
        {
            var type = Array.Find(itemTypes, element.Is);
            if (type is not null)
            {
                Add(items, type, element, element.Attribute("Include"), properties);
                Add(items, type, element, element.Attribute("Update"), properties);
            }
        }

        return items;
    }

    /// <summary>Every id of one item, with properties of the same file expanded; may still hold <c>$(…)</c>.</summary>
    internal static IEnumerable<string> Ids(XmlElement item, MsBuildProperties properties) =>
        (item.Attribute("Include") ?? item.Attribute("Update"))?.Value.Split(';').SelectMany(id => Ids(id.Trim(), properties)) ?? [];

    private static void Add(List<ProjectItem> items, string type, XmlElement element, XmlAttributeValue? attribute, MsBuildProperties properties)
    {
        if (attribute is null)
        {
            return;
        }

        var version = VersionOf(element, properties);
        var parts = attribute.Value.Split(';');
        var position = 0;
        foreach (var part in parts)
        {
            var id = part.Trim();
            var start = position + part.IndexOf(id, StringComparison.Ordinal);
            position += part.Length + 1;
            var location = parts.Length == 1 ? element.Location : attribute.LocationOf(start, id.Length);
            foreach (var expanded in Ids(id, properties))
            {
                items.Add(new ProjectItem(type, expanded, version, element, location));
            }
        }
    }

    private static IEnumerable<string> Ids(string written, MsBuildProperties properties)
    {
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var expanded in properties.Expand(written))
        {
            foreach (var id in expanded.Split(ListSeparator, StringSplitOptions.RemoveEmptyEntries))
            {
                var unescaped = MsBuildProperties.Unescape(id.Trim());
                if (unescaped.Length > 0 && seen.Add(unescaped))
                {
                    yield return unescaped;
                }
            }
        }
    }

    private static string? VersionOf(XmlElement element, MsBuildProperties properties)
    {
        var written = element.Metadata("VersionOverride") ?? element.Metadata("Version");
        if (written is null)
        {
            return null;
        }

        var values = properties.Expand(written);
        var version = values[values.Count - 1].Trim();
        return version.Length == 0 || MsBuildProperties.AreIn(version) ? null : version;
    }
}
