using System.Reflection;
using System.Runtime.CompilerServices;
using AiToolPolicy.Engine.Policies;
using AiToolPolicy.Feeds;
using AiToolPolicy.Feeds.Packages;
using AiToolPolicy.Files;
using Microsoft.Build.Framework;

namespace AiToolPolicy.Build;

/// <summary>
/// Finds policy packages for a build, each once per node and build. Most builds name none, and load neither our room of feeds nor NuGet's client.
/// </summary>
internal sealed class BuildFeeds(Lazy<ILayerSource> packages) : ILayerSource
{
    /// <param name="root">The repository's root, absolute; the nuget.config files there hold.</param>
    /// <param name="above">Files of layers that packages have registered, absolute.</param>
    /// <param name="cache">The folder of fetched policy packages; empty for the user's own.</param>
    public static PolicySources Sources(IBuildEngine4 engine, string root, IReadOnlyList<string> above, string cache)
    {
        var packages = NodeMemory.Of(engine, (typeof(BuildFeeds).FullName, root, cache), () => new Lazy<ILayerSource>(() => Open(root, cache)));
        return new PolicySources(above, [new BuildFeeds(packages)]);
    }

    public LayerResolution? Resolve(LayerReference reference, LayerText from) =>
        reference.Scheme == PackageName.Scheme ? packages.Value.Resolve(reference, from) : null;

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static PackageLayers Open(string root, string cache) => new(
        new PolicyPackages(
            () => FeedsClient.Open(() => Assembly.Load(FeedsClient.AssemblyName), root, new FeedLimits()),
            new PackageCache(cache.Length > 0 ? Path.GetFullPath(Path.Combine(root, cache)) : PackageCache.DefaultFolder)),
        new PolicyLockFile(root));
}
