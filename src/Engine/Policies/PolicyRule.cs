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
}
