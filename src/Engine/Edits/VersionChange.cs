using AiToolPolicy.Engine.Inspection;
using AiToolPolicy.Engine.Text;
using AiToolPolicy.Engine.Xml;

namespace AiToolPolicy.Engine.Edits;

/// <summary>The change of the line that decides which version of a package a project gets.</summary>
/// <param name="Before">The lines as they are, without the blanks around them.</param>
/// <param name="After">The same as they are to become.</param>
public sealed record VersionChange(Location Place, string Before, string After)
{
    // In the order in which they decide: a reference with a version of its own, then the central version.
    private static readonly string[] Items = ["PackageReference", "GlobalPackageReference", "PackageVersion"];

    /// <param name="files">The project first, then the files it imports, the nearest first.</param>
    /// <returns>Null where no line writes the id and its version literally.</returns>
    public static VersionChange? Of(IReadOnlyList<SourceFile> files, string id, string version)
    {
        var elements = files.Where(file => FileNames.IsMsBuild(file.Path))
            .SelectMany(file => (XmlTree.Read(file).Root?.SelfAndDescendants() ?? []).Select(element => (File: file, Element: element)))
            .ToList();
        return Items.SelectMany(item => elements.Where(entry => entry.Element.Is(item)))
            .Select(entry => Change(entry.File, entry.Element, id, version))
            .FirstOrDefault(change => change is not null);
    }

    private static VersionChange? Change(SourceFile file, XmlElement element, string id, string version)
    {
        var listed = ListedId.Find(element.Attribute("Include"), id) ?? ListedId.Find(element.Attribute("Update"), id);
        if (listed is null || element.EndOffset is not { } end || ItemVersion.Change(file, element, listed, new Counterpart(id, version)) is not { Refusal: null, Edits.Count: > 0 } edit)
        {
            return null;
        }

        if (edit.Edits.Any(change => file.Text.IndexOf("$(", change.Offset, change.Length, StringComparison.Ordinal) >= 0))
        {
            return null;
        }

        var before = file.Text.Substring(element.Offset, end - element.Offset);
        var after = TextEdit.Apply(before, edit.Edits.Select(change => change with { Offset = change.Offset - element.Offset }));
        return new VersionChange(element.Location, before, after);
    }
}
