using AiToolPolicy.Engine.Json;

namespace AiToolPolicy.Engine.Catalog;

/// <summary>Reads catalog files, and the entries of the same shape in a policy's <c>catalog</c>.</summary>
public sealed class CatalogReader(List<JsonProblem> problems)
{
    public static readonly IReadOnlyList<string> FileKeys = ["$schema", "vendor", "tools", "generic", "suspects"];

    public static readonly IReadOnlyList<string> VendorKeys = ["id", "name", "jurisdiction", "homepage", "parent"];

    public static readonly IReadOnlyList<string> ToolKeys =
        ["id", "name", "category", "homepage", "modelVendor", "aliases", "related", "note", "signatures"];

    private readonly SignatureReader _signatures = new(problems);

    /// <summary>Reads one catalog file's root, or one entry of a policy's <c>catalog</c>. Wrong entries are left out and reported.</summary>
    /// <param name="knownVendor">Finds a vendor that an entry names by <c>id</c> only.</param>
    public CatalogData Read(JsonObject root, Func<string, Vendor?> knownVendor)
    {
        var file = new ObjectReader(root, FileKeys, problems);
        var vendor = file.Object("vendor") is { } vendorNode ? ReadVendor(vendorNode, knownVendor) : null;
        var tools = new List<Tool>();
        var signatures = new List<Signature>();
        foreach (var node in file.Objects("tools"))
        {
            ReadTool(node, vendor, tools, signatures);
        }

        signatures.AddRange(file.Objects("generic").Select(node => _signatures.Read(node, null)).OfType<Signature>());
        signatures.AddRange(file.Objects("suspects").Select(node => _signatures.Read(node, null)).OfType<Signature>());
        if (vendor is null && file.Node("tools") is { } orphaned)
        {
            file.Problem("The key 'vendor' is missing: tools need a vendor with an id.", orphaned.Location);
        }

        return new CatalogData(vendor is null ? [] : [vendor], tools, signatures);
    }

    private Vendor? ReadVendor(JsonObject node, Func<string, Vendor?> knownVendor)
    {
        var reader = new ObjectReader(node, VendorKeys, problems);
        var id = reader.RequiredString("id")?.Value;
        if (id is null)
        {
            return null;
        }

        var known = knownVendor(id);
        return new Vendor(
            id,
            reader.String("name")?.Value ?? known?.Name ?? id,
            reader.String("jurisdiction")?.Value ?? known?.Jurisdiction,
            reader.String("parent")?.Value ?? known?.Parent);
    }

    private void ReadTool(JsonObject node, Vendor? vendor, List<Tool> tools, List<Signature> signatures)
    {
        var reader = new ObjectReader(node, ToolKeys, problems);
        var id = reader.RequiredString("id")?.Value;
        var name = reader.String("name")?.Value;
        var category = reader.RequiredString("category")?.Value;
        if (id is null || vendor is null)
        {
            return;
        }

        var tool = new Tool(id, name ?? id, vendor, category ?? "", reader.String("modelVendor")?.Value, reader.String("homepage")?.Value);
        tools.Add(tool);
        signatures.AddRange(reader.Objects("signatures").Select(signature => _signatures.Read(signature, tool)).OfType<Signature>());
    }
}
