using AiToolPolicy.Engine.Json;

namespace AiToolPolicy.Engine.Inspection.Manifests;

/// <summary>Ways through nested tables.</summary>
internal static class TomlPaths
{
    /// <summary>The nodes at a path of names; <c>*</c> stands for every name. Of an array of tables each one counts.</summary>
    public static IEnumerable<JsonNode> At(this JsonNode? node, params string[] path)
    {
        IEnumerable<JsonNode> nodes = node is null ? [] : [node];
        foreach (var name in path)
        {
            nodes = nodes
                .SelectMany(n => n is JsonArray array ? array.Items : [n])
                .OfType<JsonObject>()
                .SelectMany(table => table.Members.Where(m => name == "*" || m.Name.Value == name).Select(m => m.Value));
        }

        return nodes;
    }

    public static IEnumerable<JsonString> Strings(this IEnumerable<JsonNode> nodes) => nodes.OfType<JsonArray>().SelectMany(a => a.Items).OfType<JsonString>();

    public static IEnumerable<JsonMember> Members(this IEnumerable<JsonNode> nodes) => nodes.OfType<JsonObject>().SelectMany(o => o.Members);

    /// <summary>Whether the source of a dependency is the repository itself, as tables of Cargo and of Python projects say it.</summary>
    public static bool LiesBeside(this JsonNode source) => source is JsonObject table && (table["workspace"] ?? table["path"]) is not null;

    /// <summary>The string behind a name, or null.</summary>
    public static string? Text(this JsonNode? node, string name) => ((node as JsonObject)?[name] as JsonString)?.Value;
}
