using AiToolPolicy.Engine;
using AiToolPolicy.Engine.Catalog;
using AiToolPolicy.Engine.Inspection;
using AiToolPolicy.Engine.Policies;
using AiToolPolicy.Engine.Text;
using AiToolPolicy.Files;
using AiToolPolicy.Tool.Feeds;

namespace AiToolPolicy.Tool;

/// <summary>A policy that a command is about, apart from the files it is for.</summary>
/// <param name="Root">The folder that findings' paths are relative to.</param>
internal sealed record OpenedPolicy(string Root, LoadedPolicy Policy)
{
    /// <summary>The files of exemptions that stand beside the policy and in the repository's root.</summary>
    public IReadOnlyList<InputFile> ExemptionFiles { get; private init; } = [];

    /// <summary>Folders below in which nearer layers hold.</summary>
    public IReadOnlyList<PolicyArea> Areas { get; private init; } = [];

    /// <summary>
    /// The same with everything below that has a say: all files of exemptions, and the policies nearer to projects. Where a file was named outside of
    /// any repository, nothing below it is looked for.
    /// </summary>
    /// <param name="path">As it was opened.</param>
    public OpenedPolicy WithAllBelow(string? path, CancellationToken cancellation)
    {
        var (file, folder) = Place(path);
        if (file is not null && RepositoryRoot.OfGit(folder) is null)
        {
            return this;
        }

        var listed = RepositoryFiles.Enumerate(Root, new RepositoryFilesOptions { Cancellation = cancellation }).Files;
        var start = RepositoryPath.Relative(Root, folder);
        IReadOnlyList<InputFile> below = start.Length == 0 ? listed : [.. listed.Where(found => found.Path.StartsWith(start + "/", StringComparison.Ordinal))];
        var sources = new PolicySources([], [ToolFeeds.Layers(Root, cancellation)]);
        return this with
        {
            ExemptionFiles = [.. ExemptionLocator.Of(Root, below, file).Concat(ExemptionFiles).DistinctBy(found => found.Path)],
            Areas = file is null ? PolicyLocator.Areas(Root, below, Policy, nearer => PolicyLocator.Found(nearer, Root, sources).Load(CompiledCatalog.Embedded)) : [],
        };
    }

    /// <param name="path">The policy file, or a folder for the policy that holds there; null for the current folder.</param>
    /// <exception cref="UsageException">There is none.</exception>
    public static OpenedPolicy Open(string? path, CancellationToken cancellation)
    {
        var (file, folder) = Place(path);
        var upper = file is null ? PolicyLocator.Uppermost(folder) : Path.GetFullPath(file);
        var root = RepositoryRoot.Find(folder, upper is null ? null : Path.GetDirectoryName(upper));
        var sources = new PolicySources([], [ToolFeeds.Layers(root, cancellation)]);
        var found = file is null ? PolicyLocator.Found(folder, root, sources) : PolicyLocator.Named(file, root, sources);
        return found.Exists
            ? new OpenedPolicy(root, found.Load(CompiledCatalog.Embedded)) { ExemptionFiles = ExemptionLocator.Reaching(folder, root, file) }
            : throw new UsageException($"There is no {PolicyFile.Name} at or above '{PlainText.Safe(folder, 4096)}'; name the policy file.");
    }

    private static (string? File, string Folder) Place(string? path) =>
        path is null || Directory.Exists(path) ? (null, Path.GetFullPath(path ?? ".")) : (path, Path.GetDirectoryName(Path.GetFullPath(path))!);
}
