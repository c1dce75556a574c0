using System.Text.Json;
using AiToolPolicy.Engine.Json;
using AiToolPolicy.Engine.Text;

namespace AiToolPolicy.Engine.Tests.Json;

/// <summary>One text, read by the engine and by System.Text.Json, each written as the same plain words; null where the reader refuses.</summary>
internal static class JsonTrees
{
    /// <summary>Null when the text is refused. A duplicate key is no refusal: what follows it is still read.</summary>
    public static string? OfEngine(string text, JsonOptions options) =>
        JsonReader.Read(new SourceFile("a.json", text), options).Root is { } root ? Write(root) : null;

    public static string? OfReference(string text, bool relaxed)
    {
        var options = new JsonDocumentOptions
        {
            AllowTrailingCommas = relaxed,
            CommentHandling = relaxed ? JsonCommentHandling.Skip : JsonCommentHandling.Disallow,
        };
        try
        {
            using var document = System.Text.Json.JsonDocument.Parse(text, options);
            return Write(document.RootElement);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string Write(JsonNode node) => node switch
    {
        JsonObject o => "{" + string.Join(",", o.Members.Select(m => Quote(m.Name.Value) + ":" + Write(m.Value))) + "}",
        JsonArray a => "[" + string.Join(",", a.Items.Select(Write)) + "]",
        JsonString s => Quote(s.Value),
        JsonNumber n => n.Raw,
        JsonBoolean b => b.Value ? "true" : "false",
        _ => "null",
    };

    // The engine keeps the first of equal keys; so does this.
    private static string Write(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => "{" + string.Join(",", element.EnumerateObject().DistinctBy(Name).Select(p => Quote(Name(p)) + ":" + Write(p.Value))) + "}",
        JsonValueKind.Array => "[" + string.Join(",", element.EnumerateArray().Select(Write)) + "]",
        JsonValueKind.String => Quote(Text(element)),
        _ => element.GetRawText(),
    };

    private static string Quote(string text) => "\"" + string.Concat(text.Select(c => c is >= ' ' and <= '~' and not ('"' or '\\') ? c.ToString() : $"\\u{(int)c:x4}")) + "\"";

    private static string Name(JsonProperty property)
    {
        try
        {
            return property.Name;
        }
        catch (InvalidOperationException)
        {
            return "not a Unicode text";
        }
    }

    // System.Text.Json has no string for an escaped lone surrogate.
    private static string Text(JsonElement element)
    {
        try
        {
            return element.GetString()!;
        }
        catch (InvalidOperationException)
        {
            return "not a Unicode text";
        }
    }
}
