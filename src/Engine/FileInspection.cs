using AiToolPolicy.Engine.Catalog;
using AiToolPolicy.Engine.Findings;
using AiToolPolicy.Engine.Inspection;
using AiToolPolicy.Engine.Inspection.Dependencies;
using AiToolPolicy.Engine.Text;

namespace AiToolPolicy.Engine;

/// <summary>What files show to one catalog, before any policy is asked.</summary>
/// <param name="Evidence">Merged and weighed.</param>
/// <param name="Failures">Faults of ours, each of which cost one file.</param>
/// <param name="Files">How many files some inspector read or recognised.</param>
internal sealed record FileInspection(
    IReadOnlyList<Evidence> Evidence,
    IReadOnlyList<Weakening> Weakenings,
    IReadOnlyList<InspectionProblem> Problems,
    IReadOnlyList<Finding> Failures,
    int Files)
{
    /// <param name="files">Those of the request, or a part of them.</param>
    public static FileInspection Run(CheckRequest request, ToolCatalog catalog, IReadOnlyList<InputFile> files)
    {
        var others = request.CentralVersionFiles ?? request.Files;
        var context = new InspectionContext(catalog, request.Sites, new CentralVersions(others), new AssemblySites(others));
        foreach (var evidence in request.MoreEvidence)
        {
            context.Add(evidence);
        }

        var failures = new List<Finding>();
        var inspected = 0;
        IReadOnlyList<IInspector> inspectors = [.. Inspectors.All, .. request.MoreInspectors];
        foreach (var file in files.OrderBy(f => f.Path, StringComparer.Ordinal))
        {
            request.Cancellation.ThrowIfCancellationRequested();
            inspected += Inspect(file, inspectors, context, failures) ? 1 : 0;
        }

        var places = new SecondaryPlaces(request.Files);
        IReadOnlyList<Evidence> weighed = [.. EvidenceMerge.Merge(ModelHosts.Settle(SecondSigns.Settle(context.Evidence, context.Waiting), catalog)).Select(places.Weigh)];
        return new FileInspection(weighed, context.Weakenings, context.Problems, failures, inspected);
    }

    /// <summary>Whether a file shows anything at all, to whom a policy would have to be read.</summary>
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

    // True when some inspector read or recognised the file.
    private static bool Inspect(InputFile file, IReadOnlyList<IInspector> inspectors, InspectionContext context, List<Finding> failures)
    {
        var evidenceBefore = context.Evidence.Count;
        foreach (var inspector in inspectors.Where(i => i.Reads(file)))
        {
            Guarded(inspector, file, context, failures);
        }

        return file.WasRead || context.Evidence.Count > evidenceBefore;
    }

    // A fault of ours is reported and costs one file, never the build and never the rest of the check.
    private static void Guarded(IInspector inspector, InputFile file, InspectionContext context, List<Finding> failures)
    {
        try
        {
            inspector.Inspect(file, context);
        }
#pragma warning disable CA1031 // Whatever went wrong is ours to report.
        catch (Exception error) when (error is not OperationCanceledException)
#pragma warning restore CA1031
        {
            failures.Add(CheckFailure.Of(error, $"while reading {PlainText.Safe(file.Path)}", Location.StartOf(file.Path)));
        }
    }
}
