using AiToolPolicy.Engine.Json;
using AiToolPolicy.Engine.Text;

namespace AiToolPolicy.Engine.Policies;

/// <summary>Reads <c>extends</c>: one reference or several, each a string or an object that also names what it trusts.</summary>
internal static class LayerReferences
{
    public const string Key = "extends";

    public static readonly IReadOnlyList<string> Keys = ["layer", "trust"];

    /// <summary>What can be followed; <see cref="Check"/> reports the rest.</summary>
    public static IEnumerable<LayerReference> Of(JsonDocument document) => Read((document.Root as JsonObject)?[Key], []);

    /// <summary>Reports what is no reference.</summary>
    public static void Check(JsonObject policy, List<JsonProblem> problems) => _ = Read(policy[Key], problems).Count();

    public static string Refusal(LayerReference reference) => reference.Scheme switch
    {
        "http" or "https" or "file" or "ftp" =>
            $"'{PlainText.Safe(reference.Text)}' is an address, and none is read: name a layer by its path relative to this file, or by 'package:' with an id and a version range.",
        { } scheme =>
            $"'{PlainText.Safe(scheme)}:' is no way to name a layer.{Nearest.Hint(scheme, ["package"])} Name it by its path relative to this file, or by 'package:' with an id and a version range.",
        null => $"'{PlainText.Safe(reference.Text)}' cannot be followed here: nothing reads files.",
    };

    private static IEnumerable<LayerReference> Read(JsonNode? written, List<JsonProblem> problems)
    {
        var entries = written switch
        {
            null => [],
            JsonArray array => array.Items,
            _ => [written],
        };
        if (written is JsonArray { Items.Count: 0 })
        {
            problems.Add(new JsonProblem("'extends' names no layer: leave it out. An empty list takes nothing away from what layers above say.", written.Location));
        }

        return entries.Select(entry => ReadEntry(entry, problems)).OfType<LayerReference>();
    }

    private static LayerReference? ReadEntry(JsonNode entry, List<JsonProblem> problems)
    {
        if (entry is JsonObject node)
        {
            var reader = new ObjectReader(node, Keys, problems);
            var (layer, trust) = (reader.RequiredString("layer"), reader.Object("trust"));
            return string.IsNullOrWhiteSpace(layer?.Value) ? null : new LayerReference(layer!.Value, layer.Location, trust);
        }

        if (entry is not JsonString text)
        {
            problems.Add(new JsonProblem($"'extends' must be a string, an object with 'layer' and 'trust', or an array of them, found {entry.Kind}.", entry.Location));
            return null;
        }

        if (string.IsNullOrWhiteSpace(text.Value))
        {
            problems.Add(new JsonProblem("'extends' names a layer without a name.", text.Location));
            return null;
        }

        return new LayerReference(text.Value, text.Location);
    }
}
