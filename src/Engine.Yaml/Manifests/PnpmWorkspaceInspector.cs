using AiToolPolicy.Engine.Catalog;
using AiToolPolicy.Engine.Inspection;
using AiToolPolicy.Engine.Inspection.Manifests;

namespace AiToolPolicy.Engine.Yaml.Manifests;

/// <summary>npm packages in a <c>pnpm-workspace.yaml</c>: the versions of its catalogs, which packages refer to by name, and its overrides.</summary>
public sealed class PnpmWorkspaceInspector : YamlInspector
{
    public override bool Reads(InputFile file) => file.YamlStem() == "pnpm-workspace";

    protected override void Inspect(YamlNode document, InspectionContext context)
    {
        InspectSection(document["catalog"], "catalog", context);
        foreach (var catalog in document["catalogs"]?.Members ?? [])
        {
            InspectSection(catalog.Value, "catalogs", context);
        }

        InspectSection(document["overrides"], "overrides", context);
    }

    private static void InspectSection(YamlNode? section, string name, InspectionContext context)
    {
        foreach (var entry in section?.Members ?? [])
        {
            var declared = (entry.Value as YamlScalar)?.Value;
            var key = NpmSpec.NameIn(entry.Key.Value);
            var (package, version) = NpmSpec.Target(key, declared);
            context.AddPackage(SignatureKind.Npm, package, version, package == key ? entry.Key.Location : entry.Value.Location, name);
        }
    }
}
