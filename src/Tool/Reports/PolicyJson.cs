using AiToolPolicy.Engine.Catalog;
using AiToolPolicy.Engine.Findings;
using AiToolPolicy.Engine.Json;
using AiToolPolicy.Engine.Judging;
using AiToolPolicy.Engine.Policies;
using AiToolPolicy.Engine.Text;

namespace AiToolPolicy.Tool.Reports;

/// <summary>What the commands about policies have to tell, for programs.</summary>
internal static class PolicyJson
{
    public static string Problems(LoadedPolicy loaded, IReadOnlyList<Finding> findings) => JsonWriter.Object(json =>
    {
        WriteHead(json, loaded);
        json.Boolean("valid", !findings.Any(finding => finding.Severity == Severity.Error));
        json.Objects("problems", findings, finding =>
        {
            json.String("rule", finding.Rule.Id);
            json.String("severity", Words<Severity>.Of(finding.Severity));
            json.String("message", finding.Message);
            WritePlace(json, "location", finding.Location);
        });
    });

    public static string Layers(LoadedPolicy loaded) => JsonWriter.Object(json => WriteHead(json, loaded));

    public static string Entries(LoadedPolicy loaded) => JsonWriter.Object(json =>
    {
        WriteHead(json, loaded);
        json.Objects("entries", PolicyEntry.Of(loaded), entry =>
        {
            json.String("key", entry.Key);
            json.String("id", entry.Rule?.Id);
            json.String("value", entry.Value);
            json.String("reason", entry.Rule?.Reason);
            json.Objects("places", entry.Places, place => WritePlace(json, place));
        });
    });

    public static string Changes(LoadedPolicy old, LoadedPolicy fresh, IReadOnlyList<PolicyChange> changes) => JsonWriter.Object(json =>
    {
        json.String("old", old.Policy?.Title);
        json.String("new", fresh.Policy?.Title);
        json.Number("loosenings", changes.Count(change => change.IsLoosening));
        json.Number("tightenings", changes.Count(change => !change.IsLoosening));
        json.Objects("changes", changes, change =>
        {
            json.String("direction", change.IsLoosening ? "loosening" : "tightening");
            json.String("what", change.What);
            WritePlace(json, "old", change.Old);
            WritePlace(json, "new", change.New);
        });
    });

    private static void WriteHead(JsonWriter json, LoadedPolicy loaded)
    {
        json.String("policy", loaded.Policy?.Title);
        json.String("digest", loaded.Digest);
        json.Objects("layers", loaded.Layers, layer =>
        {
            json.String("path", layer.Path);
            json.String("name", layer.Name);
            json.String("version", layer.Version);
            json.String("origin", layer.Origin);
            json.String("digest", layer.Digest);
            json.Strings("above", layer.Above.Select(index => loaded.Layers[index].Path));
        });
    }

    private static void WritePlace(JsonWriter json, string name, Location? place)
    {
        if (place is not null)
        {
            json.Object(name, () => WritePlace(json, place));
        }
    }

    private static void WritePlace(JsonWriter json, Location place)
    {
        json.String("path", place.Path);
        json.Number("line", place.Line);
        json.Number("column", place.Column);
    }
}
