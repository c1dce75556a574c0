using System.Text;
using AiToolPolicy.Engine.Findings;
using AiToolPolicy.Engine.Reporting;
using AiToolPolicy.Engine.Text;
using AiToolPolicy.Tool.Verification;

namespace AiToolPolicy.Tool.Reports;

/// <summary>For people: a line for each project, its problems under it in the form that pipelines and editors know, and the summary.</summary>
internal static class VerificationText
{
    public static string Render(Verification.Verification verification)
    {
        var text = new StringBuilder();
        foreach (var problem in verification.Problems)
        {
            Append(text, verification.Evidence, problem);
        }

        foreach (var project in verification.Projects)
        {
            text.Append(Line(project)).Append('\n');
            foreach (var problem in project.Problems)
            {
                Append(text, PlainText.Safe(project.Path, 4096), problem);
            }
        }

        return text.Append(verification.Summary).Append('\n').ToString();
    }

    private static string Line(VerifiedProject project) =>
        $"{PlainText.Safe(project.Path, 4096)}{Frameworks(project.Records)}: {project.Result}{Details(project.Records)}";

    private static string Frameworks(IReadOnlyList<ProofRecord> records)
    {
        var frameworks = records.Select(record => record.Framework).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        return frameworks.Count == 0 ? "" : $" ({PlainText.Safe(string.Join(", ", frameworks))})";
    }

    private static string Details(IReadOnlyList<ProofRecord> records) => records.Count == 0 ? "" :
        $", {string.Join(" and ", records.Select(Policy).Distinct(StringComparer.Ordinal))}, "
        + $"{records.Max(record => record.Counts.Errors)} errors, {records.Max(record => record.Counts.Warnings)} warnings, {records.Max(record => record.Counts.Exempted)} exempted";

    private static string Policy(ProofRecord record) => record.PolicyDigest is null ? $"no policy, as of {record.AsOf}"
        : record.PolicyName is null ? $"policy {PlainText.Safe(record.PolicyDigest)}, as of {record.AsOf}"
        : $"policy '{PlainText.Safe(record.PolicyName)}'{(record.PolicyVersion is null ? "" : " " + PlainText.Safe(record.PolicyVersion))}, as of {record.AsOf}";

    private static void Append(StringBuilder text, string place, Problem problem)
    {
        var word = problem.Severity == Severity.Error ? "error" : "warning";
        text.Append($"{place}(1,1): {word}{(problem.Rule is null ? "" : " " + problem.Rule)}: {problem.Message}\n");
    }
}
