using AiToolPolicy.Engine.Exemptions;
using AiToolPolicy.Engine.Json;
using AiToolPolicy.Engine.Text;

namespace AiToolPolicy.Engine.Edits;

/// <summary>What an exemption is to be asked for.</summary>
/// <param name="Tool">Null for a thing in no catalog.</param>
/// <param name="Evidence">Null where the tool says it: a use in source has many names.</param>
public sealed record ExemptionDraft(string? Tool, string Rule, string Surface, string? Evidence, string Path);

/// <summary>
/// Writes the beginning of an exemption record. Justification, owner and expiry are left for a person to fill in, and until that is done the
/// record exempts nothing and is reported.
/// </summary>
public static class ExemptionSkeleton
{
    /// <summary>The file's name; it stands beside the policy.</summary>
    public const string FileName = ExemptionFile.Name;

    private const string Schema = Findings.Rule.ProductPage + "/blob/main/policy/schema/ai-tool-exemptions.schema.json";

    /// <param name="file">The file as it is; with an empty text where there is none.</param>
    public static FileEdit AddTo(SourceFile file, ExemptionDraft draft)
    {
        if (string.IsNullOrWhiteSpace(file.Text))
        {
            return FileEdit.Of(new TextEdit(0, file.Text.Length, NewFile(draft)));
        }

        var document = JsonReader.Read(file, JsonOptions.Relaxed);
        if (document.Root is not JsonObject root)
        {
            var problem = document.Problems.Count > 0 ? document.Problems[0] : null;
            return FileEdit.Refused($"could not be entered in {PlainText.Safe(problem?.Location.ToString() ?? file.Path)}: {problem?.Message ?? "it is no JSON object."}");
        }

        return root["exemptions"] switch
        {
            JsonArray list when list.Items.OfType<JsonObject>().FirstOrDefault(record => Says(record, draft)) is { } known =>
                FileEdit.Refused($"has a record already, at {PlainText.Safe(known.Location.ToString())}"),
            JsonArray list => new FileEdit(JsonAppending.To(list, Record(draft)), null),
            null => new FileEdit(JsonAppending.To(root, $"\"exemptions\": [\n  {Record(draft).Replace("\n", "\n  ")}\n]"), null),
            var other => FileEdit.Refused($"could not be entered at {PlainText.Safe(other.Location.ToString())}: 'exemptions' is {other.Kind}"),
        };
    }

    private static string NewFile(ExemptionDraft draft) => JsonWriter.Object(json =>
    {
        json.String("$schema", Schema);
        json.Objects("exemptions", [draft], one => Write(json, one));
    });

    private static string Record(ExemptionDraft draft) => JsonWriter.Object(json => Write(json, draft)).TrimEnd('\n');

    private static void Write(JsonWriter json, ExemptionDraft draft)
    {
        json.String("tool", draft.Tool);
        json.String("rule", draft.Rule);
        json.String("surface", draft.Surface);
        json.String("evidence", draft.Evidence);
        json.Array("paths", () => json.String(draft.Path));
        json.String("justification", "");
        json.String("owner", "");
        json.String("expires", "");
    }

    private static bool Says(JsonObject record, ExemptionDraft draft) =>
        Is(record, "tool", draft.Tool) && Is(record, "rule", draft.Rule) && Is(record, "surface", draft.Surface) && Is(record, "evidence", draft.Evidence)
        && record["paths"] is JsonArray paths && paths.Items.OfType<JsonString>().Any(path => path.Value == draft.Path);

    private static bool Is(JsonObject record, string key, string? value) => (record[key] as JsonString)?.Value == value;
}
