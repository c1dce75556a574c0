using AiToolPolicy.Engine.Catalog;
using AiToolPolicy.Engine.Inspection.Commands;
using AiToolPolicy.Engine.Json;

namespace AiToolPolicy.Engine.Inspection.Pipelines;

/// <summary>The scripts of <c>package.json</c>.</summary>
public sealed class PackageScriptsInspector : IInspector
{
    public bool Reads(InputFile file) => file.Name.EqualsIgnoringCase("package.json");

    public void Inspect(InputFile file, InspectionContext context)
    {
        if (context.Json(file) is not { } root)
        {
            return;
        }

        var signs = new ToolSigns(context, Surface.Manifest);
        foreach (var script in (root["scripts"] as JsonObject)?.Members.Select(m => m.Value).OfType<JsonString>() ?? [])
        {
            signs.Script(CommandLine.Of(script));
        }
    }
}
