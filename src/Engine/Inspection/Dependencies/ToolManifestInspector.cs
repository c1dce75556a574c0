using AiToolPolicy.Engine.Catalog;
using AiToolPolicy.Engine.Json;
using AiToolPolicy.Engine.Text;

namespace AiToolPolicy.Engine.Inspection.Dependencies;

/// <summary>.NET tools in <c>dotnet-tools.json</c>, in <c>.config/</c> or beside the projects: both places are read by <c>dotnet tool restore</c>.</summary>
public sealed class ToolManifestInspector : IInspector
{
    public bool Reads(InputFile file) => file.Name.EqualsIgnoringCase("dotnet-tools.json");

    public void Inspect(InputFile file, InspectionContext context)
    {
        if (context.Json(file)?["tools"] is not JsonObject tools)
        {
            return;
        }

        foreach (var member in tools.Members)
        {
            var id = member.Name.Value;
            var version = ((member.Value as JsonObject)?["version"] as JsonString)?.Value;
            context.Find(SignatureKind.Nuget, id, version, signature =>
                new Evidence(signature, Surface.Manifest, Strength.Installed, $"Tool '{PlainText.Safe(id)}'", id, member.Name.Location));
        }
    }
}
