using AiToolPolicy.Engine.Catalog;
using AiToolPolicy.Engine.Json;
using AiToolPolicy.Engine.Text;

namespace AiToolPolicy.Tool.Catalog;

/// <summary>What is wrong with own additions to the catalog: in a file of the catalog's shape, in a list of those, or in a policy's <c>catalog</c>.</summary>
/// <param name="Tools">How many tools were read.</param>
/// <param name="Signatures">How many signatures were read.</param>
/// <param name="Problems">In the order of the text.</param>
internal sealed record CatalogVerifier(int Tools, int Signatures, IReadOnlyList<JsonProblem> Problems)
{
    public static CatalogVerifier Verify(SourceFile file, ToolCatalog known)
    {
        var document = JsonReader.Read(file, JsonOptions.Relaxed);
        var problems = new List<JsonProblem>(document.Problems);
        var reader = new CatalogReader(problems, known);
        var all = CatalogData.Empty;
        var entries = Entries(document.Root, problems);
        foreach (var entry in entries)
        {
            all = all.With(reader.Read(entry));
        }

        problems.AddRange(entries.SelectMany(entry => CatalogExamples.Check(entry, all, known)));
        problems.AddRange(References(entries, known.With(all)));
        return new CatalogVerifier(
            all.Tools.Count,
            all.Signatures.Count,
            [.. problems.Distinct().OrderBy(p => p.Location.Line).ThenBy(p => p.Location.Column)]);
    }

    private static List<JsonObject> Entries(JsonNode? root, List<JsonProblem> problems)
    {
        var list = root as JsonArray ?? (root as JsonObject)?["catalog"] as JsonArray;
        if (list is null && root is JsonObject file && CatalogReader.FileKeys.Skip(1).All(key => file[key] is null))
        {
            problems.Add(new JsonProblem("There is nothing of a catalog here: write 'vendor' and 'tools', or a policy with 'catalog'.", file.Location with { EndLine = file.Location.Line, EndColumn = file.Location.Column + 1 }));
            return [];
        }

        return list is not null ? [.. list.Items.OfType<JsonObject>()] : root is JsonObject one ? [one] : [];
    }

    // Ids of other tools and vendors, which may stand in the same file or in the catalog.
    private static IEnumerable<JsonProblem> References(IEnumerable<JsonObject> entries, ToolCatalog catalog)
    {
        var tools = entries.SelectMany(entry => Objects(entry["tools"])).ToList();
        foreach (var node in tools.Concat(tools.SelectMany(tool => Objects(tool["signatures"]))))
        {
            if (node["modelVendor"] is JsonString vendor && catalog.Vendor(vendor.Value) is null)
            {
                yield return new JsonProblem($"No vendor '{PlainText.Safe(vendor.Value)}' is in the catalog.{Nearest.Hint(vendor.Value, catalog.Vendors.Select(v => v.Id))}", vendor.Location);
            }

            if (node["framework"] is JsonString framework && catalog.Tool(framework.Value) is null)
            {
                yield return new JsonProblem($"No tool '{PlainText.Safe(framework.Value)}' is in the catalog.{Nearest.Hint(framework.Value, catalog.Tools.Select(t => t.Id))}", framework.Location);
            }
        }
    }

    private static IEnumerable<JsonObject> Objects(JsonNode? list) => (list as JsonArray)?.Items.OfType<JsonObject>() ?? [];
}
