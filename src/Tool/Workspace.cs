using AiToolPolicy.Engine;
using AiToolPolicy.Engine.Binaries;
using AiToolPolicy.Engine.Catalog;
using AiToolPolicy.Engine.Exemptions;
using AiToolPolicy.Engine.Inspection;
using AiToolPolicy.Engine.Inspection.Guarding;
using AiToolPolicy.Engine.Inspection.Machine;
using AiToolPolicy.Engine.Policies;
using AiToolPolicy.Engine.Text;
using AiToolPolicy.Engine.Yaml;
using AiToolPolicy.Feeds.Packages;
using AiToolPolicy.Files;
using AiToolPolicy.Tool.Feeds;

namespace AiToolPolicy.Tool;

/// <summary>A folder to check: its repository, its policy, its files.</summary>
/// <param name="HasPolicy">Whether there is a policy file, right or wrong.</param>
internal sealed record Workspace(string Root, LoadedPolicy Policy, bool HasPolicy, IReadOnlyList<InputFile> Files, RepositoryListing Repository)
{
    /// <summary>How many files were left out on request.</summary>
    public int Excluded { get; private init; }

    /// <summary>Folders among the files in which nearer layers hold.</summary>
    public IReadOnlyList<PolicyArea> Areas { get; private init; } = [];

    /// <summary>The files of exemptions that reach what is checked.</summary>
    public IReadOnlyList<InputFile> ExemptionFiles { get; init; } = [];

    /// <summary>How much of the repository the files are.</summary>
    public Sight Sight { get; init; } = Files.Count == Repository.Files.Count ? Sight.AllFiles : Sight.Part;

    /// <param name="path">The repository, or a folder in it: then only that folder's files are checked.</param>
    /// <param name="policy">The policy file that was named; null takes the nearest one at or above the folder.</param>
    /// <exception cref="UsageException">There is no such folder.</exception>
    public static Workspace Open(string path, string? policy, CancellationToken cancellation)
    {
        var folder = FolderAt(path);
        var isPackage = IsPackage(policy);
        var file = isPackage ? null : policy ?? PolicyLocator.Nearest(folder);
        var root = RepositoryRoot.Find(folder, (isPackage ? null : policy ?? PolicyLocator.Uppermost(folder)) is { } upper ? Path.GetDirectoryName(Path.GetFullPath(upper)) : null);
        var sources = new PolicySources([], [ToolFeeds.Layers(root, cancellation)]);
        var found = FindPolicy(root, folder, policy, sources, cancellation);
        var listing = RepositoryFiles.Enumerate(root, new RepositoryFilesOptions { Cancellation = cancellation });
        var files = Within(RepositoryPath.Relative(root, folder), listing.Files);
        var loaded = found.Load(CompiledCatalog.Embedded);
        var areas = policy is null ? PolicyLocator.Areas(root, files, loaded, nearer => PolicyLocator.Found(nearer, root, sources).Load(CompiledCatalog.Embedded)) : [];
        return new Workspace(root, loaded, found.Exists || areas.Count > 0, files, listing)
        {
            Areas = areas,
            ExemptionFiles = ExemptionLocator.Of(root, listing.Files, file),
        };
    }

    /// <summary>What a build made: every file of the folder, whatever git says of it, with paths as seen from the folder.</summary>
    /// <param name="policy">The policy file that was named; null takes the nearest one at or above the folder.</param>
    /// <exception cref="UsageException">There is no such folder.</exception>
    public static Workspace OpenOutput(string path, string? policy, CancellationToken cancellation)
    {
        var folder = FolderAt(path);
        var isPackage = IsPackage(policy);
        var file = isPackage ? null : policy ?? PolicyLocator.Nearest(folder);
        var found = FindPolicy(folder, folder, policy, new PolicySources([], [ToolFeeds.Layers(folder, cancellation)]), cancellation);
        var listing = RepositoryFiles.Enumerate(folder, new RepositoryFilesOptions { IsBuildOutput = true, Cancellation = cancellation });
        return new Workspace(folder, found.Load(CompiledCatalog.Embedded), found.Exists, listing.Files, listing)
        {
            ExemptionFiles = ExemptionLocator.Of(folder, listing.Files, file),
            Sight = Sight.Part,
        };
    }

