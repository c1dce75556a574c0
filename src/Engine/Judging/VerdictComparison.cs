using AiToolPolicy.Engine.Catalog;
using AiToolPolicy.Engine.Policies;
using AiToolPolicy.Engine.Text;

namespace AiToolPolicy.Engine.Judging;

/// <summary>Where two policies judge the same thing differently; one change for each pair of lines that decide and each direction.</summary>
internal sealed class VerdictComparison
{
    private readonly Policy _old;
    private readonly Policy _new;
    private readonly ComparisonCases _cases;
    private readonly IReadOnlyList<Day> _days;
    private readonly IReadOnlyList<IReadOnlyList<RuleSubject>> _classes;

    public VerdictComparison(Policy old, Policy fresh, ToolCatalog catalog, ToolCatalog oldCatalog)
    {
        (_old, _new) = (old, fresh);
        IReadOnlyList<PolicyRule> rules = [.. old.Rules, .. fresh.Rules];
        _cases = new ComparisonCases(rules);
        _days = [.. rules.SelectMany(rule => new[] { rule.Effective, rule.TransitiveEffective }).OfType<Day>().Append(Day.First).Distinct().OrderBy(day => day)];

        // Tools that every rule names alike are judged alike: one of them speaks for all.
        _classes =
        [
            .. RuleSubject.Of(catalog, rules).Concat(RuleSubject.Of(oldCatalog, []).Where(subject => catalog.Tool(subject.Tool!.Id) is null))
                .GroupBy(subject => (subject.Server, IsTool: subject.Tool is not null, Named: string.Join(",", rules.Select(rule => (int)subject.In(rule)))))
                .Select(same => (IReadOnlyList<RuleSubject>)[.. same]),
        ];
    }

    public IEnumerable<PolicyChange> Changes() => _classes.SelectMany(Differences)
        .GroupBy(difference => (difference.IsLoosening, Old: Cause(difference.Old), New: Cause(difference.New), difference.What))
        .OrderBy(same => same.First().Old.DecidedAt?.Path, StringComparer.Ordinal).ThenBy(same => same.First().Old.DecidedAt?.Line)
        .Select(same => new PolicyChange(
            same.Key.IsLoosening,
            $"{Names(same.SelectMany(difference => difference.Subjects))}: {same.Key.What}{Where(same)} ({Say(same.First().Old, _old)} → {Say(same.First().New, _new)})",
            same.First().Old.DecidedAt,
            same.First().New.DecidedAt));

    private IEnumerable<Difference> Differences(IReadOnlyList<RuleSubject> subjects)
    {
        foreach (var (evidence, one) in _cases.Of(subjects[0]))
        {
            foreach (var day in _days)
            {
                var (was, now) = (new Judge(_old, day).Decide(evidence), new Judge(_new, day).Decide(evidence));
                if (was.Now != now.Now && !IsSetting(was, now))
                {
                    yield return new Difference(subjects, one, day, was, now, now.Now < was.Now, Actions(was, now, day));
                    break;
                }

                if (was.Now > PolicyAction.Notice && IsExemptable(was) != IsExemptable(now))
                {
                    yield return new Difference(subjects, one, day, was, now, IsExemptable(now), IsExemptable(now) ? "exemptions are accepted" : "no exemption is accepted any more");
                    break;
                }
            }
        }
    }

    // The settings are compared by themselves.
    private static bool IsSetting(Verdict was, Verdict now) => was.Rule is null && now.Rule is null;

    private static bool IsExemptable(Verdict verdict) => verdict.Rule?.Exemptable ?? true;

    private string Actions(Verdict was, Verdict now, Day day)
    {
        var later = _days.FirstOrDefault(other => other > day);
        return $"{Words<PolicyAction>.Of(was.Now)} → {Words<PolicyAction>.Of(now.Now)}{(day > Day.First ? $" from {day} on" : later > Day.First ? $" before {later}" : "")}";
    }

    private static (Location?, string?) Cause(Verdict verdict) => (verdict.DecidedAt, verdict.Rule?.Id);

    private string Where(IEnumerable<Difference> differences)
    {
        var cases = differences.Select(difference => difference.Case).Distinct().ToList();
        if (cases.Count == _cases.Count)
        {
            return "";
        }

        var words = new List<string>();
        void Say<T>(Func<ComparisonCases.Case, T> of, Func<T, string?> word)
        {
            var values = cases.Select(of).Distinct().ToList();
            if (values.Count < _cases.Of(_classes[0][0]).Select(one => of(one.Case)).Distinct().Count())
            {
                words.AddRange(values.Select(word).OfType<string>().Take(3));
            }
        }

        Say(one => one.Surface, surface => $"as {Words<Surface>.Of(surface)}");
        Say(one => one.Path, path => path == "zq.qz" ? null : $"in paths such as {PlainText.Safe(path)}");
        Say(one => one.Version, version => version is null ? null : $"in versions such as {version}");
        Say(one => one.Strength, strength => $"with strength {Words<Strength>.Of(strength)}");
        Say(one => one.Way, way => way is null ? "as a direct reference" : way == "zq-direct" ? "behind another package" : $"through {PlainText.Safe(way)}");
        return words.Count == 0 ? "" : $", {string.Join(", ", words)}";
    }

    private static string Say(Verdict verdict, Policy policy) => verdict switch
    {
        { Rule.Id: { } id } => $"rule '{PlainText.Safe(id)}'",
        { Rule: { } rule } => $"line {rule.Location.Line}",
        { Basis: VerdictBasis.Unknown } => "'unknown'",
        _ => policy.Default.Location is null ? "the built-in default" : "'default'",
    };

    private static string Names(IEnumerable<RuleSubject> subjects) =>
        subjects.Select(subject => subject.Name).Distinct().ToList() is var names && names.Count > 6
            ? $"{string.Join(", ", names.Take(6))} and {names.Count - 6} more"
            : string.Join(", ", names);

    private sealed record Difference(IReadOnlyList<RuleSubject> Subjects, ComparisonCases.Case Case, Day Day, Verdict Old, Verdict New, bool IsLoosening, string What);
}
