using AiToolPolicy.Engine.Json;

namespace AiToolPolicy.Engine.Edits;

/// <summary>A member of a JSON object or an item of an array, and how to take it out.</summary>
/// <param name="Owner">The object or array that it stands in.</param>
/// <param name="Name">Null for an item.</param>
/// <param name="Before">Where the entry before it ends; null for the first one.</param>
internal sealed record JsonEntry(JsonNode Owner, JsonString? Name, JsonNode Value, int? Before)
{
    public int Start => (Name ?? Value).Offset;

    public int End => Value.Offset + Value.Length;

    /// <summary>All entries of a value, those of nested objects after the one that holds them.</summary>
    public static IEnumerable<JsonEntry> In(JsonNode? owner)
    {
        int? before = null;
        foreach (var (name, value) in Children(owner))
        {
            var entry = new JsonEntry(owner!, name, value, before);
            yield return entry;
            before = entry.End;
            foreach (var inner in value is JsonObject ? In(value) : [])
            {
                yield return inner;
            }
        }
    }

    /// <summary>The edits that remove the entry together with the comma that then is one too many.</summary>
    public IReadOnlyList<TextEdit> Removal()
    {
        var text = Value.File.Text;
        if (CommaFrom(text, End) is { } after)
        {
            // A comment before the comma stays.
            return string.IsNullOrWhiteSpace(text.Substring(End, after - End))
                ? [TextCut.Of(text, Start, after + 1)]
                : [TextCut.Of(text, Start, End), new TextEdit(after, 1, "")];
        }

        return Before is { } before && CommaFrom(text, before) is { } comma
            ? [new TextEdit(comma, 1, ""), TextCut.Of(text, Start, End)]
            : [TextCut.Of(text, Start, End)];
    }

    private static IEnumerable<(JsonString? Name, JsonNode Value)> Children(JsonNode? owner) => owner switch
    {
        JsonObject map => map.Members.Select(member => ((JsonString?)member.Name, member.Value)),
        JsonArray list => list.Items.Select(item => ((JsonString?)null, item)),
        _ => [],
    };

    /// <summary>Where the next comma stands, if nothing but blanks and comments comes before it.</summary>
    public static int? CommaFrom(string text, int offset)
    {
        var scanner = new JsonScanner(text, comments: true, offset);
        scanner.SkipBlanks();
        return scanner.Current == ',' ? scanner.Position : null;
    }
}
