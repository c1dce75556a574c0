using AiToolPolicy.Engine.Json;

namespace AiToolPolicy.Engine.Inspection.Manifests;

/// <summary>Tools that mise installs, from <c>mise.toml</c> and its other names and places.</summary>
public sealed class MiseInspector : IInspector
{
    private static readonly string[] Folders = ["mise", ".mise", ".config/mise"];

    public bool Reads(InputFile file)
    {
        var name = file.Name.TrimStart('.');
        return file.Name.EndsWith(".toml", StringComparison.Ordinal)
            && (name.StartsWith("mise.", StringComparison.Ordinal)
                || (name.StartsWith("config.", StringComparison.Ordinal) && Array.Exists(Folders, f => ("/" + file.Folder).EndsWith("/" + f, StringComparison.Ordinal))));
    }

    public void Inspect(InputFile file, InspectionContext context)
    {
        var root = context.Toml(file);
        foreach (var member in root.At("tools").Concat(root.At("tasks", "*", "tools")).Members())
        {
            context.AddTool(member.Name.Value, VersionOf(member.Value), member.Name.Location);
        }
    }

    // "1.2", ["1.2", "1.3"] or { version = "1.2" }.
    private static string? VersionOf(JsonNode value) => value switch
    {
        JsonString version => version.Value,
        JsonArray { Items: [JsonString first, ..] } => first.Value,
        _ => value.Text("version"),
    };
}
