using AiToolPolicy.Files;

namespace AiToolPolicy.Build;

/// <summary>Where a project lies, and which policy it is told to obey.</summary>
internal class ProjectPlace
{
    public ProjectPlace(ProjectTask task)
    {
        ProjectFolder = Path.GetDirectoryName(task.ProjectFile) ?? "";
        Root = NonEmpty(task.RepositoryRoot) is { } root
            ? Path.GetFullPath(Path.Combine(ProjectFolder, root)).TrimEnd('/', '\\')
            : RepositoryRoot.OfGit(ProjectFolder) ?? RepositoryRoot.Find(ProjectFolder, Path.GetDirectoryName(PolicyLocator.Uppermost(ProjectFolder)));
        Named = NonEmpty(task.PolicyFile) is { } named ? Resolve(named) : null;
        Layers = [.. task.Layers.Where(path => NonEmpty(path) is not null).Select(Path.GetFullPath).Distinct(StringComparer.Ordinal).OrderBy(path => path, StringComparer.Ordinal)];
        Cache = task.Cache ?? "";
    }

    /// <summary>The repository's root folder, absolute.</summary>
    public string Root { get; }

    /// <summary>The policy that was named, absolute, or null.</summary>
    public string? Named { get; }

    public string ProjectFolder { get; }

    /// <summary>The policies that packages bring, absolute and sorted, so that the order of references decides nothing.</summary>
    public IReadOnlyList<string> Layers { get; }

    /// <summary>The folder of fetched policy packages, or empty.</summary>
    public string Cache { get; }

    /// <summary>Whether a path lies in a folder, at whatever depth; both absolute.</summary>
    public static bool IsBelow(string path, string folder) =>
        path.StartsWith(folder.TrimEnd('/', '\\') + Path.DirectorySeparatorChar, StringComparison.OrdinalIgnoreCase);

    protected static string? NonEmpty(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;

    // A name on the command line means a place in the repository to whoever typed it, and a place beside the project to MSBuild.
    private string Resolve(string named)
    {
        var besideProject = Path.GetFullPath(Path.Combine(ProjectFolder, named));
        return File.Exists(besideProject) ? besideProject : Path.GetFullPath(Path.Combine(Root, named));
    }
}
