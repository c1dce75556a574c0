using AiToolPolicy.Engine.Text;
using NuGet.Configuration;
using NuGet.Packaging;
using NuGet.Protocol;
using NuGet.Protocol.Core.Types;
using NuGet.Versioning;

namespace AiToolPolicy.Feeds.Protocol;

/// <summary>The kind of feed that a source of the configuration is.</summary>
internal static class Feeds
{
    public static IFeed Of(PackageSource source, FeedLimits limits, RequestBudget budget)
    {
        var repository = Repository.Factory.GetCoreV3(source);
        return source.IsLocal ? new FolderFeed(repository)
            : !IsVersion3(source) ? new UnaskedFeed(source.Name, "speaks version 2 of the protocol, which is not asked")
            : source is { IsHttps: false } && !InsecureConnections.AreAllowed(source) ? new UnaskedFeed(source.Name, "has a plain http address, and 'allowInsecureConnections' is not set for it")
            : new HttpFeed(repository, limits, budget);
    }

    // As NuGet's own client tells them apart.
    private static bool IsVersion3(PackageSource source) =>
        source.ProtocolVersion == 3 || source.Source.EndsWith(".json", StringComparison.OrdinalIgnoreCase);
}

/// <summary>A feed that is not asked, and why.</summary>
internal sealed class UnaskedFeed(string name, string reason) : IFeed
{
    public string Name { get; } = PlainText.Safe(name, 100);

    public string SourceName => name;

    public Task<IReadOnlyList<NuGetVersion>?> Versions(string id, CancellationToken cancellation) => throw new FeedFailure(reason);

    public Task<IReadOnlyList<PackageDependencyGroup>?> Dependencies(string id, NuGetVersion version, CancellationToken cancellation) => throw new FeedFailure(reason);

    public Task<Listing?> Listing(string id, NuGetVersion version, CancellationToken cancellation) => throw new FeedFailure(reason);

    public Task<byte[]?> Package(string id, NuGetVersion version, CancellationToken cancellation) => throw new FeedFailure(reason);
}
