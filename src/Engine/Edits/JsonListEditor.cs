using AiToolPolicy.Engine.Catalog;
using AiToolPolicy.Engine.Json;
using AiToolPolicy.Engine.Text;

namespace AiToolPolicy.Engine.Edits;

/// <summary>Mends a JSON file that lists packages, tools or extensions.</summary>
/// <param name="edits">Which files, by path.</param>
/// <param name="lists">The objects and arrays that hold the entries.</param>
/// <param name="replace">The edits that put a counterpart in an entry's place.</param>
internal sealed class JsonListEditor(
    SignatureKind kind, Func<string, bool> edits, Func<JsonObject, IEnumerable<JsonNode?>> lists, Func<JsonEntry, string, Counterpart, FileEdit> replace) : IFileEditor
{
    public SignatureKind Kind => kind;

    public bool Edits(string path) => edits(path);

    public FileEdit Remove(SourceFile file, EditTarget target) => Find(file, target, out _) is { } entry ? new FileEdit(entry.Removal(), null) : NotThere;

    // Where the counterpart stands in the same list already, the restricted one only goes.
    public FileEdit Replace(SourceFile file, EditTarget target, Counterpart counterpart) =>
        Find(file, target, out var list) is not { } entry ? NotThere
        : list.Any(other => other.Owner == entry.Owner && Names(other, counterpart.Id)) ? new FileEdit(entry.Removal(), null)
        : replace(entry, target.Seen, counterpart);

    private static FileEdit NotThere { get; } = FileEdit.Refused("is no longer where it was found");

    private JsonEntry? Find(SourceFile file, EditTarget target, out IReadOnlyList<JsonEntry> list)
    {
        list = [];
        if (JsonReader.Read(file, JsonOptions.Relaxed).Root is not JsonObject root)
        {
            return null;
        }

        var offset = file.OffsetOf(target.Place.Line, target.Place.Column);
        foreach (var entries in lists(root).Select(owner => JsonEntry.In(owner).ToList()))
        {
            list = entries;
            if (entries.Find(e => (e.Name?.Offset == offset || e.Value.Offset == offset) && Mentions(e, target.Seen)) is { } entry)
            {
                return entry;
            }
        }

        return null;
    }

    private static bool Names(JsonEntry entry, string id) =>
        string.Equals(entry.Name?.Value ?? (entry.Value as JsonString)?.Value, id, StringComparison.OrdinalIgnoreCase);

    private static bool Mentions(JsonEntry entry, string seen) =>
        new[] { entry.Name?.Value, (entry.Value as JsonString)?.Value }.Any(text => text?.IndexOf(seen, StringComparison.OrdinalIgnoreCase) >= 0);
}
