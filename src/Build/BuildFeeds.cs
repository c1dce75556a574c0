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
/// <param name="root">The repository's root, absolute; the nuget.config files there hold.</param>
/// <param name="cache">The folder of fetched policy packages; empty for the user's own.</param>
internal sealed class BuildFeeds(IBuildEngine4 engine, string root, string cache) : ILayerSource
{
    private static readonly object Gate = new();

    /// <param name="above">Files of layers that packages have registered, absolute.</param>
    public static PolicySources Sources(IBuildEngine4 engine, string root, IReadOnlyList<string> above, string cache) => new(above, [new BuildFeeds(engine, root, cache)]);

    public LayerResolution? Resolve(LayerReference reference, LayerText from) =>
        reference.Scheme == PackageName.Scheme ? Fetch(reference, from) : null;

    [MethodImpl(MethodImplOptions.NoInlining)]
    private LayerResolution? Fetch(LayerReference reference, LayerText from)
    {
        var key = (typeof(BuildFeeds).FullName, root, cache);
        PackageLayers layers;
        lock (Gate)
        {
            if (engine.GetRegisteredTaskObject(key, RegisteredTaskObjectLifetime.Build) is PackageLayers known)
            {
                layers = known;
            }
            else
            {
                layers = Open();
                engine.RegisterTaskObject(key, layers, RegisteredTaskObjectLifetime.Build, allowEarlyCollection: false);
            }
        }

        return layers.Resolve(reference, from);
    }

    private PackageLayers Open() => new(
        new PolicyPackages(
            () => FeedsClient.Open(() => Assembly.Load(FeedsClient.AssemblyName), root, new FeedLimits()),
            new PackageCache(cache.Length > 0 ? Path.GetFullPath(Path.Combine(root, cache)) : PackageCache.DefaultFolder)),
        new PolicyLockFile(root));
}
