using AiToolPolicy.Engine.Catalog;
using AiToolPolicy.Engine.Inspection;
using AiToolPolicy.Engine.Text;
using AiToolPolicy.Engine.Xml;

namespace AiToolPolicy.Engine.Edits;

/// <summary>Mends MSBuild files: the items that name packages and assemblies.</summary>
internal sealed class ProjectItemEditor : IFileEditor
{
    private static readonly string[] Items =
        ["PackageReference", "PackageVersion", "GlobalPackageReference", "PackageDownload", "DotNetCliToolReference", "Reference"];

    public SignatureKind Kind => SignatureKind.Nuget;

    public bool Edits(string path) => FileNames.IsMsBuild(path);

    public FileEdit Remove(SourceFile file, EditTarget target)
    {
        if (ElementAt(file, target) is not { } element)
        {
            return FileEdit.Refused("is not an item of its own that could be taken out");
        }

        return IdOf(element, target.Seen) is not { } id ? Refusal(element)
            : id.IsAlone ? FileEdit.Of(TextCut.Of(file.Text, element.Offset, element.EndOffset!.Value))
            : FileEdit.Of(id.Removal());
    }

    public FileEdit Replace(SourceFile file, EditTarget target, Counterpart counterpart)
    {
        if (ElementAt(file, target) is not { } element || element.Is("Reference"))
        {
            return FileEdit.Refused("is not a package that another could stand in for");
        }

        if (IdOf(element, target.Seen) is not { } id)
        {
            return Refusal(element);
        }

        return IsThere(element, counterpart.Id)
            ? Remove(file, target)
            : ItemVersion.Change(file, element, id, counterpart) is { Refusal: null } version
                ? FileEdit.Of([.. version.Edits, id.Replacement(counterpart.Id)])
                : ItemVersion.Change(file, element, id, counterpart);
    }

    private static XmlElement? ElementAt(SourceFile file, EditTarget target)
    {
        var offset = file.OffsetOf(target.Place.Line, target.Place.Column);
        return XmlTree.Read(file).Root?.SelfAndDescendants().LastOrDefault(element =>
            element.EndOffset > offset && element.Offset <= offset && Items.Any(element.Is));
    }

    // An assembly reference may name more than the assembly, or be known by the file it points to.
    private static ListedId? IdOf(XmlElement element, string seen) =>
        ListedId.Find(element.Attribute("Include"), seen)
        ?? ListedId.Find(element.Attribute("Update"), seen)
        ?? (element.Is("Reference") && element.Attribute("Include") is { } include && include.Value.IndexOf(';') < 0 ? new ListedId(include, include.Offset, include.Length, true) : null);

    private static bool IsThere(XmlElement element, string id) => Root(element).SelfAndDescendants().Any(other =>
        other.Is(element.Name) && other != element && ListedId.Find(other.Attribute("Include"), id) is not null);

    private static XmlElement Root(XmlElement element) => element.Parent is { } parent ? Root(parent) : element;

    private static FileEdit Refusal(XmlElement element)
    {
        var written = PlainText.Safe((element.Attribute("Include") ?? element.Attribute("Update"))?.Value ?? "");
        return FileEdit.Refused(written.IndexOf("$(", StringComparison.Ordinal) >= 0 || written.IndexOf('%') >= 0
            ? $"is written there as '{written}', which only a person can change"
            : $"comes in behind '{written}': update that one, or take it out");
    }
}
