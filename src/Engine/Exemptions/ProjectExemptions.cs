using AiToolPolicy.Engine.Catalog;
using AiToolPolicy.Engine.Findings;
using AiToolPolicy.Engine.Inspection;
using AiToolPolicy.Engine.Text;
using AiToolPolicy.Engine.Xml;

namespace AiToolPolicy.Engine.Exemptions;

/// <summary>
/// Reads exemptions in MSBuild files: <c>AiToolPolicyExemption</c> items, and metadata such as <c>AiToolPolicyJustification</c> on a reference.
/// They are read as they are written and not evaluated, so that tool and build see the same and every mistake has its line; what only an
/// evaluation could tell exempts nothing.
/// </summary>
internal static class ProjectExemptions
{
    public const string Mark = "AiToolPolicy";

    private const string Item = "AiToolPolicyExemption";

    private static readonly Surface[] BroughtInByProjects = [Surface.Package, Surface.Assembly, Surface.Source];

    private static readonly string[] References =
        ["PackageReference", "GlobalPackageReference", "PackageVersion", "PackageDownload", "DotNetCliToolReference", "Reference", "ProjectReference"];

    public static IReadOnlyList<ExemptionDocument> Read(SourceFile file, string name, List<Finding> findings)
    {
        if (file.Text.IndexOf(Mark, StringComparison.OrdinalIgnoreCase) < 0 || XmlTree.Read(file).Root is not { } root)
        {
            return [];
        }

        var elements = root.SelfAndDescendants().ToList();
        return
        [
            .. elements.Where(element => element.Is(Item)).SelectMany(element => OfItem(file.Path, name, element, findings)),
            .. elements.Where(element => References.Any(element.Is)).SelectMany(element => OfReference(file.Path, name, element, findings)),
        ];
    }

    private static IEnumerable<ExemptionDocument> OfItem(string path, string name, XmlElement element, List<Finding> findings)
    {
        var fields = new MetadataFields(element, findings, "");
        var scope = ExemptionScope.OfFolder(path) with { Surfaces = BroughtInByProjects, OwnFilesOnly = FileNames.IsProject(name) };
        var record = fields.Read([.. MetadataFields.Terms, .. MetadataFields.Targets]) with { Scope = scope };
        return element.Attribute("Include") is { } include
            ? Ids(include).Select(id => record with { Tool = id })
            : [record];
    }

    // The reference itself and what it brings in, where this file has it; what another file says of the same package is that file's.
    private static IEnumerable<ExemptionDocument> OfReference(string path, string name, XmlElement element, List<Finding> findings)
    {
        var fields = new MetadataFields(element, findings, Mark);
        if (!fields.Any)
        {
            return [];
        }

        var record = fields.Read(MetadataFields.Terms);
        var scope = FileNames.IsProject(name)
            ? ExemptionScope.OfFolder(path) with { Surfaces = BroughtInByProjects, OwnFilesOnly = true, ThatFolderOnly = true }
            : ExemptionScope.OfFile(path);
        return (element.Attribute("Include") ?? element.Attribute("Update")) is { } ids
            ? Ids(ids).Select(id => record with { Scope = scope with { Reference = NameOf(element, id.Value) } })
            : [];
    }

    // NuGet knows a referenced project by its name.
    private static string NameOf(XmlElement element, string id)
    {
        var file = id.Replace('\\', '/').Split('/').Last();
        return element.Is("ProjectReference") && file.LastIndexOf('.') is var dot and > 0 ? file.Substring(0, dot) : id.Split(',')[0].Trim();
    }

    private static IEnumerable<Placed<string>> Ids(XmlAttributeValue attribute)
    {
        var start = 0;
        foreach (var part in attribute.Value.Split(';'))
        {
            var id = part.Trim();
            if (id.Length > 0 || attribute.Value.Trim().Length == 0)
            {
                yield return new Placed<string>(id, attribute.LocationOf(start + part.IndexOf(id, StringComparison.Ordinal), id.Length));
            }

            start += part.Length + 1;
        }
    }
}
