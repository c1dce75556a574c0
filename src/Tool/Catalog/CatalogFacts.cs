using AiToolPolicy.Engine.Catalog;
using AiToolPolicy.Engine.Json;
using AiToolPolicy.Engine.Text;

namespace AiToolPolicy.Tool.Catalog;

/// <summary>
/// The catalog's files as they are written, with the sources and notes that the compiled form leaves out. Only this tool carries them; a build
/// has no use for them.
/// </summary>
internal static class CatalogFacts
{
    private const string Folder = "catalog/";

    /// <summary>The entry of one tool, or null when the catalog has none of that id.</summary>
    public static JsonObject? Tool(string id) =>
        Files().SelectMany(file => Objects(file["tools"])).FirstOrDefault(tool => (tool["id"] as JsonString)?.Value == id);

    /// <summary>The texts and true values of an object, by key, in the order of the file; lists are joined.</summary>
    public static IEnumerable<(string Key, string Text)> Texts(JsonObject node) => node.Members
        .Select(member => (member.Name.Value, member.Value switch
        {
            JsonString text => text.Value,
            JsonBoolean { Value: true } => "yes",
            JsonArray list => string.Join(", ", list.Items.OfType<JsonString>().Select(item => item.Value)),
            _ => "",
        }))
        .Where(pair => pair.Item2.Length > 0);

    /// <summary>The signatures of a tool's entry, by kind in the catalog's order, then as they are written.</summary>
    public static IEnumerable<IGrouping<string, JsonObject>> Signatures(JsonObject tool) => Objects(tool["signatures"])
        .GroupBy(signature => Text(signature, "kind"), StringComparer.Ordinal)
        .OrderBy(kind => Words<SignatureKind>.TryParse(kind.Key, out var value) ? (int)value : int.MaxValue);

    public static string Text(JsonObject node, string key) => (node[key] as JsonString)?.Value ?? "";

    private static IEnumerable<JsonObject> Objects(JsonNode? list) => (list as JsonArray)?.Items.OfType<JsonObject>() ?? [];

    private static IEnumerable<JsonObject> Files()
    {
        var assembly = typeof(CatalogFacts).Assembly;
        foreach (var name in assembly.GetManifestResourceNames().Where(name => name.StartsWith(Folder, StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            if (JsonReader.Read(new SourceFile(name, reader.ReadToEnd()), JsonOptions.Strict).Root is JsonObject root)
            {
                yield return root;
            }
        }
    }
}
