using AiToolPolicy.Engine.Catalog;
using AiToolPolicy.Engine.Findings;
using AiToolPolicy.Engine.Policies;
using AiToolPolicy.Engine.Text;

namespace AiToolPolicy.Tool.Explanations;

/// <summary>What a rule is: one of the product, or one of the policy.</summary>
internal static class RuleExplanation
{
    public static string Of(Rule rule) =>
        $"""
        {rule.Id}: {rule.Title}
        {rule.Summary}
        Its severity comes from the policy and the day. How to mend it, an example and its limits: {rule.HelpLink}

        """;

    public static string Of(PolicyRule rule, Policy policy)
    {
        var lines = new List<string>
        {
            $"Rule '{PlainText.Safe(rule.Id ?? "")}' of {policy.Title}, {PlainText.Safe(rule.Location.Path)}({rule.Location.Line},{rule.Location.Column})",
            $"  action       {Words<PolicyAction>.Of(rule.Action)}{(rule.Effective is { } day ? $" from {day} on" : "")}{(rule.Effective is not null && rule.Before is { } before ? $", {Words<PolicyAction>.Of(before)} until then" : "")}",
        };
        Add(lines, "transitive", rule.TransitiveEffective is { } later ? $"from {later} on for what comes in behind another package" : null);
        Add(lines, "through", Joined(rule.AllowedThrough));
        Add(lines, "versions", rule.Versions);
        Add(lines, "surfaces", rule.Surfaces is null ? null : Joined(rule.Surfaces.Select(Words<Surface>.Of)));
        Add(lines, "strength", $"{Words<Strength>.Of(rule.Strength)} or more");
        Add(lines, "paths", rule.Paths is null ? null : Joined(rule.Paths.Select(path => path.ToString() ?? "")));
        Add(lines, "reason", rule.Reason);
        Add(lines, "instead", Joined(rule.UseInstead));
        Add(lines, "more", rule.Link);
        Add(lines, "exemptable", rule.Exemptable ? "yes" : "no");
        return string.Concat(lines.Select(line => line + "\n"));
    }

    private static void Add(List<string> lines, string name, string? value)
    {
        if (!string.IsNullOrWhiteSpace(value))
        {
            lines.Add($"  {name,-12} {PlainText.Safe(value, 500)}");
        }
    }

    private static string Joined(IEnumerable<string> values) => string.Join(", ", values);
}
