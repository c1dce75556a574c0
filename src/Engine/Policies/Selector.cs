using AiToolPolicy.Engine.Catalog;

namespace AiToolPolicy.Engine.Policies;

/// <summary>How closely a selector names a tool, loosest first.</summary>
public enum Specificity
{
    None,
    Everything,
    Jurisdiction,
    Category,
    Vendor,
    Tool,
}

/// <summary>Whom a rule speaks of: a tool id, <c>vendor:</c>, <c>model-vendor:</c>, <c>category:</c>, <c>jurisdiction:</c> or <c>*</c>.</summary>
public sealed class Selector
{
    private readonly Func<Tool, string?, bool> _selects;

    private Selector(Specificity specificity, Func<Tool, string?, bool> selects) => (Specificity, _selects) = (specificity, selects);

    public static IReadOnlyList<string> Prefixes { get; } = ["vendor:", "model-vendor:", "category:", "jurisdiction:"];

    public Specificity Specificity { get; }

    public static Selector Everything { get; } = new(Specificity.Everything, (_, _) => true);

    public static Selector OfTool(string id) => new(Specificity.Tool, (tool, _) => tool.Id == id);

    public static Selector OfVendor(string id) => new(Specificity.Vendor, (tool, _) => tool.Vendor.Id == id);

    /// <summary>By whose model it is, whoever is contracted.</summary>
    public static Selector OfModelVendor(string id) => new(Specificity.Vendor, (tool, modelVendor) => (modelVendor ?? tool.ModelVendor) == id);

    public static Selector OfCategory(string category) => new(Specificity.Category, (tool, _) => tool.Category == category);

    public static Selector OfJurisdiction(string country) =>
        new(Specificity.Jurisdiction, (tool, _) => string.Equals(tool.Vendor.Jurisdiction, country, StringComparison.OrdinalIgnoreCase));

    /// <param name="modelVendor">Whose model the evidence shows, where that differs from the tool's own.</param>
    public bool Selects(Tool tool, string? modelVendor) => _selects(tool, modelVendor);
}
