using AiToolPolicy.Engine.Catalog;
using AiToolPolicy.Engine.Text;

namespace AiToolPolicy.Engine.Policies;

/// <summary>
/// Rules of a lower layer that would relax a rule or the default of a layer above, if they stood in one file with it: they name the tool as closely
/// or more so, may meet the same thing, and say less. A looser rule, such as a notice for all tools, says nothing against a closer one.
/// </summary>
internal sealed class RuleRelaxations(LayerPair pair, ToolCatalog catalog)
{
    private readonly IReadOnlyList<RuleSubject> _subjects = RuleSubject.Of(catalog, pair.Low.Rules.Concat(pair.High.Rules));

    public IEnumerable<Relaxation> Of() => pair.Low.Rules.Where(rule => rule.Written is not null).SelectMany(Of);

    private IEnumerable<Relaxation> Of(PolicyRule low)
    {
        var subjects = _subjects.Where(subject => subject.In(low) != Specificity.None).ToList();
        return pair.High.Rules.SelectMany(high => Against(low, high, subjects))
            .Concat(AgainstDefault(low, subjects, "default", pair.High.Default, isTool: true))
            .Concat(AgainstDefault(low, subjects, "unknown", pair.High.Unknown, isTool: false))
            .GroupBy(relaxation => relaxation.Place)
            .Select(same => same.First());
    }

    private IEnumerable<Relaxation> Against(PolicyRule low, PolicyRule high, List<RuleSubject> subjects)
    {
        var isSame = low.Id is not null && low.Id == high.Id;
        var met = RuleReach.Meet(low, high)
            ? subjects.Where(subject => subject.In(high) is var above && above != Specificity.None && above <= subject.In(low) && !IsSpokenCloser(subject, above, low)).ToList()
            : [];
        if (met.Count > 0 || isSame)
        {
            foreach (var (key, here, there) in RuleComparison.Weaker(low, high))
            {
                yield return Relaxed(low, key, $"says {here} of {Names(met.Count > 0 ? met : subjects)}, and {Name(high)} says {there}: that holds", high);
            }
        }

        if ((met.Count > 0 || isSame) && low.Action >= high.Action)
        {
            foreach (var id in low.Written!.AllowedThrough.Where(id => !high.AllowedThrough.Contains(id.Value, StringComparer.OrdinalIgnoreCase)))
            {
                yield return new Relaxation(id.Location, $"'{PlainText.Safe(id.Value)}' may not bring in {Names(met.Count > 0 ? met : subjects)} by {Name(high)}, and may not by this rule.", high.Location);
            }
        }

        foreach (var relaxation in isSame ? Redefined(low, high) : [])
        {
            yield return relaxation;
        }
    }

    // A rule of the same id that speaks of less would take the rest out of the one above.
    private IEnumerable<Relaxation> Redefined(PolicyRule low, PolicyRule high)
    {
        var lost = _subjects.Where(subject => subject.In(high) != Specificity.None && subject.In(low) == Specificity.None).ToList();
        if (lost.Count > 0)
        {
            yield return Relaxed(low, low.Except.Count > 0 ? "except" : "tools", $"leaves out {Names(lost)}, of which {Name(high)} speaks: that holds", high);
        }

        if (RuleReach.Narrower(low, high) is { } key)
        {
            yield return Relaxed(low, key, $"holds in fewer places than {Name(high)} does: that holds", high);
        }
    }

    // What no rule speaks of: tools have a default, servers that no catalog knows are unknown.
    private IEnumerable<Relaxation> AgainstDefault(PolicyRule low, List<RuleSubject> subjects, string key, Decision said, bool isTool)
    {
        var met = said.Location is null ? [] : subjects.Where(subject => subject.Tool is not null == isTool && !IsSpokenCloser(subject, Specificity.None, low)).ToList();
        return met.Count == 0 ? [] : RuleComparison.Weaker(low, new PolicyRule(said.Action, [], said.Location!)).Select(weaker => new Relaxation(
            low.Written!.Place(weaker.Key),
            $"'{weaker.Key}' says {weaker.Here} of {Names(met)}, and '{key}' of {pair.High.Title} above it says {weaker.There}: that holds.",
            said.Location!));
    }

    // Whether the upper layer itself has a closer rule wherever and whenever the lower rule holds.
    private bool IsSpokenCloser(RuleSubject subject, Specificity than, PolicyRule low) =>
        pair.High.Rules.Any(rule => subject.In(rule) > than && rule.SaysAlways && RuleReach.Covers(rule, low));

    private static Relaxation Relaxed(PolicyRule low, string key, string what, PolicyRule high) => new(low.Written!.Place(key), $"'{key}' {what}.", high.Location);

    private string Name(PolicyRule high) => high.Id is { } id ? $"rule '{PlainText.Safe(id)}' of {pair.High.Title} above it" : $"line {high.Location.Line} of {pair.High.Title} above it";

    private static string Names(List<RuleSubject> subjects) =>
        subjects.Select(subject => subject.Name).Distinct().ToList() is var names && names.Count > 3
            ? $"{string.Join(", ", names.Take(3))} and {names.Count - 3} more"
            : string.Join(", ", names);
}
