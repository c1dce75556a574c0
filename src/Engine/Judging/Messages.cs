using AiToolPolicy.Engine.Catalog;
using AiToolPolicy.Engine.Findings;
using AiToolPolicy.Engine.Inspection;
using AiToolPolicy.Engine.Inspection.Dependencies;
using AiToolPolicy.Engine.Policies;
using AiToolPolicy.Engine.Text;

namespace AiToolPolicy.Engine.Judging;

/// <summary>
/// Turns a verdict into the text of a finding: what was found and where it comes from · which tool and vendor · what the policy says
/// and since or from when · reason · use instead.
/// </summary>
internal static class Messages
{
    private const string Separator = " · ";

    public static string Of(Verdict verdict, Policy? policy, Day? asOf)
    {
        var parts = new List<string> { Found(verdict), Who(verdict.Evidence), Clause(verdict, policy, asOf) };
        if (verdict.IsSoftened)
        {
            var confidence = Words<Confidence>.Of(verdict.Evidence.Signature.Confidence);
            parts.Add($"the sign is known with {confidence} confidence only, hence a {(verdict.Severity == Severity.Warning ? "warning" : "notice")}");
        }

        if (verdict.Now != PolicyAction.Allow && verdict.Rule is { } rule)
        {
            AddAdvice(parts, rule);
        }

        if (verdict is { Severity: > Severity.Notice, Evidence.Remedy: { } remedy })
        {
            parts.Add($"To remove it: {remedy}");
        }

        return string.Join(Separator, parts);
    }

    private static void AddAdvice(List<string> parts, PolicyRule rule)
    {
        if (!string.IsNullOrWhiteSpace(rule.Reason))
        {
            parts.Add($"Reason: {PlainText.Safe(rule.Reason!, 500)}");
        }

        if (rule.UseInstead.Count > 0)
        {
            parts.Add($"Use instead: {string.Join(", ", rule.UseInstead)}");
        }

        if (rule.Link is not null)
        {
            parts.Add($"More: {PlainText.Safe(rule.Link)}");
        }
    }

    private static string Found(Verdict verdict)
    {
        var evidence = verdict.Evidence;
        var version = string.IsNullOrEmpty(evidence.Version) ? "" : " " + PlainText.Safe(evidence.Version!);
        var found = evidence.Origin is null ? evidence.What + version : $"{evidence.What}{version}, {evidence.Origin}";
        return verdict.Path is { } path ? $"{found}, transitive: {PlainText.Safe(string.Join(" → ", path), 1000)}" : found;
    }

    private static string Who(Evidence evidence) =>
        evidence.Tool is { } tool ? PlainText.Safe($"{tool.Name} ({tool.Id}) by {tool.Vendor.Name}")
        : evidence.IsHiddenText ? "a reader does not see it, a model does"
        : evidence.Signature is { IsSuspect: true, Kind: SignatureKind.McpServer } ? "in no catalog"
        : evidence.Signature is { IsSuspect: true, Kind: SignatureKind.Path } ? "reads like instructions to an AI tool, but is in no catalog"
        : UnknownPackages.IsClaim(evidence) ? "says that it is an AI tool, but is in no catalog"
        : evidence.Signature.IsSuspect ? "looks like an AI tool, but is in no catalog"
        : evidence.Surface == Surface.Runtime ? "set by several AI tools, proof of no single one"
        : "read by several AI tools, proof of none";

    private static string Clause(Verdict verdict, Policy? policy, Day? asOf)
    {
        if ((verdict.Layer ?? policy)?.Title is not { } title)
        {
            return "no policy, inventory only";
        }

        var by = verdict.Basis switch
        {
            VerdictBasis.Rule when verdict.Rule!.Id is { } id => $"rule '{PlainText.Safe(id)}' of {title}",
            VerdictBasis.Rule => $"{title}, line {verdict.Rule!.Location.Line}",
            VerdictBasis.Default => $"the default of {title}, no rule speaks of it",
            VerdictBasis.Generic => $"'generic' of {title}",
            VerdictBasis.HiddenCharacters => $"'hiddenCharacters' of {title}",
            _ => $"'unknown' of {title}",
        };
        if (verdict.Ahead is { } ahead)
        {
            return $"{Participle(ahead.Action)} from {ahead.From} on{DaysLeft(asOf, ahead.From)} by {by}";
        }

        return verdict.Since is { } since ? $"{Participle(verdict.Now)} since {since} by {by}" : $"{Participle(verdict.Now)} by {by}";
    }

    private static string DaysLeft(Day? asOf, Day from) =>
        asOf?.DaysUntil(from) is { } days ? $" ({days} {(days == 1 ? "day" : "days")} left)" : "";

    private static string Participle(PolicyAction action) => action switch
    {
        PolicyAction.Deny => "denied",
        PolicyAction.Warn => "warned about",
        PolicyAction.Notice => "noted",
        _ => "allowed",
    };
}
