using AiToolPolicy.Engine.Catalog;
using AiToolPolicy.Engine.Text;
using AiToolPolicy.Engine.Xml;

namespace AiToolPolicy.Engine.Inspection.Dependencies;

/// <summary>Package references, assembly references and MSBuild SDKs in project files and the files they import.</summary>
public sealed class ProjectFileInspector : IInspector
{
    private static readonly (string ItemType, string Origin)[] PackageItems =
    [
        ("PackageReference", "direct reference"),
        ("GlobalPackageReference", "global reference"),
        ("PackageVersion", "central version"),
        ("PackageDownload", "download"),
        ("DotNetCliToolReference", "tool reference"),
    ];

    public bool Reads(InputFile file) => FileNames.IsMsBuild(file.Name);

    public void Inspect(InputFile file, InspectionContext context)
    {
        if (context.Xml(file) is not { } root)
        {
            return;
        }

        foreach (var (itemType, origin) in PackageItems)
        {
            foreach (var item in ProjectItems.Read(root, itemType))
            {
                var version = item.Version ?? context.CentralVersions.Find(file.Folder, item.Id);
                AddPackage(context, "Package", item.Id, version, item.Location, origin);
            }
        }

        foreach (var item in ProjectItems.Read(root, "Reference"))
        {
            AddAssembly(context, item);
        }

        foreach (var (id, version, location) in Sdks(root))
        {
            AddPackage(context, "MSBuild SDK", id, version, location, null);
        }
    }

    private static void AddPackage(InspectionContext context, string noun, string id, string? version, Location location, string? origin) =>
        context.Find(SignatureKind.Nuget, id, version, signature =>
            new Evidence(signature, Surface.Package, Strength.Dependency, $"{noun} '{PlainText.Safe(id)}'", id, location) { Origin = origin });

    // The hint path's file is what the compiler gets; the name in Include may be anything.
    private static void AddAssembly(InspectionContext context, ProjectItem item)
    {
        var file = item.Element.Metadata("HintPath")?.Replace('\\', '/').Split('/').Last();
        var name = file is not null && file.EndsWithIgnoringCase(".dll") ? file.Substring(0, file.Length - 4) : item.Id.Split(',')[0].Trim();
        context.Find(SignatureKind.Assembly, name, null, signature =>
            new Evidence(signature, Surface.Assembly, Strength.Dependency, $"Assembly reference '{PlainText.Safe(name)}'", name, item.Location));
    }

    private static IEnumerable<(string Id, string? Version, Location Location)> Sdks(XmlElement root)
    {
        foreach (var element in root.SelfAndDescendants())
        {
            if (element.Is("Project") && element.Parent is null && element.Attribute("Sdk") is { } sdks)
            {
                foreach (var sdk in sdks.Value.Split(';').Select(s => s.Trim()).Where(s => s.Length > 0))
                {
                    var parts = sdk.Split('/');
                    yield return (parts[0], parts.Length > 1 ? parts[1] : null, sdks.Location);
                }
            }
            else if (element.Is("Sdk") && element.Attribute("Name") is { } name)
            {
                yield return (name.Value, element.Attribute("Version")?.Value, element.Location);
            }
            else if (element.Is("Import") && element.Attribute("Sdk") is { } imported)
            {
                yield return (imported.Value.Split('/')[0], element.Attribute("Version")?.Value, element.Location);
            }
        }
    }
}
