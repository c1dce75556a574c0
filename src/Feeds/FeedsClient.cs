using System.Reflection;
using AiToolPolicy.Engine.Text;

namespace AiToolPolicy.Feeds;

/// <summary>Opens feeds through an assembly that is loaded only when a feed is really needed: a build that needs none never pays for NuGet's client.</summary>
public static class FeedsClient
{
    /// <summary>The assembly that knows NuGet's client.</summary>
    public const string AssemblyName = "AiToolPolicy.Feeds.Protocol";

    private const string TypeName = AssemblyName + ".NuGetFeeds";

    /// <param name="load">Gives the assembly <see cref="AssemblyName"/>, in a place where NuGet's client can be found.</param>
    /// <param name="folder">Where nuget.config files are looked for, upwards.</param>
    /// <returns>Feeds whose every answer is the problem, where the client is not to be had or the configuration cannot be read.</returns>
    public static IPackageFeeds Open(Func<Assembly> load, string folder, FeedLimits limits)
    {
        try
        {
            return (IPackageFeeds)Activator.CreateInstance(load().GetType(TypeName, throwOnError: true)!, folder, limits)!;
        }
#pragma warning disable CA1031 // A broken nuget.config, a host without the client, a client that differs: each is a problem to tell, none a crash.
        catch (Exception error) when (error is not OperationCanceledException)
#pragma warning restore CA1031
        {
            var cause = error is TargetInvocationException { InnerException: { } inner } ? inner : error;
            return new UnavailableFeeds($"could not be opened: {PlainText.Safe(cause.Message).TrimEnd('.')}");
        }
    }
}
