using AiToolPolicy.Engine.Catalog;
using AiToolPolicy.Engine.Text;

namespace AiToolPolicy.Engine.Policies;

/// <summary>One thing that a policy says, of all layers together.</summary>
/// <param name="Key">As a policy file writes it; for a rule <c>rules</c>.</param>
/// <param name="Value">In words, safe to print.</param>
/// <param name="Places">Where it is written: each line that makes it so; none for what is built in.</param>
public sealed record PolicyEntry(string Key, string Value, IReadOnlyList<Location> Places)
{
    /// <summary>The rule, for an entry of <c>rules</c>.</summary>
    public PolicyRule? Rule { get; init; }

    /// <summary>Everything that holds: settings, conditions of exemptions, rules.</summary>
    public static IReadOnlyList<PolicyEntry> Of(LoadedPolicy loaded) => loaded.Policy is not { } policy ? [] :
    [
        Setting("default", policy.Default),
        Setting("unknown", policy.Unknown),
        Setting("generic", policy.Generic),
        Setting("hiddenCharacters", policy.HiddenCharacters),
        Setting("weakening", policy.Weakening),
        new("locked", policy.Locked ? "true" : "false", Written(loaded, layer => layer.Locked == policy.Locked ? layer.Place("locked") : null)),
        .. OfExemptions(loaded, policy.Exemptions),
        .. policy.Rules.Select(OfRule),
    ];

    private static PolicyEntry Setting(string key, Decision decision) =>
        new(key, Words<PolicyAction>.Of(decision.Action), decision.Location is { } place ? [place] : []);

    private static IEnumerable<PolicyEntry> OfExemptions(LoadedPolicy loaded, ExemptionRules rules)
    {
        PolicyEntry Entry(string key, string value, Func<ExemptionRulesDocument, bool> makesIt) => new(
            "exemptions." + key, PlainText.Safe(value),
            Written(loaded, layer => layer.Exemptions is { } written && makesIt(written) ? written.Node?[key]?.Location : null));

        yield return Entry("maxDays", rules.MaxDays is { } days ? $"{days}" : "no limit", written => written.MaxDays == rules.MaxDays);
        yield return Entry("require", rules.Require.Count == 0 ? "nothing" : string.Join(", ", rules.Require), written => written.Require?.Any(field => rules.Require.Contains(field.Value)) ?? false);
        yield return Entry("minJustification", $"{rules.MinJustification}", written => written.MinJustification == rules.MinJustification);
        yield return Entry("ticketPattern", rules.TicketPatterns.Count == 0 ? "any" : string.Join(" and ", rules.TicketPatterns), _ => true);
        yield return Entry("noticeDays", $"{rules.NoticeDays}", written => written.NoticeDays == rules.NoticeDays);
        yield return Entry("approvers", rules.Approvers is not { } approvers ? "anybody" : approvers.Count == 0 ? "nobody" : string.Join(", ", approvers), _ => true);
    }

    private static PolicyEntry OfRule(PolicyRule rule) => new("rules", RuleWords.Of(rule), [rule.Location]) { Rule = rule };

    private static IReadOnlyList<Location> Written(LoadedPolicy loaded, Func<PolicyDocument, Location?> place) =>
        [.. loaded.Layers.Select(layer => layer.Written).OfType<PolicyDocument>().Select(place).OfType<Location>().Where(found => found.Line > 0)];
}