    /// <summary>No file at all, and the policy that holds in a folder.</summary>
    /// <param name="policy">The policy file that was named; null takes the nearest one at or above the folder.</param>
    public static Workspace OpenMachine(string path, string? policy, CancellationToken cancellation)
    {
        var folder = FolderAt(path);
        var file = IsPackage(policy) ? null : policy ?? PolicyLocator.Nearest(folder);
        var root = file is null ? folder : Path.GetDirectoryName(Path.GetFullPath(file))!;
        var found = FindPolicy(root, folder, policy, new PolicySources([], [ToolFeeds.Layers(root, cancellation)]), cancellation);
        return new Workspace(root, found.Load(CompiledCatalog.Embedded), found.Exists, [], new RepositoryListing([], [])) { Sight = Sight.Part };
    }

    /// <param name="variables">Names of the environment variables that the tool runs with, by which an agent that runs it is known.</param>
    public CheckRequest Request(Day today, Day? asOf, CancellationToken cancellation, IReadOnlyList<string>? variables = null) => new(Policy, Files, today)
    {
        Areas = Areas,
        AsOf = asOf,
        CentralVersionFiles = Repository.Files,
        NotOffered = Repository.Skipped,
        RepositoryFiles = Files.Count + Excluded == Repository.Files.Count ? Files : null,
        Weakenings = [.. Repository.TrackedOutput.Select(TrackedOutput.Of)],
        MoreEvidence = [.. AgentSessions.Find(Policy.Catalog, variables ?? []), .. SelfDeclared()],
        ExemptionFiles = ExemptionFiles,
        Sight = Sight,
        RestoredGraphs = RestoredGraphs.Of(Root, Repository.Files),
        MoreInspectors = [.. YamlInspectors.All, .. BinaryInspectors.All],
        Cancellation = cancellation,
    };

    // Nobody needs to know where the policy does not want to.
    private IReadOnlyList<Evidence> SelfDeclared() =>
        Policy.Policy is { Unknown.Action: PolicyAction.Allow } ? [] : ExtractedPackages.Claims(Root, Files, Repository.Files, Policy.Catalog);

    private static bool IsPackage(string? policy) => policy?.StartsWith(PackageName.Scheme + ":", StringComparison.OrdinalIgnoreCase) == true;

    private static FoundPolicy FindPolicy(string root, string folder, string? named, PolicySources sources, CancellationToken cancellation) =>
        IsPackage(named) ? PackagePolicy.Named(named!, cancellation)
        : named is null ? PolicyLocator.Found(folder, root, sources)
        : PolicyLocator.Named(named, root, sources);

    /// <summary>The policy packages that have a part in it, each once, in words.</summary>
    public IReadOnlyList<string> FetchedLayers =>
        [.. Areas.Select(area => area.Policy).Prepend(Policy).SelectMany(policy => policy.Layers).Where(layer => layer.IsFetched).Select(layer => layer.Origin).Distinct(StringComparer.Ordinal)];

    /// <summary>The policy that holds for a file.</summary>
    /// <param name="path">Relative to the root.</param>
    public LoadedPolicy PolicyFor(string path) =>
        Areas.Where(area => area.Contains(path)).OrderByDescending(area => area.Folder.Length).FirstOrDefault()?.Policy ?? Policy;

    /// <summary>Without the files that one of the patterns fits; how many those are is kept.</summary>
    public Workspace Without(IReadOnlyList<string> patterns)
    {
        var globs = patterns.Select(pattern => new PathGlob(pattern)).ToList();
        IReadOnlyList<InputFile> kept = [.. Files.Where(file => !globs.Exists(glob => glob.IsMatch(file.Path)))];
        return this with
        {
            Files = kept,
            Excluded = Files.Count - kept.Count,
            Areas = [.. Areas.Where(area => kept.Any(file => file.Folder == area.Folder && file.Name == PolicyFile.Name))],
            ExemptionFiles = [.. ExemptionFiles.Where(file => !globs.Exists(glob => glob.IsMatch(file.Path)))],
        };
    }

    /// <summary>The same files without any policy, and with the tools that the product knows.</summary>
    public Workspace AsInventory() => this with { Policy = LoadedPolicy.None(CompiledCatalog.Embedded), HasPolicy = false, Areas = [], ExemptionFiles = [] };

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

    public static string FolderAt(string path)
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
