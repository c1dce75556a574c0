using AiToolPolicy.Engine.Catalog;
using AiToolPolicy.Engine.Text;
using AiToolPolicy.Engine.Xml;

namespace AiToolPolicy.Engine.Inspection.Dependencies;

/// <summary>Package references, assembly references and MSBuild SDKs in project files and the files they import.</summary>
public sealed class ProjectFileInspector : IInspector
{
    private static readonly (string ItemType, string Noun)[] PackageItems =
    [
        ("PackageReference", "Package"),
        ("GlobalPackageReference", "Global package"),
        ("PackageVersion", "Central version of package"),
        ("PackageDownload", "Package download"),
        ("DotNetCliToolReference", "Tool package"),
    ];

    public bool Reads(InputFile file) => FileNames.IsMsBuild(file.Name);

    public void Inspect(InputFile file, InspectionContext context)
    {
        if (context.Xml(file) is not { } root)
        {
            return;
        }

        foreach (var (itemType, noun) in PackageItems)
        {
            foreach (var item in ProjectItems.Read(root, itemType))
            {
                var version = item.Version ?? context.CentralVersions.Find(file.Folder, item.Id);
                AddPackage(context, noun, item.Id, version, item.Location);
            }
        }

        foreach (var item in ProjectItems.Read(root, "Reference"))
        {
            AddAssembly(context, item);
        }

        foreach (var (id, version, location) in Sdks(root))
        {
            AddPackage(context, "MSBuild SDK", id, version, location);
        }
    }

    private static void AddPackage(InspectionContext context, string noun, string id, string? version, Location location) =>
        context.Find(SignatureKind.Nuget, id, version, signature =>
            new Evidence(signature, Surface.Package, Strength.Dependency, $"{noun} '{PlainText.Safe(id)}'", id, location));

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

    private static IEnumerable<(string Id, string? Version, Location Location)> Sdks(XmlElement root)
    {
        foreach (var element in root.SelfAndDescendants())
        {
            if (element.Is("Project") && element.Parent is null && element.Attribute("Sdk") is { } sdks)
            {
                foreach (var sdk in sdks.Value.Split(';').Select(s => s.Trim()).Where(s => s.Length > 0))
                {
                    yield return (IdOf(sdk), VersionOf(sdk), sdks.Location);
                }
            }
            else if (element.Is("Sdk") && element.Attribute("Name") is { } name)
            {
                yield return (name.Value.Trim(), element.Attribute("Version")?.Value, element.Location);
            }
            else if (element.Is("Import") && element.Attribute("Sdk") is { } imported)
            {
                yield return (IdOf(imported.Value), element.Attribute("Version")?.Value ?? VersionOf(imported.Value), element.Location);
            }
        }
    }

    // "Id" or "Id/Version".
    private static string IdOf(string sdk) => sdk.Split('/')[0].Trim();

    private static string? VersionOf(string sdk) => sdk.IndexOf('/') is var slash and >= 0 ? sdk.Substring(slash + 1).Trim() : null;
}
