using AiToolPolicy.Engine.Text;

namespace AiToolPolicy.Engine.Inspection.Guarding;

/// <summary>
/// Which projects of a repository are built without the package although others have it: by reading project files and the
/// <c>Directory.*</c> files that hold for them. Where reading cannot tell, nothing is said. Also what project files do that keeps their own
/// check, which would say so, from running.
/// </summary>
public sealed class PackageCoverage
{
    private const string ManagesCentrally = "ManagePackageVersionsCentrally";

    // Each is taken up unless the property says otherwise.
    private static readonly (string Name, string Switch)[] Shared =
    [
        ("Directory.Build.props", "ImportDirectoryBuildProps"),
        ("Directory.Build.targets", "ImportDirectoryBuildTargets"),
        (FileNames.CentralVersions, "ImportDirectoryPackagesProps"),
    ];

    private readonly IReadOnlyList<InputFile> _projects;
    private readonly ImportChain _chain;

    private PackageCoverage(IReadOnlyList<InputFile> files)
    {
        _projects = [.. files.Where(file => FileNames.IsProject(file.Name) && file.Read().Text is { } text && text.IndexOf("<Project", StringComparison.OrdinalIgnoreCase) >= 0)];
        _chain = new ImportChain(files.Where(file => FileNames.IsMsBuild(file.Name)));
    }

    /// <param name="files">All files of the repository.</param>
    public static IReadOnlyList<Weakening> Find(IReadOnlyList<InputFile> files)
    {
        // A repository that names the package nowhere has none to miss.
        var isNamed = files.Any(file => FileNames.IsMsBuild(file.Name) && file.Read().Text is { } text && text.IndexOf(PackageName.Id, StringComparison.OrdinalIgnoreCase) >= 0);
        return isNamed ? new PackageCoverage(files).Find() : [];
    }

    private List<Weakening> Find()
    {
        var states = _projects.Select(project => (Project: project, State: StateOf(project))).ToList();
        var found = states.Where(project => project.State is not Missing).SelectMany(project => Doing(project.Project)).Where(weakening => weakening.Silences).ToList();
        if (!states.Exists(project => project.State is Covered))
        {
            return found;
        }

        var missing = states.FindAll(project => project.State is Missing);
        foreach (var cut in missing.Where(project => ((Missing)project.State).Cut is not null).GroupBy(project => ((Missing)project.State).Cut!.Path, StringComparer.Ordinal))
        {
            var (name, count) = (cut.Key.Substring(cut.Key.LastIndexOf('/') + 1), cut.Count());
            found.Add(new Weakening(
                $"{PlainText.Safe(name)} hides the one above it, which brings {PackageName.Id}, from {(count == 1 ? "a project" : $"{count} projects")} below: import it, as $([MSBuild]::GetPathOfFileAbove(…)) finds it",
                Location.StartOf(cut.Key)));
        }

        foreach (var (project, _) in missing.Where(project => ((Missing)project.State).Cut is null))
        {
            found.Add(new Weakening($"This project is built without {PackageName.Id}, which other projects of the repository have", Location.StartOf(project.Path)));
        }

        found.AddRange(missing.SelectMany(project => Doing(project.Project)));
        return found;
    }

    private State StateOf(InputFile project)
    {
        var own = _chain.From(project, out var isWhole);
        var all = new List<MsBuildFile>(own);
        foreach (var (name, switchName) in Shared)
        {
            if (!IsFalse(own, switchName) && _chain.Nearest(name, project.Folder) is { } shared)
            {
                all.AddRange(_chain.From(shared, out var isSharedWhole));
                isWhole &= isSharedWhole;
            }
        }

        if (Brings(all, own))
        {
            return new Covered();
        }

        return isWhole ? new Missing(Cut(project, own)) : new State();
    }

    // A global reference becomes one of the project behind the project file, which cannot take it out as such any more; what comes behind it can.
    private static bool Brings(IReadOnlyList<MsBuildFile> all, IReadOnlyList<MsBuildFile> own) =>
        (all.Any(file => file.References) && !all.Any(file => file.Removes))
        || (!IsFalse(own, ManagesCentrally) && all.Any(file => file.ReferencesGlobally) && !all.Any(file => file.RemovesGlobally) && !all.Except(own).Any(file => file.Removes));

    // The file that ends the way up to one that would have brought it.
    private InputFile? Cut(InputFile project, IReadOnlyList<MsBuildFile> own)
    {
        foreach (var (name, switchName) in Shared.Where(shared => !IsFalse(own, shared.Switch)))
        {
            var nearest = _chain.Nearest(name, project.Folder);
            for (var above = nearest is null ? null : _chain.Above(nearest); above is not null; above = _chain.Above(above))
            {
                var more = _chain.From(above, out _);
                if (Brings([.. own, .. more], own))
                {
                    return nearest;
                }
            }
        }

        return null;
    }

    // Its own check, which would say so, does not run.
    private IEnumerable<Weakening> Doing(InputFile project) => _chain.Read(project).Weakenings.Where(weakening => !weakening.IsHint);

    private static bool IsFalse(IReadOnlyList<MsBuildFile> files, string property) =>
        files.Any(file => (file.Property(property) ?? "").EqualsIgnoringCase("false"));

    private record State;

    private sealed record Covered : State;

    private sealed record Missing(InputFile? Cut) : State;
}
