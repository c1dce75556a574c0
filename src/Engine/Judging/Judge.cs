using AiToolPolicy.Engine.Catalog;
using AiToolPolicy.Engine.Findings;
using AiToolPolicy.Engine.Inspection;
using AiToolPolicy.Engine.Policies;
using AiToolPolicy.Engine.Text;

namespace AiToolPolicy.Engine.Judging;

/// <summary>The only place where evidence and policy meet, and the only one that decides a severity.</summary>
/// <param name="policy">Null: an inventory is taken.</param>
/// <param name="exemptions">Those that hold on the day; null: none.</param>
public sealed class Judge(Policy? policy, Day asOf, ExemptionSet? exemptions = null)
{
    public Verdict Decide(Evidence evidence) => Exempt(DecideAlone(evidence));

    // What a rule without exemptions has decided stays, whoever has signed.
    private Verdict Exempt(Verdict verdict)
    {
        var covering = verdict.Severity is null ? [] : exemptions?.Covering(verdict.Evidence) ?? [];
        return covering.Count == 0 ? verdict
            : verdict.Rule is { Exemptable: false } ? verdict with { Refused = covering }
            : verdict with { Exemptions = covering };
    }

    private Verdict DecideAlone(Evidence evidence)
    {
        if (policy is null)
        {
            return Conclude(new Verdict(evidence, PolicyAction.Notice, VerdictBasis.Inventory));
        }

        if (evidence.Tool is null)
        {
            var (decision, basis) = evidence.IsHiddenText ? (policy.HiddenCharacters, VerdictBasis.HiddenCharacters)
                : evidence.Signature.IsSuspect ? (policy.Unknown, VerdictBasis.Unknown)
                : (policy.Generic, VerdictBasis.Generic);
            return Conclude(new Verdict(evidence, decision.Action, basis) { DecidedAt = decision.Location ?? policy.Location });
        }

        return Conclude(Deciding(evidence, evidence.Tool) ?? new Verdict(evidence, policy.Default.Action, VerdictBasis.Default)
        {
            DecidedAt = policy.Default.Location ?? policy.Location,
        });
    }

    // The most specific selector decides; among equals the strictest, now and in the end, then the earliest date, then the first in the file.
    private Verdict? Deciding(Evidence evidence, Tool tool) =>
        policy!.Rules
            .Select(rule => (Rule: rule, Specificity: RuleScope.Of(rule, evidence, tool)))
            .Where(candidate => candidate.Specificity != Specificity.None)
            .Select(candidate => (candidate.Specificity, Verdict: Apply(candidate.Rule, evidence)))
            .Where(candidate => candidate.Verdict is not null)
            .OrderByDescending(candidate => candidate.Specificity)
            .ThenByDescending(candidate => candidate.Verdict!.Now)
            .ThenByDescending(candidate => candidate.Verdict!.Ahead?.Action ?? candidate.Verdict!.Now)
            .ThenBy(candidate => candidate.Verdict!.Ahead?.From ?? default)
            .Select(candidate => candidate.Verdict)
            .FirstOrDefault();

    // Null: the rule says nothing yet.
    private Verdict? Apply(PolicyRule rule, Evidence evidence)
    {
        var path = evidence.Through?.Shortest(rule.AllowedThrough);
        var verdict = new Verdict(evidence, rule.Action, VerdictBasis.Rule) { Rule = rule, DecidedAt = rule.Location, Path = path };
        if (evidence.Through is not null && path is null)
        {
            return verdict with { Now = PolicyAction.Allow };
        }

        var date = evidence.Through is null ? rule.Effective : rule.TransitiveEffective ?? rule.Effective;
        if (date is not { } day || day <= asOf)
        {
            return verdict with { Since = date == Day.First ? null : date };
        }

        return rule.Before is { } before ? verdict with { Now = before, Ahead = (rule.Action, day) } : null;
    }

    private static Verdict Conclude(Verdict verdict)
    {
        Severity? wanted = verdict.Now switch
        {
            PolicyAction.Deny => Severity.Error,
            PolicyAction.Warn => Severity.Warning,
            PolicyAction.Notice => Severity.Notice,
            _ => null,
        };
        var most = verdict.Evidence.Signature.IsSuspect ? Severity.Error : MostFor(verdict.Evidence.Signature.Confidence);
        var path = verdict.Path ?? verdict.Evidence.Through?.Shortest([]);
        return wanted > most
            ? verdict with { Severity = most, IsSoftened = true, Path = path }
            : verdict with { Severity = wanted, Path = path };
    }

    private static Severity MostFor(Confidence confidence) => confidence switch
    {
        Confidence.High => Severity.Error,
        Confidence.Medium => Severity.Warning,
        _ => Severity.Notice,
    };
}
