using AiToolPolicy.Engine;
using AiToolPolicy.Engine.Binaries;
using AiToolPolicy.Engine.Catalog;
using AiToolPolicy.Engine.Exemptions;
using AiToolPolicy.Engine.Inspection;
using AiToolPolicy.Engine.Policies;
using AiToolPolicy.Engine.Text;
using AiToolPolicy.Engine.Yaml;
using AiToolPolicy.Files;
using AiToolPolicy.Tool.Feeds;

namespace AiToolPolicy.Tool;

/// <summary>A folder to check: its repository, its policy, its files.</summary>
/// <param name="HasPolicy">Whether there is a policy file, right or wrong.</param>
internal sealed record Workspace(string Root, LoadedPolicy Policy, bool HasPolicy, IReadOnlyList<InputFile> Files, RepositoryListing Repository)
{
    /// <summary>How many files were left out on request.</summary>
    public int Excluded { get; private init; }

    /// <summary>The files of exemptions that reach what is checked.</summary>
    public IReadOnlyList<InputFile> ExemptionFiles { get; init; } = [];

    /// <param name="path">The repository, or a folder in it: then only that folder's files are checked.</param>
    /// <param name="policy">The policy file that was named; null takes the nearest one at or above the folder.</param>
    /// <exception cref="UsageException">There is no such folder.</exception>
    public static Workspace Open(string path, string? policy, CancellationToken cancellation)
    {
        var folder = FolderAt(path);
        var file = policy ?? PolicyLocator.Nearest(folder);
        var root = RepositoryRoot.Find(folder, (policy ?? PolicyLocator.Uppermost(folder)) is { } upper ? Path.GetDirectoryName(Path.GetFullPath(upper)) : null);
        var sources = new PolicySources([], [ToolFeeds.Layers(root, cancellation)]);
        var found = policy is null ? PolicyLocator.Found(folder, root, sources) : PolicyLocator.Named(policy, root, sources);
        var loaded = found.Load(CompiledCatalog.Embedded);
        var listing = RepositoryFiles.Enumerate(root, new RepositoryFilesOptions { Cancellation = cancellation });
        return new Workspace(root, loaded, file is not null, Within(RepositoryPath.Relative(root, folder), listing.Files), listing)
        {
            ExemptionFiles = ExemptionLocator.Of(root, listing.Files, file),
        };
    }

    public CheckRequest Request(Day today, Day? asOf, CancellationToken cancellation) => new(Policy, Files, today)
    {
        AsOf = asOf,
        CentralVersionFiles = Repository.Files,
        NotOffered = Repository.Skipped,
        ExemptionFiles = ExemptionFiles,
        Sight = Files.Count == Repository.Files.Count ? Sight.AllFiles : Sight.Part,
        RestoredGraphs = RestoredGraphs.Of(Root, Repository.Files),
        MoreInspectors = [.. YamlInspectors.All, .. BinaryInspectors.All],
        Cancellation = cancellation,
    };

    /// <summary>Without the files that one of the patterns fits; how many those are is kept.</summary>
    public Workspace Without(IReadOnlyList<string> patterns)
    {
        var globs = patterns.Select(pattern => new PathGlob(pattern)).ToList();
        IReadOnlyList<InputFile> kept = [.. Files.Where(file => !globs.Exists(glob => glob.IsMatch(file.Path)))];
        return this with { Files = kept, Excluded = Files.Count - kept.Count };
    }

    /// <summary>The same with files as they are to become.</summary>
    public Workspace With(IReadOnlyList<ChangedFile> changed)
    {
        var texts = changed.ToDictionary(file => file.Path, file => file.After, StringComparer.Ordinal);
        IReadOnlyList<InputFile> Over(IReadOnlyList<InputFile> files) =>
            [.. files.Select(file => texts.TryGetValue(RealPath(file.Path), out var text) ? InputFile.Of(file.Path, text) : file)];
        return changed.Count == 0 ? this : this with
        {
            Files = Over(Files),
            Repository = Repository with { Files = Over(Repository.Files) },
            ExemptionFiles = [.. Over(ExemptionFiles), .. changed.Where(IsNewExemptionFile).Select(file => InputFile.Of(file.Path, file.After))],
        };
    }

    /// <summary>Where a link leads inside the repository; any other path as it is.</summary>
    public string RealPath(string path)
    {
        var file = new FileInfo(Path.Combine(Root, path));
        return file.LinkTarget is not null && file.ResolveLinkTarget(returnFinalTarget: true) is { Exists: true } target ? RepositoryPath.Relative(Root, target.FullName) : path;
    }

    private static bool IsNewExemptionFile(ChangedFile file) => file.Before is null && Path.GetFileName(file.Path) == ExemptionFile.Name;

    private static string FolderAt(string path)
    {
        if (Directory.Exists(path))
        {
            return Path.GetFullPath(path);
        }

        var shown = PlainText.Safe(path);
        throw new UsageException(File.Exists(path) ? $"'{shown}' is a file; name its folder." : $"There is no folder '{shown}'.");
    }

    private static IReadOnlyList<InputFile> Within(string folder, IReadOnlyList<InputFile> files) =>
        folder.Length == 0 ? files : [.. files.Where(file => file.Path.StartsWith(folder + "/", StringComparison.Ordinal))];
}
