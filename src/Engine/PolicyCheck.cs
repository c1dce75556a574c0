using AiToolPolicy.Engine.Catalog;
using AiToolPolicy.Engine.Findings;
using AiToolPolicy.Engine.Inspection;
using AiToolPolicy.Engine.Inspection.Guarding;
using AiToolPolicy.Engine.Judging;
using AiToolPolicy.Engine.Policies;
using AiToolPolicy.Engine.Text;

namespace AiToolPolicy.Engine;

/// <summary>The one door of the engine: files and policy in, findings out. The same input gives the same findings in every host.</summary>
public static class PolicyCheck
{
    public static CheckResult Run(CheckRequest request)
    {
        var areas = PolicyAreas.Of(request);
        var seen = FileInspection.Run(request, request.Policy.Catalog, request.Files);
        var uncovered = request.RepositoryFiles is { } files && areas.All.Any(area => area.Policy.Policy is not null) ? PackageCoverage.Find(files) : [];
        var checks = areas.All.Select(area => AreaCheck.Run(request, area, areas, Seen(request, area, seen), uncovered)).ToList();
        var uses = Merged(checks);
        var findings = checks.SelectMany(check => check.Findings)
            .Concat(Unexpected(request))
            .Concat(seen.Failures)
            .Concat(request.NotOffered.Concat(seen.Problems).Distinct().Select(NotInspected))
            .Concat(uses.Where(use => checks.Exists(check => check.Exemptions?.Reports(use.Exemption) == true)).Select(ExemptionCheck.Remark).OfType<Finding>());

        return new CheckResult(FindingOrder.Sort(findings), request.Policy.Policy, checks[0].AsOf, request.Today, seen.Files)
        {
            NearerPolicies = [.. areas.All.Skip(1).Select(area => area.Policy.Policy).OfType<Policy>()],
            Exemptions = uses,
            Exempted = [.. FindingOrder.Sort(checks.SelectMany(check => check.Exempted)).OrderBy(finding => finding.Exemption!.Expires is null).ThenBy(finding => finding.Exemption!.Expires ?? Day.First)],
        };
    }

    /// <summary>
    /// Whether these files show any AI tool, any weakening of the check, or anything that could not be inspected. A small part of <see cref="Run"/>, without a policy:
    /// a build asks this first of every project, and most projects show nothing.
    /// </summary>
    public static bool SeesAnything(IReadOnlyList<InputFile> files, ToolCatalog catalog) => FileInspection.SeesAnything(files, catalog);

    // Where nearer layers define tools of their own, the files there are looked at once more, for those; what is wrong with a file was said already.
    private static FileInspection Seen(CheckRequest request, PolicyArea area, FileInspection all) =>
        area.Folder.Length == 0 || area.Policy.DefinesSameTools(request.Policy)
            ? all
            : FileInspection.Run(request with { MoreEvidence = [] }, area.Policy.Catalog, [.. request.Files.Where(file => area.Contains(file.Path))]);

    // An exemption may be good for one area and for none of the others.
    private static IReadOnlyList<ExemptionUse> Merged(List<AreaCheck> checks) => checks.Count == 1 ? checks[0].Uses :
    [
        .. checks.SelectMany(check => check.Uses)
            .GroupBy(use => use.Exemption.Location)
            .Select(same => new ExemptionUse(same.First().Exemption, same.Sum(use => use.Covered), same.All(use => use.IsUnused))),
    ];

    // Where no policy could be read there is another finding already.
    private static IEnumerable<Finding> Unexpected(CheckRequest request)
    {
        if (!request.ReportPolicyProblems)
        {
            yield break;
        }

        var place = request.Policy.Policy?.Location ?? Location.StartOf(PolicyFile.Name);
        if (request.ExpectedDigest is { } expected && !string.IsNullOrWhiteSpace(expected) && (request.Policy.Digest is { } actual ? !Digest.Matches(expected, actual) : request.Policy.Findings.Count == 0))
        {
            yield return new Finding(
                Rules.PolicyMissing,
                Severity.Error,
                request.Policy.Digest is null
                    ? $"A policy of digest {PlainText.Safe(expected.Trim())} is expected, and there is none."
                    : $"The policy is not the expected one: its digest is {request.Policy.Digest}, expected is {PlainText.Safe(expected.Trim())}. Whoever pinned it must agree to the change.",
                place);
        }

        if (request.ExpectedCatalogDigest is { } catalog && !string.IsNullOrWhiteSpace(catalog) && !Digest.Matches(catalog, CompiledCatalog.Digest))
        {
            yield return new Finding(
                Rules.PolicyMissing,
                Severity.Error,
                $"The catalog of tools is not the expected one: its digest is {CompiledCatalog.Digest}, expected is {PlainText.Safe(catalog.Trim())}. It comes with the version of AiToolPolicy that is used.",
                place);
        }
    }

    private static Finding NotInspected(InspectionProblem problem) =>
        new(Rules.InputNotInspected, Severity.Warning, $"Could not be inspected: {problem.Message}", problem.Location);
}
