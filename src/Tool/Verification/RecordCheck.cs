using AiToolPolicy.Engine.Findings;
using AiToolPolicy.Engine.Reporting;
using AiToolPolicy.Engine.Text;

namespace AiToolPolicy.Tool.Verification;

/// <summary>Whether one check was made by the package, with the expected policy, for the right day, and what came of it.</summary>
internal sealed class RecordCheck(Expectation expected)
{
    private readonly Dictionary<PackagePlace, Problem?> _packages = [];

    public IEnumerable<Problem> Run(BuildTrace build, CheckTrace check)
    {
        if (build.IsLog && Origin(check) is { } origin)
        {
            yield return origin;
        }

        if (check.Record is not { } record)
        {
            yield return NoRecord(build, check);
            yield break;
        }

        foreach (var problem in (Problem?[])[Policy(record), Catalog(record), Date(build, record), Result(record)])
        {
            if (problem is not null)
            {
                yield return problem;
            }
        }
    }

    private Problem? Origin(CheckTrace check)
    {
        if (PackagePlace.Of(check.TaskFile, check.Assembly) is not { } place)
        {
            return Problem.Weakened($"The check did not come from the package: its target stands in {Shown(check.TaskFile)}, its task in {Shown(check.Assembly)}.");
        }

        if (expected.Package is { } package && !_packages.ContainsKey(place))
        {
            _packages[place] = package.Compare(place);
        }

        return _packages.GetValueOrDefault(place);
    }

    private static Problem NoRecord(BuildTrace build, CheckTrace check) =>
        check.HasFailed ? Problem.Gap($"The check itself failed ({Rules.CheckFailed.Id}); the build's log says how.")
        : check.Problem is { } problem ? Problem.Gap($"The record of the check cannot be read: {PlainText.Safe(problem)}")
        : Problem.Missing("The check ran and left no record: it was switched off (AiToolPolicyEnabled=false), or the package is too old to leave one.", !build.IsCutOff);

    private Problem? Policy(ProofRecord record) =>
        DigestFor(record) is not { } digest || (record.PolicyDigest is { } actual && Digest.Matches(digest, actual)) ? null
        : record.PolicyDigest is null ? Problem.Unexpected("The check was made without a policy.")
        : Problem.Unexpected($"The check was made with policy {Title(record)}{record.PolicyDigest}, expected was {digest}.{Hint(record)}");

    private string? DigestFor(ProofRecord record) => record.Project is { } project && expected.NearerDigests.TryGetValue(project, out var nearer) ? nearer : expected.PolicyDigest;

    private string Hint(ProofRecord record) => record.Project is null || expected.Projects is not null ? "" : " Where a policy nearer to the project holds as well, name the checkout with --repository and the policy with --policy.";

    private Problem? Catalog(ProofRecord record) => expected.CatalogDigest is not { } digest || Digest.Matches(digest, record.CatalogDigest)
        ? null
        : Problem.Unexpected($"The check was made with the catalog {PlainText.Safe(record.CatalogDigest)}, expected was {digest}.");

    // A build that begins before midnight may be judged by the day after.
    private Problem? Date(BuildTrace build, ProofRecord record) =>
        expected.AsOf is { } day && record.AsOf != day ? Problem.Weakened($"The check was made as of {record.AsOf}, expected was {day}.")
        : expected.AsOf is null && build.Started is { } started && record.AsOf < started ? Problem.Weakened($"The check was made as of {record.AsOf}, before the day of the build ({started}).")
        : null;

    private static Problem? Result(ProofRecord record) => record.Result switch
    {
        ProofResult.Violation => new Problem(Severity.Error, null, $"The check found {Counted.Of(record.Counts.Errors, "error")}."),
        ProofResult.Incomplete => Problem.Gap("The check could not examine everything; the build's log says what and why."),
        _ => null,
    };

    private static string Title(ProofRecord record) => record.PolicyName is null ? "" : $"'{PlainText.Safe(record.PolicyName)}' {PlainText.Safe(record.PolicyVersion ?? "")} ".Replace("  ", " ", StringComparison.Ordinal);

    private static string Shown(string path) => path.Length == 0 ? "nowhere" : PlainText.Safe(path);
}
