using AiToolPolicy.Engine.Findings;
using AiToolPolicy.Engine.Json;
using AiToolPolicy.Engine.Text;

namespace AiToolPolicy.Engine.Reporting;

/// <summary>
/// The exemption of a finding as text, for the way through a compiler's log:
/// <c>{ "path": "ai-tool-exemptions.json", "line": 3, "column": 5, "justification": "…", "owner": "…", "expires": "2026-12-31" }</c>.
/// </summary>
public static class ExemptionNoteText
{
    public static string Write(ExemptionNote note) => JsonWriter.Object(json =>
    {
        json.String("path", note.Location.Path);
        json.Number("line", note.Location.Line);
        json.Number("column", note.Location.Column);
        json.Number("endLine", note.Location.EndLine);
        json.Number("endColumn", note.Location.EndColumn);
        json.String("inSource", note.IsInSource ? "true" : null);
        json.String("justification", note.Justification);
        json.String("owner", note.Owner);
        json.String("expires", note.Expires?.ToString());
        json.String("ticket", note.Ticket);
        json.String("approvedBy", note.ApprovedBy);
    });

    /// <returns>Null where the text is none of <see cref="Write"/>.</returns>
    public static ExemptionNote? Read(string text)
    {
        if (JsonReader.Read(new SourceFile("exemption", text), JsonOptions.Relaxed).Root is not JsonObject json
            || Text(json, "path") is not { } path || Text(json, "justification") is not { } justification)
        {
            return null;
        }

        var place = new Location(path, Number(json, "line"), Number(json, "column"), Number(json, "endLine"), Number(json, "endColumn"));
        Day? expires = Day.TryParse(Text(json, "expires") ?? "", out var day) ? day : null;
        return new ExemptionNote(place, Text(json, "inSource") == "true", justification, Text(json, "owner"), expires, Text(json, "ticket"), Text(json, "approvedBy"));
    }

    private static string? Text(JsonObject json, string name) => (json[name] as JsonString)?.Value;

    private static int Number(JsonObject json, string name) => json[name] is JsonNumber number && int.TryParse(number.Raw, out var value) ? value : 0;
}
