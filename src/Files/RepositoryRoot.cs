namespace AiToolPolicy.Files;

/// <summary>Finds the folder that paths in reports are relative to.</summary>
public static class RepositoryRoot
{
    private static readonly string[] Marks = ["Directory.Packages.props", "Directory.Build.props", "global.json"];

    /// <summary>
    /// The nearest folder at or above the start that holds <c>.git</c>; else the policy's folder, where that is at or above the start; else
    /// the nearest one with a file that stands at the top of a .NET repository; else the start itself.
    /// </summary>
    public static string Find(string startFolder, string? policyFolder = null)
    {
        var start = Path.GetFullPath(startFolder);
        return Nearest(start, HasGit) ?? Nearest(start, place => policyFolder is not null && RepositoryPath.Relative(place, policyFolder).Length == 0) ?? Nearest(start, IsTop) ?? start;
    }

    /// <summary>The nearest folder at or above the start that holds <c>.git</c>, or null.</summary>
    public static string? OfGit(string startFolder) => Nearest(Path.GetFullPath(startFolder), HasGit);

    internal static string? Nearest(string folder, Func<string, bool> holds)
    {
        for (string? place = folder; place is not null; place = Path.GetDirectoryName(place))
        {
            if (holds(place))
            {
                return place;
            }
        }

        return null;
    }

    // A folder in a clone, a file in a worktree or a submodule.
    private static bool HasGit(string folder)
    {
        var git = Path.Combine(folder, ".git");
        return Directory.Exists(git) || File.Exists(git);
    }

    private static bool IsTop(string folder) => Marks.Any(mark => File.Exists(Path.Combine(folder, mark))) || HasSolution(folder);

    private static bool HasSolution(string folder)
    {
        try
        {
            return Directory.EnumerateFiles(folder, "*.sln*").Any(file => Path.GetExtension(file) is ".sln" or ".slnx");
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
