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
    // What several layers say is the strictest that any of them says by itself; among equals the word of the uppermost.
    public Verdict Decide(Evidence evidence) => policy is null
        ? Conclude(new Verdict(evidence, PolicyAction.Notice, VerdictBasis.Inventory))
        : Exempt(Strictest([.. policy.Judged.Reverse().Select(layer => Decide(evidence, layer)).OfType<Verdict>()
            .DefaultIfEmpty(Unspoken(evidence, policy) with { DecidedAt = policy.Location }).Select(Conclude)]));

    // What a rule without exemptions has decided stays, whoever has signed, and whatever a stricter rule with exemptions says beside it.
    private Verdict Exempt(List<Verdict> strictestFirst)
    {
        var verdict = strictestFirst[0];
        var covering = verdict.Severity is null ? [] : exemptions?.Covering(verdict) ?? [];
        return covering.Count == 0 ? verdict
            : strictestFirst.FirstOrDefault(v => v is { Severity: not null, Rule.Exemptable: false }) is { } unmoved ? unmoved with { Refused = covering }
            : verdict with { Exemptions = covering };
    }

    // Null: the layer says nothing of it.
    private Verdict? Decide(Evidence evidence, Policy layer)
    {
        var verdict = Deciding(evidence, layer) ?? Unspoken(evidence, layer);
        if (UnknownTo(layer, evidence) is { DecidedAt: not null } unknown && (verdict.DecidedAt is null || unknown.Now > verdict.Now))
        {
            verdict = unknown;
        }

        return verdict.DecidedAt is null ? null : verdict with { Layer = layer };
    }

    // A lower layer may give a name to what an upper one would take for unknown; the upper one's word for the unknown holds all the same.
    private static Verdict? UnknownTo(Policy layer, Evidence evidence) =>
        layer.Unknown.Action > PolicyAction.Allow && evidence.Signature is { DefinedIn: { } place } signature && (signature.HidesSuspect || evidence.Server.Count > 0) && layer.Knows?.Contains(place) == false
            ? new Verdict(evidence, layer.Unknown.Action, VerdictBasis.Unknown) { DecidedAt = layer.Unknown.Location }
            : null;

    // What holds where no rule speaks; a built-in default has no line that decided.
    private static Verdict Unspoken(Evidence evidence, Policy layer)
    {
        var (decision, basis) = evidence switch
        {
            { Tool: not null } => (layer.Default, VerdictBasis.Default),
            { IsHiddenText: true } => (layer.HiddenCharacters, VerdictBasis.HiddenCharacters),
            { Signature.IsSuspect: true } => (layer.Unknown, VerdictBasis.Unknown),
            _ => (layer.Generic, VerdictBasis.Generic),
        };
        return new Verdict(evidence, decision.Action, basis) { DecidedAt = decision.Location };
    }

    // The most specific selector decides; among equals the strictest, then the first in the file.
    private Verdict? Deciding(Evidence evidence, Policy layer)
    {
        var most = Specificity.None;
        var said = new List<Verdict>();
        foreach (var rule in layer.Rules)
        {
            var specificity = RuleScope.Of(rule, evidence);
            if (specificity == Specificity.None || specificity < most || Apply(rule, evidence) is not { } verdict)
            {
                continue;
            }

            if (specificity > most)
            {
                most = specificity;
                said.Clear();
            }

            said.Add(verdict);
        }

        return said.Count == 0 ? null : Strictest(said)[0];
    }

    // Now, and in the end; then by the earliest date; then what admits no exemption.
    private static List<Verdict> Strictest(List<Verdict> verdicts) => verdicts.Count < 2 ? verdicts : [.. verdicts
        .OrderByDescending(verdict => verdict.Severity ?? Severity.Notice - 1)
        .ThenByDescending(verdict => verdict.Now)
        .ThenByDescending(verdict => verdict.Ahead?.Action ?? verdict.Now)
        .ThenBy(verdict => verdict.Ahead?.From ?? default)
        .ThenBy(verdict => verdict.Rule?.Exemptable ?? true)];

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
        var most = HasNoDoubt(verdict) ? Severity.Error : MostFor(verdict.Evidence.Signature.Confidence);
        var path = verdict.Path ?? verdict.Evidence.Through?.Shortest([]);
        return wanted > most
            ? verdict with { Severity = most, IsSoftened = true, Path = path }
            : verdict with { Severity = wanted, Path = path };
    }

    // Whose sign it is may be uncertain; that it is a suspect, or a server that the policy itself names, is not.
    private static bool HasNoDoubt(Verdict verdict) =>
        verdict.Evidence.Signature.IsSuspect || (verdict.Rule is { } rule && RuleScope.NamesServer(rule, verdict.Evidence));

    private static Severity MostFor(Confidence confidence) => confidence switch
    {
        Confidence.High => Severity.Error,
        Confidence.Medium => Severity.Warning,
        _ => Severity.Notice,
    };
}
