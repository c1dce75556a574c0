using AiToolPolicy.Engine.Findings;
using AiToolPolicy.Engine.Inspection;
using AiToolPolicy.Engine.Policies;

namespace AiToolPolicy.Engine.Judging;

/// <summary>What a policy says of settings that weaken the check.</summary>
public static class WeakeningJudge
{
    /// <returns>Null where the policy lets it be; without a policy there is no check that could be weakened.</returns>
    public static Finding? Decide(Weakening weakening, Policy? policy)
    {
        if (policy is null || SeverityOf(policy, weakening) is not { } severity)
        {
            return null;
        }

        var decided = policy.Locked || policy.Weakening.Location is null ? policy.Location : policy.Weakening.Location;
        return new Finding(Rules.CheckWeakened, severity, $"{weakening.What} · {Clause(policy, severity)}", weakening.Location)
        {
            Related = [new RelatedLocation(decided, "the policy says so here")],
        };
    }

    private static Severity? SeverityOf(Policy policy, Weakening weakening) => policy switch
    {
        { Locked: false, Weakening.Action: PolicyAction.Allow } => null,
        _ when weakening.IsHint => Severity.Notice,
        { Locked: true } or { Weakening.Action: PolicyAction.Deny } => Severity.Error,
        { Weakening.Action: PolicyAction.Warn } => Severity.Warning,
        _ => Severity.Notice,
    };

    private static string Clause(Policy policy, Severity severity) =>
        severity == Severity.Error && policy.Locked ? $"denied, as {policy.Title} is locked"
        : $"{(severity == Severity.Error ? "denied" : severity == Severity.Warning ? "warned about" : "noted")} by 'weakening' of {policy.Title}";
}
