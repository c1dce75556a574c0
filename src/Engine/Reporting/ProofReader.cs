using System.Globalization;
using AiToolPolicy.Engine.Json;
using AiToolPolicy.Engine.Text;

namespace AiToolPolicy.Engine.Reporting;

/// <summary>Reads what <see cref="ProofRecord.Write"/> wrote. A record that is not whole proves nothing.</summary>
public static class ProofReader
{
    /// <summary>The keys of a record, in its order.</summary>
    public static IReadOnlyList<string> Keys { get; } =
        ["$schema", "version", "toolVersion", "project", "framework", "policy", "catalog", "asOf", "inputs", "counts", ProofRecord.AssembliesMember, "result"];

    public static IReadOnlyList<string> PolicyKeys { get; } = ["digest", "name", "version", "packages"];

    public static IReadOnlyList<string> CountKeys { get; } = ["error", "warning", "notice", "exempted"];

    /// <returns>The record, or null and what is wrong with the text.</returns>
    public static (ProofRecord? Record, string? Problem) Read(SourceFile file)
    {
        var document = JsonReader.Read(file, JsonOptions.Relaxed);
        if (document.Problems.Count > 0 || document.Root is not JsonObject root)
        {
            return (null, document.Problems.Count > 0 ? document.Problems[0].Message : "A record is a JSON object.");
        }

        if (root["version"] is not JsonNumber { Raw: "1" })
        {
            return (null, "It is not of version 1, the only one this version of the tool knows.");
        }

        var missing = new List<string>();
        var record = Read(root, missing);
        return missing.Count == 0 ? (record, null) : (null, $"It lacks a valid '{missing[0]}'.");
    }

    private static ProofRecord Read(JsonObject root, List<string> missing)
    {
        var policy = Required<JsonObject>(root, "policy", missing);
        var counts = Required<JsonObject>(root, "counts", missing);
        var record = new ProofRecord
        {
            Project = Text(root, "project"),
            Framework = Text(root, "framework"),
            ToolVersion = Required<JsonString>(root, "toolVersion", missing)?.Value ?? "",
            PolicyDigest = Text(policy, "digest"),
            PolicyName = Text(policy, "name"),
            PolicyVersion = Text(policy, "version"),
            PolicyPackages = (policy?["packages"] as JsonArray)?.Items.OfType<JsonString>().Select(package => package.Value).ToList(),
            CatalogDigest = Required<JsonString>(root, "catalog", missing)?.Value ?? "",
            AsOf = Day.TryParse(Required<JsonString>(root, "asOf", missing)?.Value, out var day) ? day : Day.First,
            InputsDigest = Required<JsonString>(root, "inputs", missing)?.Value ?? "",
            Counts = Counted(counts, missing),
            Assemblies = root[ProofRecord.AssembliesMember] is JsonObject assemblies ? Counted(assemblies, missing) : null,
            Result = Required<JsonString>(root, "result", missing)?.Value ?? "",
        };
        if (!ProofResult.All.Contains(record.Result))
        {
            missing.Add("result");
        }

        if (record.AsOf == Day.First)
        {
            missing.Add("asOf");
        }

        return record;
    }

    private static T? Required<T>(JsonObject node, string key, List<string> missing)
        where T : JsonNode
    {
        if (node[key] is T value)
        {
            return value;
        }

        missing.Add(key);
        return null;
    }

    private static string? Text(JsonObject? node, string key) => (node?[key] as JsonString)?.Value;

    private static ProofCounts Counted(JsonObject? counts, List<string> missing) =>
        new(Count(counts, "error", missing), Count(counts, "warning", missing), Count(counts, "notice", missing), Count(counts, "exempted", missing));

    private static int Count(JsonObject? counts, string key, List<string> missing)
    {
        if (counts?[key] is JsonNumber number && int.TryParse(number.Raw, NumberStyles.None, CultureInfo.InvariantCulture, out var count))
        {
            return count;
        }

        missing.Add($"counts.{key}");
        return 0;
    }
}
