using AiToolPolicy.Engine.Catalog;
using AiToolPolicy.Engine.Text;

namespace AiToolPolicy.Engine.Inspection.Dependencies;

/// <summary>Package references, assembly references and MSBuild SDKs in project files and the files they import.</summary>
public sealed class ProjectFileInspector : IInspector
{
    private const string AssemblyReference = "Reference";

    private static readonly string[] ItemTypes =
        ["PackageReference", "GlobalPackageReference", "PackageVersion", "PackageDownload", "DotNetCliToolReference", AssemblyReference];

    public bool Reads(InputFile file) => FileNames.IsMsBuild(file.Name);

    public void Inspect(InputFile file, InspectionContext context)
    {
        if (context.Xml(file) is not { } root)
        {
            return;
        }

        foreach (var item in ProjectItems.Read(root, ItemTypes))
        {
            if (item.ItemType == AssemblyReference)
            {
                AddAssembly(context, item);
            }
            else
            {
                var version = item.Version ?? context.CentralVersions.Find(file.Folder, item.Id);
                AddPackage(context, "Package", item.Id, version, item.Location, OriginOf(item.ItemType));
            }
        }

        foreach (var sdk in ProjectSdks.Read(root))
        {
            AddPackage(context, "MSBuild SDK", sdk.Id, sdk.Version, sdk.Location, null);
        }
    }

    private static string OriginOf(string itemType) => itemType switch
    {
        "GlobalPackageReference" => "global reference",
        "PackageVersion" => "central version",
        "PackageDownload" => "download",
        "DotNetCliToolReference" => "tool reference",
        _ => "direct reference",
    };

    private static void AddPackage(InspectionContext context, string noun, string id, string? version, Location location, string? origin) =>
        context.Find(SignatureKind.Nuget, id, version, signature =>
            new Evidence(signature, Surface.Package, Strength.Dependency, $"{noun} '{PlainText.Safe(id)}'", id, location) { Origin = origin });

    // The hint path's file is what the compiler gets, but it may have been renamed; the name in Include may be anything, and often is the truth.
    private static void AddAssembly(InspectionContext context, ProjectItem item)
    {
        var file = item.Element.Metadata("HintPath")?.Replace('\\', '/').Split('/').Last().Trim();
        var hinted = file is not null && file.EndsWithIgnoringCase(".dll") ? file.Substring(0, file.Length - 4) : null;
        foreach (var name in new[] { hinted, item.Id.Split(',')[0].Trim() }.OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase))
        {
            context.Find(SignatureKind.Assembly, name, null, signature =>
                new Evidence(signature, Surface.Assembly, Strength.Dependency, $"Assembly reference '{PlainText.Safe(name)}'", name, item.Location));
        }
    }
}
