using AiToolPolicy.Engine.Policies;
using AiToolPolicy.Feeds.Packages;

namespace AiToolPolicy.Tool.Feeds;

/// <summary>Finds policy packages for the tool.</summary>
internal static class ToolFeeds
{
    /// <summary>Names the folder of fetched policy packages, instead of the user's own.</summary>
    public const string CacheVariable = "AI_TOOL_POLICY_CACHE";

    /// <param name="root">The repository's root, absolute; the nuget.config files and the lock file there hold.</param>
    public static ILayerSource Layers(string root, CancellationToken cancellation) => new PackageLayers(Packages(root, cancellation), new PolicyLockFile(root));

    public static PolicyPackages Packages(string root, CancellationToken cancellation) => new(() => SdkFeeds.Open(root), Cache(), cancellation);

    private static PackageCache Cache() =>
        new(Environment.GetEnvironmentVariable(CacheVariable) is { Length: > 0 } named ? Path.GetFullPath(named) : PackageCache.DefaultFolder);
}
