using AiToolPolicy.Engine;
using AiToolPolicy.Engine.Catalog;
using AiToolPolicy.Engine.Findings;
using AiToolPolicy.Engine.Inspection.Dependencies;
using AiToolPolicy.Files;

namespace AiToolPolicy.Build;

/// <summary>
/// The check of one project before its packages are downloaded. It speaks only where it stops the restore, and then says all about the project's
/// packages: no build follows. What does not stop the restore is left to the build, so that each finding is said once.
/// </summary>
internal sealed class RestoreCheck(CheckProject task, ProjectInputs inputs, PolicyCache cache)
{
    public IEnumerable<HelperRequest> Run()
    {
        var own = inputs.Own().Append(PlannedPackages.Of(task, RepositoryPath.Relative(inputs.Root, inputs.ProjectFolder))).ToList();
        if (!cache.MayDefineTools && !PolicyCheck.SeesAnything(own, CompiledCatalog.Embedded))
        {
            return [];
        }

        var policy = cache.Load();
        var references = inputs.ReferenceFiles();
        var result = PolicyCheck.Run(new CheckRequest(policy, own, BuildDates.Today)
        {
            AsOf = BuildDates.Parse(task.AsOf),
            Sites = new ReferenceSites(references),
            CentralVersionFiles = references,
            ExemptionFiles = inputs.Exemptions(cache.Path),
            ReportPolicyProblems = false,
        });
        var levels = WarningLevels.Of(task);
        var findings = policy.Findings.Concat(result.Findings.Where(IsOfPackages)).Select(levels.Apply).Distinct().ToList();
        var paths = new HashSet<string>(own.Select(file => file.Path), StringComparer.Ordinal);
        return findings.Exists(finding => finding.Severity == Severity.Error) ? ProjectResult.Of(findings, paths, inputs.Root).Requests : [];
    }

    // The rest of what a project file shows neither needs a download nor is undone by one.
    private static bool IsOfPackages(Finding finding) => finding.Subject?.Surface == "package";
}
