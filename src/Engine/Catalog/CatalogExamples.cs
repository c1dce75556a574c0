using AiToolPolicy.Engine.Json;
using AiToolPolicy.Engine.Text;

namespace AiToolPolicy.Engine.Catalog;

/// <summary>Runs the proof that catalog entries carry: what each signature says it matches and ignores, and whose sign that then is.</summary>
public sealed class CatalogExamples
{
    private readonly ToolCatalog _before;
    private readonly ToolCatalog _after;
    private readonly List<JsonProblem> _problems = [];

    private CatalogExamples(ToolCatalog known, CatalogData own) => (_before, _after) = (known, known.With(own));

    /// <param name="file">A catalog file's root, or an entry of a policy's <c>catalog</c>, as written.</param>
    /// <param name="own">The same, as read.</param>
    /// <param name="known">The catalog that it adds to.</param>
    public static IReadOnlyList<JsonProblem> Check(JsonObject file, CatalogData own, ToolCatalog known)
    {
        var check = new CatalogExamples(known, own);
        foreach (var tool in Objects(file["tools"]))
        {
            var id = (tool["id"] as JsonString)?.Value;
            foreach (var signature in Objects(tool["signatures"]))
            {
                check.Inspect(signature, id);
            }
        }

        foreach (var signature in Objects(file["generic"]).Concat(Objects(file["suspects"])))
        {
            check.Inspect(signature, null);
        }

        return check._problems;
    }

    private void Inspect(JsonObject written, string? tool)
    {
        if (new SignatureReader([]).Read(written, null) is not { } signature || written["value"] is not JsonString value)
        {
            return;
        }

        var (matches, ignores) = (Strings(written["matches"]), Strings(written["ignores"]));
        if (signature.Match != SignatureMatch.Exact && (matches.Count == 0 || ignores.Count == 0))
        {
            Report($"'{PlainText.Safe(value.Value)}' is no exact value: give examples of what it matches and of what it must ignore.", value);
        }

        foreach (var example in matches.Where(example => !SignatureMatcher.IsMatch(signature, example.Value)))
        {
            Report($"The signature does not match '{PlainText.Safe(example.Value)}'.", example);
        }

        foreach (var example in ignores.Where(example => SignatureMatcher.IsMatch(signature, example.Value)))
        {
            Report($"The signature matches '{PlainText.Safe(example.Value)}', which it must ignore.", example);
        }

        if (tool is not null)
        {
            InspectOwner(signature, value, matches, tool);
        }
    }

    private void InspectOwner(Signature signature, JsonString value, IReadOnlyList<JsonString> matches, string tool)
    {
        var others = _before.Signatures
            .Where(s => s.Kind == signature.Kind && s.Match == signature.Match && string.Equals(s.Value, signature.Value, SignatureKinds.Comparison(s.Kind)))
            .Where(s => s.Tool is { } other && other.Id != tool && s.Versions is null && signature.Versions is null)
            .Select(s => s.Tool!.Id);
        if (others.FirstOrDefault() is { } known)
        {
            Report($"'{PlainText.Safe(value.Value)}' is a sign of '{known}' already: both tools would be reported.", value);
        }

        // Tools that the catalog has already give way to each other on purpose.
        if (_before.Tool(tool) is not null)
        {
            return;
        }

        // A pattern of a path matches more than itself, and an exact value of another kind is its own example.
        var examples = signature.Match == SignatureMatch.Exact && signature.Kind != SignatureKind.Path ? matches.Append(value) : matches;
        foreach (var example in examples.Where(e => signature.Versions is null && SignatureMatcher.IsMatch(signature, e.Value)))
        {
            var owners = (signature.Kind == SignatureKind.Path ? _after.FindPath(example.Value) : _after.Find(signature.Kind, example.Value)).Select(s => s.Tool?.Id ?? "no single tool").ToList();
            if (!owners.Contains(tool))
            {
                Report($"'{PlainText.Safe(example.Value)}' leads to {PlainText.Safe(string.Join(", ", owners))}, whose sign is closer.", example);
            }
        }
    }

    private void Report(string message, JsonNode place) => _problems.Add(new JsonProblem(message, place.Location));

    private static IEnumerable<JsonObject> Objects(JsonNode? list) => (list as JsonArray)?.Items.OfType<JsonObject>() ?? [];

    private static List<JsonString> Strings(JsonNode? list) => (list as JsonArray)?.Items.OfType<JsonString>().ToList() ?? [];
}
