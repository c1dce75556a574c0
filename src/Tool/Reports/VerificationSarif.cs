using AiToolPolicy.Engine.Findings;
using AiToolPolicy.Engine.Reporting;
using AiToolPolicy.Engine.Text;
using AiToolPolicy.Tool.Verification;

namespace AiToolPolicy.Tool.Reports;

/// <summary>For code scanning services: SARIF 2.1.0, each problem at its project, those of a whole build at its log.</summary>
internal static class VerificationSarif
{
    /// <param name="today">The day that was judged by where no record tells one.</param>
    public static string Render(Verification.Verification verification, Day today)
    {
        var records = verification.Projects.SelectMany(project => project.Records).ToList();
        var day = records.Count == 0 ? verification.Expected.AsOf ?? today : records.Max(record => record.AsOf);
        return SarifLog.Write([.. Findings(verification)], new SarifRun(Cli.Version, records.Select(Title).FirstOrDefault(title => title is not null), day));
    }

    private static IEnumerable<Finding> Findings(Verification.Verification verification)
    {
        var build = Location.StartOf(Path.GetFileName(verification.Evidence.Split(", ")[0].TrimEnd('/', '\\')));
        return verification.Problems.Select(problem => Of(problem, build))
            .Concat(verification.Projects.SelectMany(project => project.Problems.Select(problem => Of(problem, Location.StartOf(project.Path)))));
    }

    // What the check itself found, the build's own report has under its rules; here it is a build that went on in spite of it.
    private static Finding Of(Problem problem, Location place) =>
        new(Rules.ById(problem.Rule ?? "") ?? Rules.CheckWeakened, problem.Severity, problem.Message, place);

    private static string? Title(ProofRecord record) => record.PolicyName is null ? null : $"'{PlainText.Safe(record.PolicyName)}' {PlainText.Safe(record.PolicyVersion ?? "")}".TrimEnd();
}
