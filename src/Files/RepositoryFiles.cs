using AiToolPolicy.Engine.Inspection;

namespace AiToolPolicy.Files;

/// <summary>How to list the files of a repository.</summary>
public sealed record RepositoryFilesOptions
{
    /// <summary>How many files are listed at most; more are reported as not inspected.</summary>
    public int MaxFiles { get; init; } = 200_000;

    /// <summary>True for a folder that a build made: then nothing is left out, neither by its name nor as git would ignore it.</summary>
    public bool IsBuildOutput { get; init; }

    /// <summary>Asked between entries.</summary>
    public CancellationToken Cancellation { get; init; }
}

/// <summary>The files of a repository, and what was passed over.</summary>
/// <param name="Files">By path, in ordinal order. A file's text is read when somebody asks for it.</param>
/// <param name="Skipped">Folders that could not be read, links that lead out of the repository, files over the limit.</param>
public sealed record RepositoryListing(IReadOnlyList<InputFile> Files, IReadOnlyList<InspectionProblem> Skipped)
{
    /// <summary>Folders <c>obj</c> that git tracks: what a build finds in them it takes for its own.</summary>
    public IReadOnlyList<string> TrackedOutput { get; init; } = [];
}

/// <summary>
/// Lists the files of a repository: all but build output (<c>bin</c>, <c>obj</c>), <c>node_modules</c>, packages that NuGet has
/// extracted, git's own folder and, in a git checkout, what git ignores and does not track.
/// </summary>
public static class RepositoryFiles
{
    /// <summary>Whether <see cref="Enumerate"/> lists a file, without listing the others.</summary>
    /// <param name="path">Relative to the root.</param>
    public static bool Lists(string root, string path)
    {
        var walk = new RepositoryWalk(Path.GetFullPath(root), new RepositoryFilesOptions()) { Only = path };
        walk.Run();
        return walk.Files.Exists(file => file.Path == path);
    }

    /// <param name="root">The folder that the paths are relative to.</param>
    public static RepositoryListing Enumerate(string root, RepositoryFilesOptions? options = null)
    {
        var walk = new RepositoryWalk(Path.GetFullPath(root), options ?? new RepositoryFilesOptions());
        walk.Run();
        return new RepositoryListing(
            [.. walk.Files.OrderBy(file => file.Path, StringComparer.Ordinal)],
            [.. walk.Skipped.OrderBy(problem => problem.Location.Path, StringComparer.Ordinal)])
        {
            TrackedOutput = [.. walk.TrackedOutput.OrderBy(path => path, StringComparer.Ordinal)],
        };
    }
}
