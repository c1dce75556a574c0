using AiToolPolicy.Engine.Json;

namespace AiToolPolicy.Engine.Inspection.Manifests;

/// <summary>Packages in <c>devbox.json</c>: a list of <c>name@version</c>, or an object of names.</summary>
public sealed class DevboxInspector : IInspector
{
    public bool Reads(InputFile file) => file.Name == "devbox.json";

    public void Inspect(InputFile file, InspectionContext context)
    {
        var packages = context.Json(file)?["packages"];
        foreach (var package in (packages as JsonArray)?.Items.OfType<JsonString>() ?? [])
        {
            var (name, version) = NpmSpec.Split(package.Value);
            context.AddTool(name, version, package.Location);
        }

        foreach (var member in (packages as JsonObject)?.Members ?? [])
        {
            var version = member.Value as JsonString ?? (member.Value as JsonObject)?["version"] as JsonString;
            context.AddTool(NpmSpec.Split(member.Name.Value).Name, version?.Value, member.Name.Location);
        }
    }
}
