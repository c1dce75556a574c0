using AiToolPolicy.Engine.Inspection;
using AiToolPolicy.Files;

namespace AiToolPolicy.Build;

/// <summary>The files of one project, as paths relative to the repository's root.</summary>
internal sealed class ProjectInputs
{
    private readonly ProjectTask _task;
    private readonly string _projectFolder;

    private ProjectInputs(ProjectTask task)
    {
        _task = task;
        _projectFolder = Path.GetDirectoryName(task.ProjectFile) ?? "";
        Root = NonEmpty(task.RepositoryRoot) is { } root
            ? Path.GetFullPath(Path.Combine(_projectFolder, root)).TrimEnd('/', '\\')
            : RepositoryRoot.Find(_projectFolder, Path.GetDirectoryName(PolicyLocator.Uppermost(_projectFolder)));
        Named = NonEmpty(task.PolicyFile) is { } named ? Resolve(named) : null;
    }

    public static ProjectInputs Of(ProjectTask task) => new(task);

    /// <summary>The repository's root folder, absolute.</summary>
    public string Root { get; }

    /// <summary>The policy that was named, absolute, or null.</summary>
    public string? Named { get; }

    public string ProjectFolder => _projectFolder;

    /// <summary>The policies that packages bring, absolute and sorted, so that the order of references decides nothing.</summary>
    public IReadOnlyList<string> Layers => [.. _task.Layers.Where(path => NonEmpty(path) is not null).Select(Path.GetFullPath).Distinct(StringComparer.Ordinal).OrderBy(path => path, StringComparer.Ordinal)];

    /// <summary>The folder of fetched policy packages, or empty.</summary>
    public string Cache => _task.Cache ?? "";

    /// <summary>What only this project's check reports: the project or entry point, its package lists and what NuGet resolved.</summary>
    public IReadOnlyList<InputFile> Own() =>
        Existing([
            _task.ProjectFile,
            _task.EntryPoint,
            _task.AssetsFile,
            NonEmpty(_task.LockFile) ?? Path.Combine(_projectFolder, FileNames.LockFile),
            Path.Combine(_projectFolder, FileNames.PackagesConfig),
            .. Imports().Where(path => !IsBelow(path, Root)),
        ]);

    /// <summary>The files that may have written the project's references, the project first.</summary>
    public IReadOnlyList<InputFile> ReferenceFiles() => Existing([_task.ProjectFile, _task.EntryPoint, .. Imports()]);

    /// <summary>Files of exemptions that reach the project, then the MSBuild files that hold some.</summary>
    public IReadOnlyList<InputFile> Exemptions(string? policyFile) =>
        [.. ExemptionLocator.Reaching(_projectFolder, Root, policyFile), .. Existing(_task.ExemptingFiles.Where(path => NonEmpty(path) is not null && !IsForeign(path)).Select(Path.GetFullPath))];

    private IEnumerable<string> Imports() => _task.ImportedFiles.Concat(_task.ExemptingFiles)
        .Where(path => NonEmpty(path) is not null && !IsForeign(path))
        .Select(Path.GetFullPath)
        .Where(path => !string.Equals(path, _task.ProjectFile, StringComparison.Ordinal))
        .Distinct(StringComparer.Ordinal);

    /// <summary>Whether a file is the SDK's or a package's.</summary>
    public bool IsForeign(string path) => _task.ForeignFolders.Any(folder => NonEmpty(folder) is not null && IsBelow(path, folder));

    private List<InputFile> Existing(IEnumerable<string?> paths) =>
    [
        .. paths.Where(path => NonEmpty(path) is not null && File.Exists(path)).Distinct(StringComparer.Ordinal)
            .Select(path => new InputFile(RepositoryPath.Relative(Root, path!), () => TextFile.Read(path!))),
    ];

    // A name on the command line means a place in the repository to whoever typed it, and a place beside the project to MSBuild.
    private string Resolve(string named)
    {
        var besideProject = Path.GetFullPath(Path.Combine(_projectFolder, named));
        return File.Exists(besideProject) ? besideProject : Path.GetFullPath(Path.Combine(Root, named));
    }

    private static bool IsBelow(string path, string folder) =>
        path.StartsWith(folder.TrimEnd('/', '\\') + Path.DirectorySeparatorChar, StringComparison.OrdinalIgnoreCase);

    private static string? NonEmpty(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;
}
