using AiToolPolicy.Engine.Reporting;
using AiToolPolicy.Engine.Text;

namespace AiToolPolicy.Tool.Verification;

/// <summary>Whether one project was checked, each time it was built, by the package and with the expected policy.</summary>
internal sealed class ProjectCheck(Expectation expected)
{
    private readonly RecordCheck _records = new(expected);

    /// <param name="instances">All that one or several builds show of the project.</param>
    public VerifiedProject Run(string path, IReadOnlyList<(BuildTrace Build, ProjectTrace Project)> instances)
    {
        var checks = instances.SelectMany(instance => instance.Project.Checks).ToList();
        var problems = instances.SelectMany(instance => Of(instance.Build, instance.Project)).ToList();
        if (checks.Count == 0 && problems.Count == 0)
        {
            problems.Add(Problem.Missing("The build ran this project, and no check of it ran. The package is missing here, or the project is of a kind that only the SDK form covers.", instances.Any(instance => instance.Project.IsWanted && !instance.Build.IsCutOff)));
        }

        var records = checks.Select(check => check.Record).OfType<ProofRecord>().Distinct().OrderBy(record => record.Framework, StringComparer.Ordinal);
        return new VerifiedProject(path, [.. records], [.. problems.Distinct()]);
    }

    private IEnumerable<Problem> Of(BuildTrace build, ProjectTrace project)
    {
        if (project.Checks.Count == 0)
        {
            return project.IsBuilt ? [NotChecked(project, !build.IsCutOff)] : [];
        }

        return project.Checks.SelectMany(check => _records.Run(build, check)).Concat(build.IsLog ? Compiling(build, project) : []);
    }

    private static Problem NotChecked(ProjectTrace project, bool isWhole) =>
        project.TargetFile is { } file && !LoggedPath.Name(file).Equals("AiToolPolicy.targets", StringComparison.OrdinalIgnoreCase)
            ? Problem.Weakened($"The target of the check was replaced by one in {PlainText.Safe(file)}, and no check ran{For(project)}.")
            : Problem.Missing($"This project was built, and no check of it ran{For(project)}. The package is missing here or its targets were left out.", isWhole);

    private static IEnumerable<Problem> Compiling(BuildTrace build, ProjectTrace project)
    {
        var place = project.Checks.Select(check => PackagePlace.Of(check.TaskFile, check.Assembly)).FirstOrDefault(found => found is not null);
        foreach (var problem in project.Compilations.SelectMany(call => CompilationCheck.Run(call, place, build.Root)))
        {
            yield return problem;
        }

        if (project is { IsCompilationSkipped: true, HasAnalyzer: true } && project.Compilations.Count == 0)
        {
            yield return Problem.Gap($"Nothing was compiled{For(project)}, because it was up to date: how the compiler is called is not in this log. Build from a clean checkout.");
        }

        foreach (var code in project.AnalyzerFailures.Distinct(StringComparer.Ordinal))
        {
            yield return Problem.Gap($"The compiler could not run the analyzer ({code}).");
        }
    }

    private static string For(ProjectTrace project) => project.Framework is { } framework ? $" for {PlainText.Safe(framework)}" : "";
}
