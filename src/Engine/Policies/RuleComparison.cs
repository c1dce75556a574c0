using AiToolPolicy.Engine.Catalog;
using AiToolPolicy.Engine.Text;

namespace AiToolPolicy.Engine.Policies;

/// <summary>What one rule says less strictly than another of the same thing.</summary>
internal static class RuleComparison
{
    /// <summary>Each key with what it says and what the other rule says, in words. A rule that says more in the end may begin with less.</summary>
    public static IEnumerable<(string Key, string Here, string There)> Weaker(PolicyRule low, PolicyRule high)
    {
        if (low.Action < high.Action)
        {
            yield return ("action", Words<PolicyAction>.Of(low.Action), Whole(high, high.Effective));
        }

        if (low.Action == high.Action && IsWeaker(low, low.Effective, high, high.Effective))
        {
            yield return (IsLater(low.Effective, high.Effective) ? "effective" : "before", Whole(low, low.Effective), Whole(high, high.Effective));
        }
        else if (low.Action == high.Action && IsWeaker(low, Transitive(low), high, Transitive(high)))
        {
            const string behind = " behind another package";
            yield return ("transitive", Whole(low, Transitive(low)) + behind, Whole(high, Transitive(high)) + behind);
        }

        if (low.Action <= high.Action && !high.Exemptable && low.Written?.Exemptable == true)
        {
            yield return ("exemptable", "true", "false");
        }
    }

    private static Day? Transitive(PolicyRule rule) => rule.TransitiveEffective ?? rule.Effective;

    // On some day both speak, and the lower one says less.
    private static bool IsWeaker(PolicyRule low, Day? from, PolicyRule high, Day? fixedFrom) =>
        new[] { Day.First, from ?? Day.First, fixedFrom ?? Day.First }.Any(day => On(low, from, day) < On(high, fixedFrom, day));

    private static bool IsLater(Day? one, Day? other) => one is { } day && (other is not { } earlier || day > earlier);

    private static PolicyAction? On(PolicyRule rule, Day? from, Day day) => from is null || day >= from ? rule.Action : rule.Before;

    private static string Whole(PolicyRule rule, Day? from) => from is not { } day ? Words<PolicyAction>.Of(rule.Action)
        : $"{Words<PolicyAction>.Of(rule.Action)} from {day} on" + (rule.Before is { } before ? $" and {Words<PolicyAction>.Of(before)} until then" : "");
}
