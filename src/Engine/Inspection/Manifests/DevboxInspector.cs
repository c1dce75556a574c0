using AiToolPolicy.Engine.Catalog;
using AiToolPolicy.Engine.Inspection.Commands;
using AiToolPolicy.Engine.Json;

namespace AiToolPolicy.Engine.Inspection.Manifests;

/// <summary>
/// Packages in <c>devbox.json</c>, a list of <c>name@version</c> or an object of names, and what its shell runs: <c>init_hook</c> and <c>scripts</c>,
/// each a line or a list of lines.
/// </summary>
public sealed class DevboxInspector : IInspector
{
    public bool Reads(InputFile file) => file.Name == "devbox.json";

    public void Inspect(InputFile file, InspectionContext context)
    {
        var root = context.Json(file);
        InspectPackages(root?["packages"], context);
        var shell = root?["shell"] as JsonObject;
        var signs = new ToolSigns(context, Surface.Manifest);
        foreach (var line in ((shell?["scripts"] as JsonObject)?.Members.Select(script => script.Value) ?? []).Prepend(shell?["init_hook"]).SelectMany(Lines))
        {
            signs.Script(CommandLine.Of(line));
        }
    }

    private static void InspectPackages(JsonNode? packages, InspectionContext context)
    {
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

    private static IEnumerable<JsonString> Lines(JsonNode? node) => node is JsonString line ? [line] : (node as JsonArray)?.Items.OfType<JsonString>() ?? [];
}
