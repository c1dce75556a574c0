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

/// <summary>Whom a rule speaks of: a tool id, <c>vendor:</c>, <c>model-vendor:</c>, <c>category:</c>, <c>jurisdiction:</c>, <c>mcp:</c> or <c>*</c>.</summary>
public sealed class Selector
{
    private readonly Func<Tool, string?, bool> _selects;

    private Func<IReadOnlyList<ServerSign>, bool> _selectsServer = _ => false;

    private Selector(Specificity specificity, Func<Tool, string?, bool> selects) => (Specificity, _selects) = (specificity, selects);

    public static IReadOnlyList<string> Prefixes { get; } = ["vendor:", "model-vendor:", "category:", "jurisdiction:", "mcp:"];

    public Specificity Specificity { get; }

    /// <summary>The MCP server that is named as such, its id perhaps with <c>*</c>; null for a selector of tools.</summary>
    public ServerSign? Server { get; private init; }

    public static Selector Everything { get; } = new(Specificity.Everything, (_, _) => true);

    /// <summary>Every MCP server, whether a catalog knows it or not.</summary>
    public static Selector EveryServer { get; } = new(Specificity.Category, (_, _) => false) { _selectsServer = server => server.Count > 0, Server = new ServerSign(SignatureKind.McpServer, "*") };

    public static Selector OfTool(string id) => new(Specificity.Tool, (tool, _) => tool.Id == id);

    public static Selector OfVendor(string id) => new(Specificity.Vendor, (tool, _) => tool.Vendor.Id == id);

    /// <summary>By whose model it is, whoever is contracted.</summary>
    public static Selector OfModelVendor(string id) => new(Specificity.Vendor, (tool, modelVendor) => (modelVendor ?? tool.ModelVendor) == id);

    public static Selector OfCategory(string category) => new(Specificity.Category, (tool, _) => tool.Category == category);

    public static Selector OfJurisdiction(string country) =>
        new(Specificity.Jurisdiction, (tool, _) => string.Equals(tool.Vendor.Jurisdiction, country, StringComparison.OrdinalIgnoreCase));

    /// <param name="pattern">An id, in which <c>*</c> stands for any run of characters.</param>
    public static Selector OfServer(SignatureKind kind, string pattern) =>
        new(Specificity.Tool, (_, _) => false)
        {
            _selectsServer = server => server.Any(sign => sign.IsMatch(kind, pattern)),
            Server = new ServerSign(kind, PackageNames.Canonical(kind, pattern)),
        };

    /// <param name="tool">Null for an MCP server that no catalog knows.</param>
    /// <param name="modelVendor">Whose model the evidence shows, where that differs from the tool's own.</param>
    /// <param name="server">All by which an MCP server can be told; empty for everything else.</param>
    public bool Selects(Tool? tool, string? modelVendor, IReadOnlyList<ServerSign> server) =>
        SelectsServer(server) || (tool is not null && _selects(tool, modelVendor));

    /// <summary>Whether the selector speaks of MCP servers as such, and of this one.</summary>
    public bool SelectsServer(IReadOnlyList<ServerSign> server) => _selectsServer(server);
}
