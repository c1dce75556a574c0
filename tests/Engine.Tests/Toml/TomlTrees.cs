using System.Text.Json;
using AiToolPolicy.Engine.Json;

namespace AiToolPolicy.Engine.Tests.Toml;

/// <summary>A TOML document and the suite's description of one, each written as the same plain words: texts as they are, other values by kind.</summary>
internal static class TomlTrees
{
    public static string Of(JsonNode node) => node switch
    {
        JsonObject table => "{" + string.Join(",", table.Members.OrderBy(m => m.Name.Value, StringComparer.Ordinal).Select(m => Quote(m.Name.Value) + ":" + Of(m.Value))) + "}",
        JsonArray array => "[" + string.Join(",", array.Items.Select(Of)) + "]",
        JsonString text => text.File.Text[text.Offset] is '"' or '\'' ? Quote(text.Value) : "moment",
        JsonBoolean boolean => boolean.Value ? "true" : "false",
        _ => "number",
    };

    /// <param name="element">Values are written as { "type": "integer", "value": "1" }.</param>
    public static string Of(JsonElement element)
    {
        if (element.ValueKind == JsonValueKind.Array)
        {
            return "[" + string.Join(",", element.EnumerateArray().Select(Of)) + "]";
        }

        if (element.TryGetProperty("type", out var type) && type.ValueKind == JsonValueKind.String)
        {
            var value = element.GetProperty("value").GetString()!;
            return type.GetString() switch
            {
                "string" => Quote(value),
                "bool" => value,
                "integer" or "float" => "number",
                _ => "moment",
            };
        }

        return "{" + string.Join(",", element.EnumerateObject().OrderBy(p => p.Name, StringComparer.Ordinal).Select(p => Quote(p.Name) + ":" + Of(p.Value))) + "}";
    }

    private static string Quote(string text) => "\"" + text.Replace("\r\n", "\n", StringComparison.Ordinal) + "\"";
}
