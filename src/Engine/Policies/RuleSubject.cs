using AiToolPolicy.Engine.Catalog;
using AiToolPolicy.Engine.Text;

namespace AiToolPolicy.Engine.Policies;

/// <summary>Something that a rule may speak of, apart from where and when it shows itself: a tool, or an MCP server as a selector names it.</summary>
/// <param name="ModelVendor">Whose model the tool offers, where that differs from its own.</param>
internal sealed record RuleSubject(Tool? Tool, ServerSign? Server = null, string? ModelVendor = null)
{
    /// <summary>As a message calls it; safe to print.</summary>
    public string Name => PlainText.Safe(Server is null ? Tool!.Id : $"MCP server {Server.Id}");

    public Specificity In(PolicyRule rule) => rule.SpecificityFor(Tool, ModelVendor, Server is null ? [] : [Server]);

    /// <summary>Every tool of the catalog, and the servers that these rules name, each as the tool that it is known to be.</summary>
    public static IReadOnlyList<RuleSubject> Of(ToolCatalog catalog, IEnumerable<PolicyRule> rules) =>
    [
        .. catalog.Tools.OrderBy(tool => tool.Id, StringComparer.Ordinal).Select(tool => new RuleSubject(tool)),
        .. catalog.Signatures.Where(signature => signature is { ModelVendor: not null, Tool: not null })
            .Select(signature => new RuleSubject(signature.Tool, ModelVendor: signature.ModelVendor)).Distinct(),
        .. rules.SelectMany(rule => rule.Selectors).Select(selector => selector.Server).OfType<ServerSign>().Distinct()
            .SelectMany(server => KnownAs(catalog, server).DefaultIfEmpty(), (server, tool) => new RuleSubject(tool, server)),
    ];

    private static IEnumerable<Tool?> KnownAs(ToolCatalog catalog, ServerSign server) =>
        server.Id.Contains('*') ? [] : catalog.Find(server.Kind, server.Id).Select(signature => signature.Tool).Where(tool => tool is not null);
}
