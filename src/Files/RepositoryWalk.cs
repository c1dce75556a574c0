using AiToolPolicy.Engine.Inspection;
using AiToolPolicy.Engine.Text;
using AiToolPolicy.Files.Git;

namespace AiToolPolicy.Files;

/// <summary>One walk over the folders of a repository.</summary>
internal sealed class RepositoryWalk(string root, RepositoryFilesOptions options)
{
    private static readonly HashSet<string> SkippedFolders = new(["obj", "node_modules"], StringComparer.Ordinal);

    private readonly List<(string Path, string Target)> _folderLinks = [];
    private bool _isFull;

    /// <summary>The only file to look for, relative to the root; null for all.</summary>
    public string? Only { get; init; }

    public List<InputFile> Files { get; } = [];

    public List<InspectionProblem> Skipped { get; } = [];

    public List<string> TrackedOutput { get; } = [];

    public void Run()
    {
        Enter(root, "", IgnoreScope.None, false);
        ShowThroughLinks();
    }

    private void Enter(string path, string folder, IgnoreScope outer, bool isIgnored)
    {
        string? problem = null;
        var scope = options.IsBuildOutput ? IgnoreScope.None : outer.Enter(path, folder, isIgnored, out problem);
        if (problem is not null)
        {
            Skip(folder.Length == 0 ? ".git" : folder + "/.git", problem);
        }

        foreach (var entry in Entries(path, folder))
        {
            options.Cancellation.ThrowIfCancellationRequested();
            if (_isFull)
            {
                return;
            }

            var place = folder.Length == 0 ? entry.Name : folder + "/" + entry.Name;
            if (Only is not null && Only != place && !Only.StartsWith(place + "/", StringComparison.Ordinal))
            {
                continue;
            }

            try
            {
                Visit(entry, place, scope);
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException)
            {
                Skip(place, TextFile.Reason(error));
            }
        }
    }

    private void Visit(FileSystemInfo entry, string path, IgnoreScope scope)
    {
        if (entry.Name == ".git")
        {
            return;
        }

        // For git a link is a file, also one to a folder.
        var leadsToFolder = (entry.Attributes & FileAttributes.Directory) != 0;
        var isLink = Links.IsLink(entry.FullName, entry.Attributes);
        var isFolder = leadsToFolder && !isLink;
        // Output, whether a .gitignore says so or not; but many a repository keeps its own scripts in a folder of that name.
        var isOutput = leadsToFolder && entry.Name == "bin" && !options.IsBuildOutput;
        var isIgnored = isOutput || scope.Ignores(path, isFolder);
        if (isFolder && entry.Name == "obj" && !options.IsBuildOutput && scope.Tracks(path))
        {
            TrackedOutput.Add(path);
        }

        if ((leadsToFolder && !options.IsBuildOutput && SkippedFolders.Contains(entry.Name)) || (isIgnored && !scope.Tracks(path)))
        {
            return;
        }

        if (isFolder && !options.IsBuildOutput && IsExtractedPackage(entry) && !scope.Tracks(path))
        {
            return;
        }

        if (isLink)
        {
            VisitLink(entry, path, leadsToFolder);
        }
        else if (isFolder)
        {
            Enter(entry.FullName, path, scope, isIgnored);
        }
        else
        {
            Add(new InputFile(path, () => TextFile.Read(entry.FullName), () => BinaryFile.Open(entry.FullName)));
        }
    }

    // Where packages are restored to a folder of the repository: what a package holds is read through the references to it.
    private static bool IsExtractedPackage(FileSystemInfo folder) => File.Exists(Path.Combine(folder.FullName, ".nupkg.metadata"));

    // The name of a link is as good a sign as that of a file; its text is that of its target, if the repository holds it.
    private void VisitLink(FileSystemInfo entry, string path, bool leadsToFolder)
    {
        var target = Links.TargetInside(root, entry.FullName);
        if (!leadsToFolder)
        {
            Add(LinkedFile(path, target));
        }
        else if (target is null)
        {
            Skip(path, "it is a link to a folder outside the repository, which is not followed.");
        }
        else if (target.Length > 0 && !path.StartsWith(target + "/", StringComparison.Ordinal))
        {
            _folderLinks.Add((path, target));
        }
    }

    private InputFile LinkedFile(string path, string? target)
    {
        const string Reason = "it is a link that leads out of the repository or to nothing.";
        return target is null
            ? new InputFile(path, () => FileText.Failed(Reason), () => FileBytes.Failed(Reason))
            : new InputFile(path, () => TextFile.Read(Path.Combine(root, target)), () => BinaryFile.Open(Path.Combine(root, target)));
    }

    // Nothing is walked a second time: what was listed below the target is listed below the link too, so there are no circles.
    private void ShowThroughLinks()
    {
        var listed = Files.OrderBy(file => file.Path, StringComparer.Ordinal).ToList();
        var paths = listed.ConvertAll(file => file.Path);
        foreach (var (path, target) in _folderLinks)
        {
            var below = target + "/";
            var first = paths.BinarySearch(below, StringComparer.Ordinal);
            for (var i = first < 0 ? ~first : first; i < paths.Count && paths[i].StartsWith(below, StringComparison.Ordinal) && !_isFull; i++)
            {
                Add(listed[i].At(path + paths[i].Substring(target.Length)));
            }
        }
    }

    private List<FileSystemInfo> Entries(string path, string folder)
    {
        try
        {
            return [.. new DirectoryInfo(path).EnumerateFileSystemInfos().OrderBy(entry => entry.Name, StringComparer.Ordinal)];
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or System.Security.SecurityException)
        {
            Skip(folder, "the folder could not be listed: " + TextFile.Reason(error));
            return [];
        }
    }

    private void Add(InputFile file)
    {
        if (Files.Count < options.MaxFiles)
        {
            Files.Add(file);
        }
        else if (!_isFull)
        {
            _isFull = true;
            Skip(file.Path, $"the repository holds more than {options.MaxFiles} files; this one and all after it were left out.");
        }
    }

    private void Skip(string path, string reason) => Skipped.Add(new InspectionProblem(reason, Location.StartOf(path.Length == 0 ? "." : path)));
}
