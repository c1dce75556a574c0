using AiToolPolicy.Engine.Catalog;
using AiToolPolicy.Engine.Inspection.Editors;
using AiToolPolicy.Engine.Inspection.Manifests;
using AiToolPolicy.Engine.Json;
using AiToolPolicy.Engine.Text;

namespace AiToolPolicy.Engine.Inspection.Dependencies;

/// <summary>npm packages in <c>package.json</c>: dependencies of every kind, the replacements of <c>overrides</c> and <c>resolutions</c>, and catalogs.</summary>
public sealed class PackageJsonInspector : IInspector
{
    private static readonly string[] Sections =
        ["dependencies", "devDependencies", "peerDependencies", "optionalDependencies", "overrides", "resolutions"];

    // An editor's extension brings these in.
    private static readonly string[] ExtensionLists = ["extensionPack", "extensionDependencies"];

    private static readonly string[] NameLists = ["bundledDependencies", "bundleDependencies"];

    public bool Reads(InputFile file) => file.Name.EqualsIgnoringCase("package.json");

    public void Inspect(InputFile file, InspectionContext context)
    {
        if (context.Json(file) is not { } root)
        {
            return;
        }

        foreach (var section in Sections)
        {
            InspectSection(root[section] as JsonObject, section, context);
        }

        InspectSection((root["pnpm"] as JsonObject)?["overrides"] as JsonObject, "pnpm.overrides", context);
        InspectCatalogs(root, context);
        InspectCatalogs(root["workspaces"] as JsonObject, context);
        foreach (var section in ExtensionLists)
        {
            ExtensionList.Inspect(root[section], section, context);
        }

        foreach (var section in NameLists)
        {
            foreach (var name in (root[section] as JsonArray)?.Items.OfType<JsonString>() ?? [])
            {
                Add(context, section, name.Value, null, name.Location);
            }
        }
    }

    // Versions that workspaces refer to by name, in Bun at the root or under "workspaces".
    private static void InspectCatalogs(JsonObject? parent, InspectionContext context)
    {
        InspectSection(parent?["catalog"] as JsonObject, "catalog", context);
        foreach (var catalog in (parent?["catalogs"] as JsonObject)?.Members ?? [])
        {
            InspectSection(catalog.Value as JsonObject, "catalogs", context);
        }
    }

    private static void InspectSection(JsonObject? members, string section, InspectionContext context)
    {
        foreach (var member in members?.Members ?? [])
        {
            var declared = (member.Value as JsonString)?.Value;

            // With an alias the key is only what the code calls it; what is installed stands behind it.
            if (declared is not null && Alias(declared) is var (name, version))
            {
                Add(context, section, name, version, member.Value.Location);
            }
            else
            {
                Add(context, section, NpmSpec.NameIn(member.Name.Value), declared, member.Name.Location);
            }

            // overrides may nest: { "a": { "b": "1.0" } }
            InspectSection(member.Value as JsonObject, section, context);
        }
    }

    private static void Add(InspectionContext context, string section, string name, string? version, Location location) =>
        context.AddPackage(SignatureKind.Npm, name, version, location, section, isOwn: version?.StartsWith("workspace:", StringComparison.Ordinal) ?? false);

    // "npm:@scope/name@1.0": the package behind another name.
    private static (string Name, string? Version)? Alias(string declared)
    {
        if (!declared.StartsWith("npm:", StringComparison.Ordinal))
        {
            return null;
        }

        var target = declared.Substring("npm:".Length);
        var at = target.LastIndexOf('@');
        return at > 0 ? (target.Substring(0, at), target.Substring(at + 1)) : (target, null);
    }
}
