using AiToolPolicy.Engine.Catalog;
using AiToolPolicy.Engine.Json;

namespace AiToolPolicy.Engine.Inspection.Manifests;

/// <summary>Crates in <c>Cargo.toml</c>: dependencies of every kind, also of one target or of the workspace, and patches.</summary>
public sealed class CargoManifestInspector : IInspector
{
    private static readonly string[] Kinds = ["dependencies", "dev-dependencies", "build-dependencies"];

    public bool Reads(InputFile file) => file.Name == "Cargo.toml";

    public void Inspect(InputFile file, InspectionContext context)
    {
        var root = context.Toml(file);
        foreach (var kind in Kinds)
        {
            Inspect(root.At(kind), kind, context);
            Inspect(root.At("target", "*", kind), "target." + kind, context);
        }

        Inspect(root.At("workspace", "dependencies"), "workspace.dependencies", context);
        Inspect(root.At("patch", "*"), "patch", context);
    }

    private static void Inspect(IEnumerable<JsonNode> tables, string section, InspectionContext context)
    {
        foreach (var member in tables.Members().Where(m => !IsOwn(m.Value)))
        {
            var name = member.Value.Text("package") ?? member.Name.Value;
            var version = (member.Value as JsonString)?.Value ?? member.Value.Text("version");

            // What a workspace has from elsewhere stands in its own manifest.
            context.AddPackage(SignatureKind.Cargo, name, version, member.Name.Location, section, isOwn: member.Value.LiesBeside());
        }
    }

    // A crate that is only a folder of this repository may have any name.
    private static bool IsOwn(JsonNode value) => value.Text("path") is not null && value.Text("version") is null && value.Text("git") is null;
}
