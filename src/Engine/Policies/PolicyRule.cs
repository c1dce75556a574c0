using AiToolPolicy.Engine.Catalog;
using AiToolPolicy.Engine.Text;

namespace AiToolPolicy.Engine.Policies;

/// <summary>One rule of a policy.</summary>
/// <param name="Location">The line of the policy that a finding names.</param>
public sealed record PolicyRule(PolicyAction Action, IReadOnlyList<Selector> Selectors, Location Location)
{
    public string? Id { get; init; }

    public IReadOnlyList<Selector> Except { get; init; } = [];

    /// <summary>The first day on which the action holds; null: it always holds.</summary>
    public Day? Effective { get; init; }

    /// <summary>What holds until then; null: the rule says nothing until then.</summary>
    public PolicyAction? Before { get; init; }

    /// <summary>The first day for what comes in behind another package; null: <see cref="Effective"/>.</summary>
    public Day? TransitiveEffective { get; init; }

    /// <summary>False for a rule that says nothing until its day.</summary>
    public bool SaysAlways => Before is not null || (Effective is null && TransitiveEffective is null);

    /// <summary>A version range, in the notation of the package's ecosystem.</summary>
    public string? Versions { get; init; }

    /// <summary>Null: all surfaces.</summary>
    public IReadOnlyCollection<Surface>? Surfaces { get; init; }

    /// <summary>The weakest evidence that counts.</summary>
    public Strength Strength { get; init; } = Strength.Instructions;

    /// <summary>Ids of packages that may bring the tool in.</summary>
    public IReadOnlyCollection<string> AllowedThrough { get; init; } = [];

    /// <summary>Null: everywhere.</summary>
    public IReadOnlyList<PathGlob>? Paths { get; init; }

    public string? Reason { get; init; }

    /// <summary>Names of the replacements, ready to print.</summary>
    public IReadOnlyList<string> UseInstead { get; init; } = [];

    /// <summary>Ids of the replacements that the catalog knows.</summary>
    public IReadOnlyList<string> UseInsteadIds { get; init; } = [];

    public string? Link { get; init; }

    public bool Exemptable { get; init; } = true;

    /// <summary>The entry as written, for the places of its keys; null for a rule that no file holds.</summary>
    public RuleDocument? Written { get; init; }

    /// <summary>How closely the rule names a tool or server, wherever it shows itself; <see cref="Specificity.None"/> when it does not.</summary>
    /// <param name="tool">Null for an MCP server that no catalog knows.</param>
    /// <param name="modelVendor">Whose model it is, where that differs from the tool's own.</param>
    /// <param name="server">All by which an MCP server can be told; empty for everything else.</param>
    public Specificity SpecificityFor(Tool? tool, string? modelVendor, IReadOnlyList<ServerSign> server) =>
        Except.Any(selector => selector.Selects(tool, modelVendor, server)) ? Specificity.None : Selectors
            .Where(selector => selector.Selects(tool, modelVendor, server))
            .Select(selector => selector.Specificity)
            .DefaultIfEmpty(Specificity.None)
            .Max();
}
