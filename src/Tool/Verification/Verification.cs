using AiToolPolicy.Engine.Findings;
using AiToolPolicy.Engine.Reporting;
using AiToolPolicy.Engine.Text;

namespace AiToolPolicy.Tool.Verification;

/// <summary>What the evidence of a build has to show.</summary>
internal sealed record Expectation
{
    /// <summary>The digest that every check must have had; null where the policy is not compared.</summary>
    public string? PolicyDigest { get; init; }

    /// <summary>The digests of those projects, by path, for which policies nearer to them hold as well.</summary>
    public IReadOnlyDictionary<string, string> NearerDigests { get; init; } = new Dictionary<string, string>();

    /// <summary>The digest that the catalog of every check must have had; null where it is not compared.</summary>
    public string? CatalogDigest { get; init; }

    /// <summary>The day that was to be judged by; null: no earlier one than the day of the build.</summary>
    public Day? AsOf { get; init; }

    /// <summary>The project files of the repository; null where the build is not compared with one.</summary>
    public IReadOnlyList<string>? Projects { get; init; }

    /// <summary>Projects that need not be checked.</summary>
    public IReadOnlyList<PathGlob> Except { get; init; } = [];

    /// <summary>The package that must have made the check; null where its files are not compared.</summary>
    public PackageContent? Package { get; init; }

    public bool IsExcepted(string project) => Except.Any(glob => glob.IsMatch(project));
}

/// <summary>One thing that evidence shows or lacks.</summary>
/// <param name="Severity">An error fails the verification; a warning does not.</param>
/// <param name="Rule">The rule it belongs to: weakened (AITP3004), another policy (AITP3002), not to be read (AITP3005), null for what the check itself found.</param>
/// <param name="IsGap">True where nothing is shown to be wrong, but what would show that all is well is missing.</param>
internal sealed record Problem(Severity Severity, string? Rule, string Message, bool IsGap = false)
{
    public static Problem Weakened(string message) => new(Severity.Error, Rules.CheckWeakened.Id, message);

    public static Problem Doubtful(string message) => new(Severity.Warning, Rules.CheckWeakened.Id, message);

    public static Problem Unexpected(string message) => new(Severity.Error, Rules.PolicyMissing.Id, message);

    /// <summary>What is missing in a log that is itself not whole may have been there.</summary>
    public static Problem Missing(string message, bool isWhole) => isWhole ? Weakened(message) : Gap(message);

    public static Problem Gap(string message) => new(Severity.Warning, Rules.InputNotInspected.Id, message, IsGap: true);
}

/// <summary>What is known of one project.</summary>
/// <param name="Path">Relative to the repository's root where that is known.</param>
/// <param name="Records">One for each target framework, in order.</param>
internal sealed record VerifiedProject(string Path, IReadOnlyList<ProofRecord> Records, IReadOnlyList<Problem> Problems)
{
    public string Result => VerificationResult.Of(Problems);
}

/// <summary>The answer for all evidence together.</summary>
/// <param name="Problems">Of the build as a whole.</param>
internal sealed record Verification(string Evidence, Expectation Expected, IReadOnlyList<VerifiedProject> Projects, IReadOnlyList<Problem> Problems)
{
    public string Result => VerificationResult.Of([.. Problems, .. Projects.SelectMany(project => project.Problems)]);

    public string Summary
    {
        get
        {
            var policies = Projects.SelectMany(project => project.Records).Select(record => record.PolicyDigest ?? "no policy").Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
            var compared = Expected.PolicyDigest is not null ? $"against policy {Expected.PolicyDigest}"
                : policies.Count == 0 ? "against no policy"
                : $"against no expected policy (seen: {string.Join(", ", policies)})";
            return $"{Result}: {Counted.Of(Projects.Count, "project")} {compared}: {Number(VerificationResult.Verified)} verified, {Number(VerificationResult.Violation)} in violation, {Number(VerificationResult.Incomplete)} incomplete";
        }
    }

    public int Number(string result) => Projects.Count(project => project.Result == result);

}

/// <summary>The three results of a verification.</summary>
internal static class VerificationResult
{
    public const string Verified = "verified";
    public const string Violation = "violation";
    public const string Incomplete = "incomplete";

    public static string Of(IReadOnlyList<Problem> problems) =>
        problems.Any(problem => problem.Severity == Severity.Error) ? Violation
        : problems.Any(problem => problem.IsGap) ? Incomplete
        : Verified;
}
