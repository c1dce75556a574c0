using AiToolPolicy.Engine.Catalog;

namespace AiToolPolicy.Engine.Policies;

/// <summary>
/// Finds what a lower layer says less strictly than one above it. Nothing of it takes effect, since the strictest word holds; but whoever wrote it
/// believes that it does.
/// </summary>
internal static class Relaxations
{
    private static readonly IReadOnlyList<(string Key, Func<Policy, Decision> Of)> Decisions =
    [
        ("default", policy => policy.Default),
        ("unknown", policy => policy.Unknown),
        ("generic", policy => policy.Generic),
        ("hiddenCharacters", policy => policy.HiddenCharacters),
        ("weakening", policy => policy.Weakening),
    ];

    /// <summary>One for each place; of several layers above that forbid it, the first.</summary>
    public static IEnumerable<Relaxation> Of(IEnumerable<LayerPair> pairs, ToolCatalog catalog) => pairs
        .SelectMany(pair => OfDecisions(pair).Concat(OfLock(pair)).Concat(ExemptionRelaxations.Of(pair)).Concat(new RuleRelaxations(pair, catalog).Of()))
        .GroupBy(relaxation => relaxation.Place)
        .Select(same => same.First());

    private static IEnumerable<Relaxation> OfDecisions(LayerPair pair) =>
        from decision in Decisions
        let low = decision.Of(pair.Low)
        let high = decision.Of(pair.High)
        where low.Location is not null && high.Location is not null && low.Action < high.Action
        select new Relaxation(
            low.Location!,
            $"'{decision.Key}' is {Words<PolicyAction>.Of(low.Action)} here and {Words<PolicyAction>.Of(high.Action)} in {pair.High.Title} above it: {Words<PolicyAction>.Of(high.Action)} holds.",
            high.Location!);

    private static IEnumerable<Relaxation> OfLock(LayerPair pair) => pair is { Written.Locked: false, High.Locked: true }
        ? [new Relaxation(pair.Written.Place("locked"), $"'locked' is false here and true in {pair.High.Title} above it: the policy is locked.", pair.High.Location)]
        : [];
}
