using System.Text.RegularExpressions;
using AiToolPolicy.Engine.Text;

namespace AiToolPolicy.Tool.Verification;

/// <summary>Compares what builds left behind with what was expected.</summary>
internal static partial class BuildVerifier
{
    public static Verification Run(IReadOnlyList<BuildTrace> builds, Expectation expected)
    {
        var problems = builds.SelectMany(build => OfBuild(build, expected)).ToList();
        var projects = Projects(builds, expected, isWhole: builds.All(build => build.IsWhole));
        if (projects.Count == 0)
        {
            problems.Add(Problem.Gap("There is no project in this evidence, so it proves nothing."));
        }

        return new Verification(string.Join(", ", builds.Select(build => PlainText.Safe(build.Name))), expected, projects, problems);
    }

    private static List<VerifiedProject> Projects(IReadOnlyList<BuildTrace> builds, Expectation expected, bool isWhole)
    {
        var check = new ProjectCheck(expected);
        var seen = builds
            .SelectMany(build => build.Projects, (build, project) => (Build: build, Project: project))
            .GroupBy(instance => PathOf(instance.Build, instance.Project), StringComparer.OrdinalIgnoreCase)
            .Where(group => group.Any(instance => instance.Project.IsBuilt || instance.Project.IsWanted || instance.Project.Checks.Count > 0))
            .Where(group => !expected.IsExcepted(group.Key))
            .Select(group => check.Run(group.Key, [.. group]))
            .ToList();
        var paths = seen.Select(project => project.Path).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var unseen = (expected.Projects ?? [])
            .Where(path => !paths.Contains(path) && !expected.IsExcepted(path))
            .Select(path => new VerifiedProject(path, [], [Problem.Missing("The repository holds this project, and the build never saw it.", isWhole)]));
        return [.. seen.Concat(unseen).OrderBy(project => project.Path, StringComparer.Ordinal)];
    }

    private static string PathOf(BuildTrace build, ProjectTrace project) =>
        project.Checks.Select(check => check.Record?.Project).FirstOrDefault(path => path is not null)
        ?? LoggedPath.Relative(build.Root, project.File);

    private static IEnumerable<Problem> OfBuild(BuildTrace build, Expectation expected)
    {
        var name = PlainText.Safe(build.Name);
        if (build.Unreadable is { } reason)
        {
            yield return Problem.Gap($"{name} could not be read: {reason}");
        }
        else if (build.IsLog && build.Succeeded is null)
        {
            yield return Problem.Gap($"{name} does not end with the end of the build: it was cut off, or the build's process was ended.");
        }
        else if (build.IsLog && build.Succeeded is false)
        {
            yield return Problem.Gap($"{name} is of a build that failed: what the build did not reach is not in it.");
        }

        if (Id().Match(build.CommandLine) is { Success: true } id)
        {
            yield return Problem.Weakened($"The command line of the build speaks of {id.Value.ToUpperInvariant()} ({name}): what is said about a rule there can only weaken it.");
        }

        foreach (var problem in build.IsLog ? OfRepository(build, expected) : [])
        {
            yield return problem;
        }
    }

    // Every project asks for it, so that a build without it had no project that was checked, or was kept from it.
    private static IEnumerable<Problem> OfRepository(BuildTrace build, Expectation expected) => build.RepositoryChecks.Exists(check => check.Record is not null)
        ? build.RepositoryChecks.Where(check => check.Record is not null || check.HasFailed).SelectMany(check => new RecordCheck(expected).Run(build, check)).Distinct()
        : [Problem.Missing("No check of the files that belong to no project ran in this build.", build.IsWhole)];

    // In -noWarn, -warnAsMessage, -p:NoWarn and the like; not in the name of a folder.
    [GeneratedRegex(@"\bAITP[0-9]{4}\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Id();
}
