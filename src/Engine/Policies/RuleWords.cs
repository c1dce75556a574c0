using AiToolPolicy.Engine.Catalog;
using AiToolPolicy.Engine.Text;

namespace AiToolPolicy.Engine.Policies;

/// <summary>What a rule says, in one line.</summary>
public static class RuleWords
{
    public static string Of(PolicyRule rule) => string.Join("; ", Parts(rule).OfType<string>());

    private static IEnumerable<string?> Parts(PolicyRule rule)
    {
        yield return $"{Words<PolicyAction>.Of(rule.Action)} {Texts(rule.Written?.Tools)}{(rule.Except.Count == 0 ? "" : $" except {Texts(rule.Written?.Except)}")}";
        yield return rule.Effective is { } day ? $"from {day} on{(rule.Before is { } before ? $", {Words<PolicyAction>.Of(before)} until then" : "")}" : null;
        yield return rule.TransitiveEffective is { } later ? $"behind another package from {later} on" : null;
        yield return rule.AllowedThrough.Count == 0 ? null : $"allowed through {PlainText.Safe(string.Join(", ", rule.AllowedThrough))}";
        yield return rule.Surfaces is null ? null : $"as {string.Join(", ", rule.Surfaces.Select(Words<Surface>.Of))}";
        yield return rule.Versions is null ? null : $"versions {PlainText.Safe(rule.Versions)}";
        yield return rule.Strength == Strength.Instructions ? null : $"from strength {Words<Strength>.Of(rule.Strength)} on";
        yield return rule.Paths is null ? null : $"in {PlainText.Safe(string.Join(", ", rule.Paths))}";
        yield return rule.Exemptable ? null : "without exemptions";
    }

    private static string Texts(IReadOnlyList<Placed<string>>? texts) => PlainText.Safe(string.Join(", ", (texts ?? []).Select(text => text.Value)), 1000);
}
