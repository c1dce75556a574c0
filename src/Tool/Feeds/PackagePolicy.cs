using AiToolPolicy.Engine.Json;
using AiToolPolicy.Engine.Policies;
using AiToolPolicy.Engine.Text;
using AiToolPolicy.Feeds.Packages;
using AiToolPolicy.Files;

namespace AiToolPolicy.Tool.Feeds;

/// <summary>
/// A policy that the command line names as a package. Neither a lock file nor the repository's nuget.config has a part in it: the feeds are those of
/// the current folder, which a job that the repository does not control sets up.
/// </summary>
internal static class PackagePolicy
{
    // What the command line says, in the words of a policy.
    private const string Place = "--policy";

    public static FoundPolicy Named(string package, CancellationToken cancellation)
    {
        var packages = new PackageLayers(ToolFeeds.Packages(Environment.CurrentDirectory, cancellation), PolicyLockFile.Absent);
        var text = JsonWriter.Object(json => json.String("extends", package));
        return new FoundPolicy(PolicyLayers.Collect([new LayerText(Place, new SourceFile(Place, text))], [], packages), []);
    }
}
