using AiToolPolicy.Engine.Catalog;
using AiToolPolicy.Engine.Inspection.Manifests;
using AiToolPolicy.Engine.Text;

namespace AiToolPolicy.Engine.Inspection.Dependencies;

/// <summary>Packages in <c>packages.config</c>.</summary>
public sealed class PackagesConfigInspector : IInspector
{
    public bool Reads(InputFile file) =>
        file.Name.EqualsIgnoringCase(FileNames.PackagesConfig)
        || (file.Name.StartsWith("packages.", StringComparison.OrdinalIgnoreCase) && file.Name.EndsWithIgnoringCase(".config"));

    public void Inspect(InputFile file, InspectionContext context)
    {
        if (context.Xml(file) is not { } root || ChocolateyInspector.IsList(root))
        {
            return;
        }

        foreach (var element in root.SelfAndDescendants().Where(e => e.Is("package")))
        {
            if (element.Attribute("id")?.Value is { } id)
            {
                context.Find(SignatureKind.Nuget, id, element.Attribute("version")?.Value, signature =>
                    new Evidence(signature, Surface.Package, Strength.Dependency, $"Package '{PlainText.Safe(id)}'", id, element.Location) { IsResolved = true, Origin = "direct reference" });
            }
        }
    }
}
