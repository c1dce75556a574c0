using AiToolPolicy.Engine.Findings;

namespace AiToolPolicy.Tool.Exemptions;

/// <summary>What a baseline is taken of.</summary>
internal static class BaselineFinding
{
    /// <summary>Whether it fails a build, or may: notices never do.</summary>
    public static bool Counts(Finding finding) => finding.Subject is not null && finding.Rule.Category == RuleCategory.Restriction && finding.Severity >= Severity.Warning;
}
