using AiToolPolicy.Engine.Exemptions;
using AiToolPolicy.Engine.Json;
using AiToolPolicy.Engine.Text;

namespace AiToolPolicy.Engine.Edits;

/// <summary>Adds, changes and takes out records of a file of exemptions. Text in, edits out: comments, order and line ends stay.</summary>
public static class ExemptionEdits
{
    private const string Schema = Findings.Rule.ProductPage + "/blob/main/policy/schema/ai-tool-exemptions.schema.json";

    /// <param name="file">The file as it is; with an empty text where there is none.</param>
    /// <param name="records">At least one.</param>
    public static FileEdit Add(SourceFile file, IReadOnlyList<ExemptionRecord> records)
    {
        if (string.IsNullOrWhiteSpace(file.Text))
        {
            return FileEdit.Of(new TextEdit(0, file.Text.Length, JsonWriter.Object(json =>
            {
                json.String("$schema", Schema);
                json.Objects("exemptions", records, record => record.Write(json));
            })));
        }

        var added = string.Join(",\n", records.Select(record => JsonWriter.Object(record.Write).TrimEnd('\n')));
        return Root(file, out var refusal) is not { } root ? FileEdit.Refused(refusal!) : root["exemptions"] switch
        {
            JsonArray list => new FileEdit(JsonAppending.To(list, added), null),
            null => new FileEdit(JsonAppending.To(root, $"\"exemptions\": [\n  {added.Replace("\n", "\n  ")}\n]"), null),
            var other => FileEdit.Refused($"'exemptions' is {other.Kind}"),
        };
    }

    /// <summary>Takes out the records that begin at the given places.</summary>
    public static FileEdit Remove(SourceFile file, IReadOnlyCollection<Location> records)
    {
        var entries = Entries(file);
        var edits = new List<TextEdit>();
        foreach (var entry in entries.Where(entry => IsOneOf(entry, records)))
        {
            var comma = JsonEntry.CommaFrom(file.Text, entry.End);
            var stands = comma is { } at && string.IsNullOrWhiteSpace(file.Text.Substring(entry.End, at - entry.End));
            edits.Add(TextCut.Of(file.Text, entry.Start, stands ? comma!.Value + 1 : entry.End));
            if (comma is { } apart && !stands)
            {
                edits.Add(new TextEdit(apart, 1, ""));
            }
        }

        // Where the last one goes and had no comma, the one that is now the last keeps none.
        var kept = entries.FindLast(entry => !IsOneOf(entry, records));
        if (kept is not null && kept != entries[entries.Count - 1] && JsonEntry.CommaFrom(file.Text, entries[entries.Count - 1].End) is null)
        {
            edits.Add(new TextEdit(JsonEntry.CommaFrom(file.Text, kept.End)!.Value, 1, ""));
        }

        return new FileEdit(edits, null);
    }

    /// <summary>Gives the records that begin at the given places new terms; what is null in them stays as it is.</summary>
    public static FileEdit Renew(SourceFile file, IReadOnlyCollection<Location> records, ExemptionRecord terms) => new(
        [.. Entries(file).Where(entry => IsOneOf(entry, records)).Select(entry => entry.Value).OfType<JsonObject>().SelectMany(record => Change(record, terms))],
        null);

    private static IEnumerable<TextEdit> Change(JsonObject record, ExemptionRecord terms)
    {
        var given = terms.Terms.Where(term => term.Value is not null).ToList();
        foreach (var (key, value) in given)
        {
            if (record[key] is { } old)
            {
                yield return new TextEdit(old.Offset, old.Length, Quoted(value!));
            }
        }

        var added = given.Where(term => record[term.Key] is null).Select(term => $"{Quoted(term.Key)}: {Quoted(term.Value!)}").ToList();
        foreach (var edit in added.Count == 0 ? [] : JsonAppending.To(record, string.Join(",\n", added)))
        {
            yield return edit;
        }
    }

    private static string Quoted(string value)
    {
        const string Key = "\"v\": ";
        var text = JsonWriter.Object(json => json.String("v", value));
        var start = text.IndexOf(Key, StringComparison.Ordinal) + Key.Length;
        return text.Substring(start, text.LastIndexOf('"') + 1 - start);
    }

    private static List<JsonEntry> Entries(SourceFile file) =>
        Root(file, out _)?["exemptions"] is JsonArray list ? [.. JsonEntry.In(list).Where(entry => entry.Owner == list)] : [];

    private static bool IsOneOf(JsonEntry entry, IReadOnlyCollection<Location> records) => records.Contains(entry.Value.File.At(entry.Value.Offset, 1));

    private static JsonObject? Root(SourceFile file, out string? refusal)
    {
        var document = JsonReader.Read(file, JsonOptions.Relaxed);
        var problem = document.Problems.Count > 0 ? document.Problems[document.Problems.Count - 1] : null;
        refusal = document.Root is JsonObject ? null : $"{PlainText.Safe(problem?.Location.ToString() ?? file.Path)}: {problem?.Message ?? $"{ExemptionFile.Name} is a JSON object."}";
        return document.Root as JsonObject;
    }
}
