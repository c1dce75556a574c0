using AiToolPolicy.Engine.Json;
using AiToolPolicy.Engine.Text;

namespace AiToolPolicy.Engine.Catalog;

/// <summary>Reads one signature of a catalog file.</summary>
internal sealed class SignatureReader(List<JsonProblem> problems)
{
    public static readonly IReadOnlyList<string> Keys =
    [
        "kind", "value", "match", "confidence", "source", "versions", "role", "framework", "modelVendor",
        "needsSecondSign", "aloneInVersions", "readBy", "note", "matches", "ignores",
    ];

    /// <summary>The signature, or null when it lacks what makes one (each lack is a problem).</summary>
    public Signature? Read(JsonObject node, Tool? tool)
    {
        var reader = new ObjectReader(node, Keys, problems);
        var kindWord = reader.RequiredString("kind") is null ? null : reader.Word("kind", Words<SignatureKind>.All)?.Value;
        var value = reader.RequiredString("value")?.Value;
        var match = ReadWord(reader, "match", SignatureMatch.Exact);
        var confidence = ReadWord(reader, "confidence", Confidence.High);
        if (kindWord is null || string.IsNullOrEmpty(value) || !Words<SignatureKind>.TryParse(kindWord, out var kind))
        {
            return null;
        }

        var needsSecondSign = reader.Boolean("needsSecondSign") ?? false;
        if (!needsSecondSign && reader.String("aloneInVersions") is { } alone)
        {
            reader.Problem("'aloneInVersions' says nothing without 'needsSecondSign': such a sign counts alone in every version. 'versions' says in which it holds at all.", alone.Location);
        }

        return new Signature(kind, value!, match, confidence, tool)
        {
            Versions = ReadVersions(reader, "versions", kind),
            Role = reader.String("role")?.Value,
            Framework = reader.String("framework")?.Value,
            ModelVendor = reader.String("modelVendor")?.Value,
            NeedsSecondSign = needsSecondSign,
            AloneInVersions = ReadVersions(reader, "aloneInVersions", kind),
        };
    }

    private static string? ReadVersions(ObjectReader reader, string key, SignatureKind kind)
    {
        var range = reader.String(key);
        if (range is not null && !Versions.IsRange(kind, range.Value))
        {
            reader.Problem($"'{PlainText.Safe(range.Value)}' is no version range of {Words<SignatureKind>.Of(kind)}.", range.Location);
            return null;
        }

        return range?.Value;
    }

    private static T ReadWord<T>(ObjectReader reader, string key, T absent)
        where T : struct, Enum =>
        reader.Word(key, Words<T>.All) is { } word && Words<T>.TryParse(word.Value, out var value) ? value : absent;
}
