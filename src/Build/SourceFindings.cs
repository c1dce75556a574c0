using AiToolPolicy.Engine.Findings;
using AiToolPolicy.Engine.Json;
using AiToolPolicy.Engine.Text;
using AiToolPolicy.Files;

namespace AiToolPolicy.Build;

/// <summary>Our findings in the error log that the compiler wrote when it last ran (SARIF 2.1).</summary>
internal static class SourceFindings
{
    // As the compiler writes a result of ours. The rules of every analyzer stand in each log, ours too; most logs have no result of it.
    private const string ResultOfOurs = "\"ruleId\": \"AITP";

    /// <summary>True only for a log that was read and has no result of ours.</summary>
    public static bool HoldsNone(string path) =>
        File.Exists(path) && TextFile.Read(path, TextFile.AssetsLimit).Text is { } text && text.IndexOf(ResultOfOurs, StringComparison.Ordinal) < 0;

    /// <param name="folder">The project's folder, to which a relative path refers.</param>
    public static IReadOnlyList<LogEntry> Read(string path, string folder)
    {
        if (!File.Exists(path) || TextFile.Read(path, TextFile.AssetsLimit).Text is not { } text || text.IndexOf(ResultOfOurs, StringComparison.Ordinal) < 0)
        {
            return [];
        }

        var root = JsonReader.Read(new SourceFile(Path.GetFileName(path), text), JsonOptions.Relaxed).Root as JsonObject;
        return
        [
            .. Objects(root?["runs"])
                .SelectMany(run => Objects(run["results"]).Select(result => Entry(run, result, folder)))
                .OfType<LogEntry>()
                .OrderBy(entry => entry.File, StringComparer.Ordinal).ThenBy(entry => entry.Line).ThenBy(entry => entry.Column),
        ];
    }

    // Notes were not shown when the compiler ran, errors stopped it, and what was suppressed stays so.
    private static LogEntry? Entry(JsonObject run, JsonObject result, string folder)
    {
        var id = Text(result["ruleId"]) ?? "";
        if (!id.StartsWith("AITP", StringComparison.Ordinal) || Text(result["level"]) is not (null or "warning") || Objects(result["suppressions"]).Any())
        {
            return null;
        }

        var place = Objects(result["locations"]).Select(location => location["physicalLocation"]).OfType<JsonObject>().FirstOrDefault();
        var region = place?["region"] as JsonObject;
        return new LogEntry(
            Severity.Warning,
            id,
            Text((result["message"] as JsonObject)?["text"]) ?? "",
            HelpLink(run, result) ?? "",
            FileOf(Text((place?["artifactLocation"] as JsonObject)?["uri"]) ?? "", folder),
            Number(region?["startLine"]),
            Number(region?["startColumn"]),
            0,
            0);
    }

    private static string? HelpLink(JsonObject run, JsonObject result)
    {
        var rules = Objects(((run["tool"] as JsonObject)?["driver"] as JsonObject)?["rules"]).ToList();
        var index = result["ruleIndex"] is null ? -1 : Number(result["ruleIndex"]);
        return index >= 0 && index < rules.Count ? Text(rules[index]["helpUri"]) : null;
    }

    private static string FileOf(string uri, string folder)
    {
        if (Uri.TryCreate(uri, UriKind.Absolute, out var absolute) && absolute.IsFile)
        {
            return absolute.LocalPath;
        }

        return Path.GetFullPath(Path.Combine(folder, Uri.UnescapeDataString(uri)));
    }

    private static IEnumerable<JsonObject> Objects(JsonNode? node) => (node as JsonArray)?.Items.OfType<JsonObject>() ?? [];

    private static string? Text(JsonNode? node) => (node as JsonString)?.Value;

    private static int Number(JsonNode? node) => node is JsonNumber number && int.TryParse(number.Raw, out var value) ? value : 0;
}
