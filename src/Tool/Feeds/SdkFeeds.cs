using System.Reflection;
using System.Runtime.CompilerServices;
using AiToolPolicy.Feeds;
using Microsoft.Build.Locator;

namespace AiToolPolicy.Tool.Feeds;

/// <summary>Feeds through the NuGet client of an SDK on this machine; nothing of the client is part of the tool.</summary>
internal static class SdkFeeds
{
    private static readonly Lazy<Assembly> Client = new(Load);

    /// <param name="folder">Where nuget.config files are looked for, upwards.</param>
    public static IPackageFeeds Open(string folder, FeedLimits? limits = null) => FeedsClient.Open(() => Client.Value, folder, limits ?? new FeedLimits());

    private static Assembly Load() => new SdkLoadContext(NewestSdk()).LoadFromAssemblyName(new AssemblyName(FeedsClient.AssemblyName));

    // Found from the tool's own place: what the repository that is checked says of SDKs decides nothing here.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static string NewestSdk()
    {
        var options = new VisualStudioInstanceQueryOptions { DiscoveryTypes = DiscoveryType.DotNetSdk, WorkingDirectory = AppContext.BaseDirectory };
        return MSBuildLocator.QueryVisualStudioInstances(options).OrderByDescending(sdk => sdk.Version).FirstOrDefault(sdk => File.Exists(Path.Combine(sdk.MSBuildPath, "NuGet.Protocol.dll")))?.MSBuildPath
            ?? throw new InvalidOperationException("no .NET SDK was found on this machine, whose NuGet client is needed");
    }
}
