using AiToolPolicy.Engine.Text;
using AiToolPolicy.Engine.Xml;

namespace AiToolPolicy.Engine.Edits;

/// <summary>The version that an MSBuild item carries, where its id is replaced.</summary>
internal static class ItemVersion
{
    private static readonly string[] Names = ["Version", "VersionOverride"];

    /// <summary>The edits of the versions; none where the item carries none. A version that is not known may be "the newest" only for a plain reference.</summary>
    public static FileEdit Change(SourceFile file, XmlElement element, ListedId id, Counterpart counterpart)
    {
        var written = Names.SelectMany(name => Values(file, element, name)).ToList();
        if (written.Count > 0 && !id.IsAlone)
        {
            return FileEdit.Refused("shares its version with the other ids of the list");
        }

        if (written.Count > 0 && counterpart.Version is null && !element.Is("PackageReference"))
        {
            return FileEdit.Refused($"needs an exact version there, and that of '{PlainText.Safe(counterpart.Id)}' is not known here");
        }

        var version = counterpart.Version ?? "*";
        return FileEdit.Of([.. written.Select(place => new TextEdit(place.Offset, place.Length, element.Is("PackageDownload") ? $"[{version}]" : version))]);
    }

    private static IEnumerable<(int Offset, int Length)> Values(SourceFile file, XmlElement element, string name)
    {
        if (element.Attribute(name) is { } attribute)
        {
            yield return (attribute.Offset, attribute.Length);
        }

        foreach (var child in element.Children.Where(child => child.Is(name) && child.EndOffset is not null))
        {
            var start = file.Text.IndexOf('>', child.Offset) + 1;
            var end = file.Text.LastIndexOf("</", child.EndOffset!.Value - 1, StringComparison.Ordinal);
            if (end >= start)
            {
                yield return (start, end - start);
            }
        }
    }
}
