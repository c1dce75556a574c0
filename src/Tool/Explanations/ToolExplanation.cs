using AiToolPolicy.Engine.Catalog;
using AiToolPolicy.Engine.Policies;
using AiToolPolicy.Engine.Text;
using CatalogTool = AiToolPolicy.Engine.Catalog.Tool;

namespace AiToolPolicy.Tool.Explanations;

/// <summary>What a tool is, by the catalog, and what the policy says of it.</summary>
internal static class ToolExplanation
{
    private const int MostNamed = 5;

    public static string Of(CatalogTool tool, LoadedPolicy policy, Day asOf)
    {
        var lines = new List<string>
        {
            $"{tool.Name} ({tool.Id}), {tool.Category}, by {tool.Vendor.Name} ({tool.Vendor.Id}{(tool.Vendor.Jurisdiction is { } country ? ", " + country : "")})",
        };
        if (tool.ModelVendor is { } model && model != tool.Vendor.Id)
        {
            lines.Add($"Runs on models of {policy.Catalog.Vendor(model)?.Name ?? model} ({model}).");
        }

        if (tool.Homepage is { } page)
        {
            lines.Add(page);
        }

        lines.Add("It shows itself as:");
        lines.AddRange(policy.Catalog.Signatures.Where(signature => signature.Tool?.Id == tool.Id).GroupBy(signature => signature.Kind).OrderBy(kind => kind.Key).Select(Signs));
        lines.AddRange(Decision(tool, policy, asOf));
        return string.Concat(lines.Select(line => PlainText.Safe(line, 1000) + "\n"));
    }

    private static string Signs(IGrouping<SignatureKind, Signature> signs)
    {
        var values = signs.Select(sign => sign.Match == SignatureMatch.Prefix ? sign.Value + "*" : sign.Value).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        var rest = values.Count > MostNamed ? $" and {values.Count - MostNamed} more" : "";
        return $"  {Words<SignatureKind>.Of(signs.Key),-20} {string.Join(", ", values.Take(MostNamed))}{rest}";
    }

    private static IEnumerable<string> Decision(CatalogTool tool, LoadedPolicy loaded, Day asOf)
    {
        if (loaded.Policy is not { } policy)
        {
            yield return "There is no policy here: it is listed, and nothing fails.";
            yield break;
        }

        // Where one rule leaves a surface, version or path out, the next in this order speaks.
        var rules = policy.Rules
            .Select(rule => (Rule: rule, Specificity: rule.Selectors.Where(selector => selector.Selects(tool, null, [])).Select(selector => selector.Specificity).DefaultIfEmpty(Specificity.None).Max()))
            .Where(entry => entry.Specificity != Specificity.None && !entry.Rule.Except.Any(selector => selector.Selects(tool, null, [])))
            .OrderByDescending(entry => entry.Specificity).ThenByDescending(entry => entry.Rule.Action)
            .ToList();
        yield return rules.Count == 0 ? $"No rule of {policy.Title} speaks of it." : $"Of it speak, the most specific first, in {policy.Title}:";
        foreach (var (rule, specificity) in rules)
        {
            yield return $"  {rule.Location.Path}({rule.Location.Line},{rule.Location.Column}) {Says(rule, asOf)}, by {Words<Specificity>.Of(specificity)}{(rule.Reason is null ? "" : $": {rule.Reason}")}";
        }

        yield return $"Where none does: {Words<PolicyAction>.Of(policy.Default.Action)} (default).";
    }

    private static string Says(PolicyRule rule, Day asOf) =>
        $"{(rule.Id is null ? "rule" : $"rule '{rule.Id}'")}: {Words<PolicyAction>.Of(rule.Action)}"
        + (rule.Effective is not { } day || day == Day.First ? "" : day <= asOf ? $" since {day}" : $" from {day} on ({asOf.DaysUntil(day)} days left)");
}
