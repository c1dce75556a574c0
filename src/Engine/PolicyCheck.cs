using AiToolPolicy.Engine.Catalog;
using AiToolPolicy.Engine.Findings;
using AiToolPolicy.Engine.Inspection;
using AiToolPolicy.Engine.Inspection.Dependencies;
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
        var findings = new List<Finding>();
        if (request.ReportPolicyProblems)
        {
            findings.AddRange(request.Policy.Findings);
            findings.AddRange(Unexpected(request));
        }

        var asOf = AsOf(request, findings);
        var context = new InspectionContext(
            request.Policy.Catalog,
            request.Sites,
            new CentralVersions(request.CentralVersionFiles ?? request.Files),
            new AssemblySites(request.CentralVersionFiles ?? request.Files));
        foreach (var evidence in request.MoreEvidence)
        {
            context.Add(evidence);
        }

        var inspected = Inspect(request, context, findings);
        findings.AddRange(request.NotOffered.Concat(context.Problems).Distinct().Select(NotInspected));

        var exempted = new List<Finding>();
        IReadOnlyList<ExemptionUse> uses = [];

        // A policy that cannot be read at all is an error already; judging without one would report an inventory beside it.
        if (request.Policy.Policy is not null || request.Policy.Findings.Count == 0)
        {
            var uncovered = request is { RepositoryFiles: { } files, Policy.Policy: not null } ? PackageCoverage.Find(files) : [];
            findings.AddRange(context.Weakenings.Where(request.ReportsWeakening ?? (_ => true)).Concat(request.Weakenings).Concat(uncovered).Distinct().Select(weakening => WeakeningJudge.Decide(weakening, request.Policy.Policy)).OfType<Finding>());
            var exemptions = ExemptionCheck.Of(request, asOf, findings);
            var verdicts = Judge(request, context, asOf, exemptions?.Set);
            uses = exemptions?.Review(verdicts) ?? [];
            foreach (var finding in verdicts.Select(verdict => FindingBuilder.Build(verdict, request.Policy.Policy, request.Phase is null ? asOf : null)).OfType<Finding>())
            {
                (finding.Exemption is null ? findings : exempted).Add(finding);
            }
        }

        return new CheckResult(FindingOrder.Sort(findings), request.Policy.Policy, asOf, request.Today, inspected)
        {
            Exemptions = uses,
            Exempted = [.. FindingOrder.Sort(exempted).OrderBy(finding => finding.Exemption!.Expires is null).ThenBy(finding => finding.Exemption!.Expires ?? Day.First)],
        };
    }

    private static IReadOnlyList<Verdict> Judge(CheckRequest request, InspectionContext context, Day asOf, ExemptionSet? exemptions)
    {
        var judge = new Judge(request.Policy.Policy, asOf, exemptions);
        var places = new SecondaryPlaces(request.Files);
        return
        [
            .. EvidenceMerge.Merge(SecondSigns.Settle(context.Evidence, context.Waiting))
                .Select(places.Weigh)
                .Where(request.Reports ?? (_ => true))
                .Select(evidence => request is { Phase: { } phase, Policy.Policy: { } policy } ? EvidenceCheck.Judge(policy, evidence, phase, exemptions) : judge.Decide(evidence)),
        ];
    }

    /// <summary>
    /// Whether these files show any AI tool, any weakening of the check, or anything that could not be inspected. A small part of <see cref="Run"/>, without a policy:
    /// a build asks this first of every project, and most projects show nothing.
    /// </summary>
    public static bool SeesAnything(IReadOnlyList<InputFile> files, ToolCatalog catalog)
    {
        var context = new InspectionContext(catalog, ReferenceSites.None, new CentralVersions([]));
        var failures = new List<Finding>();
        foreach (var file in files)
        {
            Inspect(file, Inspectors.All, context, failures);
            if (context.Evidence.Count + context.Weakenings.Count + context.Problems.Count + failures.Count > 0)
            {
                return true;
            }
        }

        return false;
    }

    // Where no policy could be read there is another finding already.
    private static IEnumerable<Finding> Unexpected(CheckRequest request)
    {
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

    // An earlier day than today would bring back what has ended; a locked policy does not go along.
    private static Day AsOf(CheckRequest request, List<Finding> findings)
    {
        if (request.AsOf is not { } asOf || asOf >= request.Today)
        {
            return request.AsOf ?? request.Today;
        }

        var locked = request.Policy.Policy?.Locked ?? false;
        if (request.ReportPolicyProblems)
        {
            var place = request.Policy.Policy?.Location ?? Location.StartOf(PolicyFile.Name);
            var consequence = locked ? $"the policy is locked, so {request.Today} is used" : "restrictions that began since then are not seen";
            findings.Add(new Finding(
                Rules.CheckWeakened,
                locked ? Severity.Error : Severity.Warning,
                $"The as-of date {asOf} lies before today ({request.Today}): {consequence}.",
                place));
        }

        return locked ? request.Today : asOf;
    }

    private static int Inspect(CheckRequest request, InspectionContext context, List<Finding> findings)
    {
        var inspected = 0;
        IReadOnlyList<IInspector> inspectors = [.. Inspectors.All, .. request.MoreInspectors];
        foreach (var file in request.Files.OrderBy(f => f.Path, StringComparer.Ordinal))
        {
            request.Cancellation.ThrowIfCancellationRequested();
            inspected += Inspect(file, inspectors, context, findings) ? 1 : 0;
        }

        return inspected;
    }

    // True when some inspector read or recognised the file.
    private static bool Inspect(InputFile file, IReadOnlyList<IInspector> inspectors, InspectionContext context, List<Finding> findings)
    {
        var evidenceBefore = context.Evidence.Count;
        foreach (var inspector in inspectors.Where(i => i.Reads(file)))
        {
            Guarded(inspector, file, context, findings);
        }

        return file.WasRead || context.Evidence.Count > evidenceBefore;
    }

    // A fault of ours is reported and costs one file, never the build and never the rest of the check.
    private static void Guarded(IInspector inspector, InputFile file, InspectionContext context, List<Finding> findings)
    {
        try
        {
            inspector.Inspect(file, context);
        }
#pragma warning disable CA1031 // Whatever went wrong is ours to report.
        catch (Exception error) when (error is not OperationCanceledException)
#pragma warning restore CA1031
        {
            findings.Add(CheckFailure.Of(error, $"while reading {PlainText.Safe(file.Path)}", Location.StartOf(file.Path)));
        }
    }

    private static Finding NotInspected(InspectionProblem problem) =>
        new(Rules.InputNotInspected, Severity.Warning, $"Could not be inspected: {problem.Message}", problem.Location);
}
