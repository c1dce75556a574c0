namespace AiToolPolicy.Files.Git;

/// <summary>What git knows of a working tree: which paths it tracks, and the repository's own list of ignored ones.</summary>
internal sealed class GitCheckout
{
    private readonly string _folder;

    // A name that differs in case only is taken for tracked, as it is on the file systems that ignore case.
    private readonly HashSet<string> _files;
    private readonly HashSet<string> _folders = new(StringComparer.OrdinalIgnoreCase);

    private GitCheckout(string folder, IReadOnlyList<string> names, IgnoreFile? exclude)
    {
        _folder = folder;
        Exclude = exclude;
        _files = new HashSet<string>(names, StringComparer.OrdinalIgnoreCase);
        foreach (var name in names)
        {
            AddFolders(name);
        }
    }

    /// <summary><c>info/exclude</c>.</summary>
    public IgnoreFile? Exclude { get; }

    /// <param name="path">The folder that holds <c>.git</c>.</param>
    /// <param name="folder">The same, relative to the root that paths start from.</param>
    /// <param name="problem">Why ignore rules cannot be trusted here: without the index nobody knows which ignored files are committed.</param>
    public static GitCheckout? Open(string path, string folder, out string? problem)
    {
        problem = null;
        if (GitFolder(Path.Combine(path, ".git")) is not { } git)
        {
            problem = "the file .git leads to no git folder, so ignored files are inspected too.";
            return null;
        }

        var index = Path.Combine(git, "index");
        var names = File.Exists(index) ? GitIndex.Read(index) : [];
        if (names is null)
        {
            problem = "the git index could not be read, so ignored files are inspected too.";
            return null;
        }

        return new GitCheckout(folder, names, IgnoreFile.Read(Path.Combine(CommonFolder(git), "info", "exclude"), folder));
    }

    /// <param name="path">Relative to the root that paths start from.</param>
    public bool Tracks(string path)
    {
        var relative = _folder.Length == 0 ? path : path.Substring(_folder.Length + 1);
        return _files.Contains(relative) || _folders.Contains(relative);
    }

    // In a worktree and in a submodule, .git is a file that says where the folder is.
    private static string? GitFolder(string git)
    {
        if (Directory.Exists(git))
        {
            return git;
        }

        const string Key = "gitdir:";
        var line = FirstLine(git);
        var folder = line?.StartsWith(Key, StringComparison.Ordinal) == true ? Below(Path.GetDirectoryName(git)!, line.Substring(Key.Length)) : null;
        return Directory.Exists(folder) ? folder : null;
    }

    // A worktree shares info/exclude with the clone it belongs to.
    private static string CommonFolder(string git) =>
        FirstLine(Path.Combine(git, "commondir")) is { } line && Below(git, line) is { } common ? common : git;

    private static string? FirstLine(string path) => File.Exists(path) ? TextFile.Read(path).Text?.Split('\n')[0] : null;

    private static string? Below(string folder, string path)
    {
        try
        {
            return Path.GetFullPath(Path.Combine(folder, path.Trim()));
        }
        catch (Exception error) when (error is ArgumentException or IOException or NotSupportedException)
        {
            return null;
        }
    }

    private void AddFolders(string name)
    {
        for (var slash = name.LastIndexOf('/'); slash > 0; slash = name.LastIndexOf('/', slash - 1))
        {
            if (!_folders.Add(name.Substring(0, slash)))
            {
                return;
            }
        }
    }
}
