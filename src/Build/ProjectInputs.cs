using AiToolPolicy.Engine.Inspection;
using AiToolPolicy.Files;

namespace AiToolPolicy.Build;

/// <summary>The files of one project, as paths relative to the repository's root.</summary>
internal sealed class ProjectInputs : ProjectPlace
{
    private readonly ProjectTask _task;

    private ProjectInputs(ProjectTask task)
        : base(task) => _task = task;

    public static ProjectInputs Of(ProjectTask task) => new(task);

    /// <summary>The lock file of the project's packages, absolute, whether it is there or not.</summary>
    public string LockFile => Path.Combine(ProjectFolder, NonEmpty(_task.LockFile) ?? FileNames.LockFile);

    /// <summary>What only this project's check reports: the project or entry point, its package lists and what NuGet resolved.</summary>
    public IReadOnlyList<InputFile> Own() =>
        Existing([
            _task.ProjectFile,
            _task.EntryPoint,
            _task.AssetsFile,
            LockFile,
            Path.Combine(ProjectFolder, FileNames.PackagesConfig),
            .. Imports().Where(path => !IsBelow(path, Root)),
        ]);

    /// <summary>The files that may have written the project's references, the project first.</summary>
    public IReadOnlyList<InputFile> ReferenceFiles() => Existing([_task.ProjectFile, _task.EntryPoint, .. Imports()]);

    /// <summary>Files of exemptions that reach the project, then the MSBuild files that hold some.</summary>
    public IReadOnlyList<InputFile> Exemptions(string? policyFile) =>
        [.. ExemptionLocator.Reaching(ProjectFolder, Root, policyFile), .. Existing(_task.ExemptingFiles.Where(path => NonEmpty(path) is not null && !IsForeign(path)).Select(Path.GetFullPath))];

    /// <summary>The files, absolute, that may write references or exemptions of the project, without itself and without those of the SDK and of packages.</summary>
    public IEnumerable<string> Imports() => _task.ImportedFiles.Concat(_task.ExemptingFiles)
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
}
