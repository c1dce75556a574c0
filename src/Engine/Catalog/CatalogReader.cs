using AiToolPolicy.Engine.Json;
using AiToolPolicy.Engine.Text;

namespace AiToolPolicy.Engine.Catalog;

/// <summary>Reads catalog files, and the entries of the same shape in a policy's <c>catalog</c>.</summary>
/// <param name="known">What own entries add to; null for the catalog's own files.</param>
public sealed class CatalogReader(List<JsonProblem> problems, ToolCatalog? known = null)
{
    public static readonly IReadOnlyList<string> FileKeys = ["$schema", "vendor", "tools", "generic", "suspects"];

    public static readonly IReadOnlyList<string> VendorKeys = ["id", "name", "jurisdiction", "homepage", "parent"];

    public static readonly IReadOnlyList<string> ToolKeys =
        ["id", "name", "category", "homepage", "modelVendor", "aliases", "related", "note", "signatures"];

    private readonly SignatureReader _signatures = new(problems);

    /// <summary>Reads one catalog file's root, or one entry of a policy's <c>catalog</c>. Wrong entries are left out and reported.</summary>
    public CatalogData Read(JsonObject root)
    {
        var file = new ObjectReader(root, FileKeys, problems);
        var vendor = file.Object("vendor") is { } vendorNode ? ReadVendor(vendorNode) : null;
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

    private Vendor? ReadVendor(JsonObject node)
    {
        var reader = new ObjectReader(node, VendorKeys, problems);
        var id = reader.RequiredString("id")?.Value;
        if (id is null)
        {
            return null;
        }

        var written = new Vendor(id, reader.String("name")?.Value ?? id, reader.String("jurisdiction")?.Value, reader.String("parent")?.Value);
        if (known?.Vendor(id) is not { } vendor)
        {
            return written;
        }

        Hold(reader, "jurisdiction", vendor.Jurisdiction, id);
        Hold(reader, "parent", vendor.Parent, id);
        return vendor;
    }

    // An own entry of something known may add to it; what it says otherwise would take it out of a rule's reach.
    private void Hold(ObjectReader reader, string key, string? fact, string id)
    {
        if (reader.String(key) is { } written && !string.Equals(written.Value, fact, StringComparison.OrdinalIgnoreCase))
        {
            problems.Add(new JsonProblem(
                $"'{PlainText.Safe(id)}' is known, and its '{key}' is {(fact is null ? "not told" : $"'{PlainText.Safe(fact)}'")}: an own entry may add to it and change nothing. Leave '{key}' out.",
                written.Location));
        }
    }

    private void ReadTool(JsonObject node, Vendor? vendor, List<Tool> tools, List<Signature> signatures)
    {
        var reader = new ObjectReader(node, ToolKeys, problems);
        var id = reader.RequiredString("id")?.Value;
        var name = reader.String("name")?.Value;
        var existing = id is null ? null : known?.Tool(id);
        var category = existing is null ? reader.RequiredString("category")?.Value : null;
        if (id is null || vendor is null)
        {
            return;
        }

        if (existing is not null)
        {
            HoldTool(reader, existing, vendor);
        }

        var tool = existing ?? new Tool(id, name ?? id, vendor, category ?? "", reader.String("modelVendor")?.Value, reader.String("homepage")?.Value);
        tools.Add(tool);
        signatures.AddRange(reader.Objects("signatures").Select(signature => _signatures.Read(signature, tool)).OfType<Signature>());
    }

    private void HoldTool(ObjectReader reader, Tool tool, Vendor vendor)
    {
        Hold(reader, "category", tool.Category, tool.Id);
        Hold(reader, "modelVendor", tool.ModelVendor, tool.Id);
        if (vendor.Id != tool.Vendor.Id)
        {
            problems.Add(new JsonProblem(
                $"'{PlainText.Safe(tool.Id)}' is a tool of vendor '{PlainText.Safe(tool.Vendor.Id)}': write it under that one to add signatures to it, or give your own tool another id.",
                reader.Location));
        }
    }
}
