using AiToolPolicy.Engine.Catalog;
using AiToolPolicy.Engine.Json;
using AiToolPolicy.Engine.Text;

namespace AiToolPolicy.Engine.Inspection.Dependencies;

/// <summary>.NET tools in <c>dotnet-tools.json</c>, by their package or their commands, in <c>.config/</c> or beside the projects: both places are read by <c>dotnet tool restore</c>.</summary>
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
            if (context.Catalog.KnowsTool(SignatureKind.Nuget, id, version))
            {
                Add(SignatureKind.Nuget, id, id, version, member.Name.Location, context);
            }
            else
            {
                AddCommands(member, version, context);
            }
        }
    }

    // A package under another id gives itself away by the commands that it brings.
    private static void AddCommands(JsonMember tool, string? version, InspectionContext context)
    {
        var id = tool.Name.Value;
        var commands = ((tool.Value as JsonObject)?["commands"] as JsonArray)?.Items.OfType<JsonString>().Where(c => context.Catalog.Knows(SignatureKind.Command, c.Value)).ToList() ?? [];
        foreach (var command in commands)
        {
            Add(SignatureKind.Command, id, command.Value, null, command.Location, context, $"command '{PlainText.Safe(command.Value)}'");
        }

        if (commands.Count == 0)
        {
            Add(SignatureKind.Nuget, id, id, version, tool.Name.Location, context);
        }
    }

    private static void Add(SignatureKind kind, string id, string seen, string? version, Location location, InspectionContext context, string? origin = null) =>
        context.Find(kind, seen, version, signature =>
            new Evidence(signature, Surface.Manifest, Strength.Installed, $"Tool '{PlainText.Safe(id)}'", seen, location) { Origin = origin });
}
