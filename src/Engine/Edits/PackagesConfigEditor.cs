using AiToolPolicy.Engine.Catalog;
using AiToolPolicy.Engine.Inspection;
using AiToolPolicy.Engine.Text;
using AiToolPolicy.Engine.Xml;

namespace AiToolPolicy.Engine.Edits;

/// <summary>Mends <c>packages.config</c>.</summary>
internal sealed class PackagesConfigEditor : IFileEditor
{
    public SignatureKind Kind => SignatureKind.Nuget;

    public bool Edits(string path) => path.Substring(path.LastIndexOf('/') + 1).EqualsIgnoringCase(FileNames.PackagesConfig);

    public FileEdit Remove(SourceFile file, EditTarget target)
    {
        var offset = file.OffsetOf(target.Place.Line, target.Place.Column);
        var element = XmlTree.Read(file).Root?.SelfAndDescendants().LastOrDefault(e => e.Is("package") && e.EndOffset > offset && e.Offset <= offset);
        return element is not null && string.Equals(element.Attribute("id")?.Value, target.Seen, StringComparison.OrdinalIgnoreCase)
            ? FileEdit.Of(TextCut.Of(file.Text, element.Offset, element.EndOffset!.Value))
            : FileEdit.Refused("is no longer where it was found");
    }

    public FileEdit Replace(SourceFile file, EditTarget target, Counterpart counterpart) =>
        FileEdit.Refused("stands in a list that NuGet keeps in step with the project file; replace it with NuGet's own commands");
}
