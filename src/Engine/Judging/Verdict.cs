using AiToolPolicy.Engine.Exemptions;
using AiToolPolicy.Engine.Findings;
using AiToolPolicy.Engine.Inspection;
using AiToolPolicy.Engine.Inspection.Dependencies;
using AiToolPolicy.Engine.Policies;
using AiToolPolicy.Engine.Text;

namespace AiToolPolicy.Engine.Judging;

/// <summary>What a policy says of one piece of evidence on one day.</summary>
/// <param name="Now">What holds on the as-of date.</param>
/// <param name="Basis">Which part of the policy decided.</param>
public sealed record Verdict(Evidence Evidence, PolicyAction Now, VerdictBasis Basis)
{
    /// <summary>The layer whose word it is; null in an inventory.</summary>
    public Policy? Layer { get; init; }

    /// <summary>The deciding rule, where a rule decided.</summary>
    public PolicyRule? Rule { get; init; }

    /// <summary>What will hold, and from which day, while that day lies ahead.</summary>
    public (PolicyAction Action, Day From)? Ahead { get; init; }

    /// <summary>Since which day the action holds, where the rule has a date that is past.</summary>
    public Day? Since { get; init; }

    /// <summary>The chain of packages to show, for a package that came in behind another.</summary>
    public IReadOnlyList<PackageVersion>? Path { get; init; }

    /// <summary>The policy line that decided; null where the built-in default did.</summary>
    public Location? DecidedAt { get; init; }

    /// <summary>How loud the finding is; null: nothing to report.</summary>
    public Severity? Severity { get; init; }

    /// <summary>The exemptions that cover it, the one that holds longest first; empty where it counts.</summary>
    public IReadOnlyList<Exemption> Exemptions { get; init; } = [];

    /// <summary>Exemptions that would cover it, had the deciding rule not been made without exemptions.</summary>
    public IReadOnlyList<Exemption> Refused { get; init; } = [];

    /// <summary>True when the policy warns of it or denies it, now or from a day to come.</summary>
    public bool IsRestriction => (Ahead?.Action ?? Now) >= PolicyAction.Warn;

    /// <summary>True when the policy asks for more than the signature's confidence can bear.</summary>
    public bool IsSoftened { get; init; }
}

/// <summary>Which part of a policy decided.</summary>
public enum VerdictBasis
{
    /// <summary>There is no policy.</summary>
    Inventory,
    Rule,
    Default,
    Generic,
    Unknown,
    HiddenCharacters,
}
