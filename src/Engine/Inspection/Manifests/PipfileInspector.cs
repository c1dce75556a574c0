using AiToolPolicy.Engine.Catalog;
using AiToolPolicy.Engine.Json;

namespace AiToolPolicy.Engine.Inspection.Manifests;

/// <summary>PyPI packages in a <c>Pipfile</c>, in every category.</summary>
public sealed class PipfileInspector : IInspector
{
    private static readonly string[] OtherTables = ["source", "requires", "pipenv", "scripts"];

    public bool Reads(InputFile file) => file.Name == "Pipfile";

    public void Inspect(InputFile file, InspectionContext context)
    {
        foreach (var category in context.Toml(file)?.Members.Where(m => Array.IndexOf(OtherTables, m.Name.Value) < 0) ?? [])
        {
            foreach (var member in (category.Value as JsonObject)?.Members ?? [])
            {
                var version = (member.Value as JsonString)?.Value ?? member.Value.Text("version");
                context.AddPackage(SignatureKind.Pypi, member.Name.Value, Requirement.VersionOf(version), member.Name.Location, category.Name.Value);
            }
        }
    }
}
