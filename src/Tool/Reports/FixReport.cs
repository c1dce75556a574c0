using AiToolPolicy.Engine;
using AiToolPolicy.Engine.Findings;
using AiToolPolicy.Engine.Text;
using AiToolPolicy.Tool.Fixes;

namespace AiToolPolicy.Tool.Reports;

/// <summary>What was mended, what could not be and why, and what is left.</summary>
internal static class FixReport
{
    public static IEnumerable<string> Lines(FixPlan plan, CheckResult after, bool hasPolicy, bool isDry)
    {
        foreach (var finding in plan.Mended)
        {
            yield return $"{Place(finding)}: {(isDry ? "would mend" : "mended")} {finding.Rule.Id}: '{PlainText.Safe(finding.Subject!.Seen)}'";
        }

        foreach (var (finding, reason) in plan.Refused)
        {
            yield return $"{Place(finding)}: not mended {finding.Rule.Id}: '{PlainText.Safe(finding.Subject!.Seen)}' {reason}";
        }

        if (plan.Mended.Count + plan.Refused.Count == 0)
        {
            yield return hasPolicy
                ? "Nothing to mend: no finding is a warning or an error, or none is of the rules and tools that were named."
                : "Nothing to mend: there is no policy, so nothing is restricted. --tool ID mends what a tool has left all the same.";
        }

        yield return $"{plan.Mended.Count} mended in {plan.Files.Count} {(plan.Files.Count == 1 ? "file" : "files")}, {plan.Refused.Count} not mended. {(isDry ? "Then" : "Now")}: {after.Summary}";
    }

    /// <summary>A finding as a scan shows it.</summary>
    public static string Line(Finding finding) => $"{Place(finding)}: error {finding.Rule.Id}: {finding.Message}";

    private static string Place(Finding finding) => $"{PlainText.Safe(finding.Location.Path, 4096)}({finding.Location.Line},{finding.Location.Column})";
}
