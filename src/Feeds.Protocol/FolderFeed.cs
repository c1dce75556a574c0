using AiToolPolicy.Engine.Text;
using AiToolPolicy.Feeds.Archives;
using NuGet.Common;
using NuGet.Packaging;
using NuGet.Protocol.Core.Types;
using NuGet.Versioning;

namespace AiToolPolicy.Feeds.Protocol;

/// <summary>A folder of packages, flat or by id and version.</summary>
internal sealed class FolderFeed(SourceRepository repository) : IFeed
{
    public string Name { get; } = PlainText.Safe(repository.PackageSource.Name, 100);

    public string SourceName => repository.PackageSource.Name;

    public async Task<IReadOnlyList<NuGetVersion>?> Versions(string id, CancellationToken cancellation)
    {
        using var context = NewContext();
        var resource = await Resource(cancellation).ConfigureAwait(false);
        return [.. await resource.GetAllVersionsAsync(id, context, NullLogger.Instance, cancellation).ConfigureAwait(false)];
    }

    public async Task<IReadOnlyList<PackageDependencyGroup>?> Dependencies(string id, NuGetVersion version, CancellationToken cancellation)
    {
        using var context = NewContext();
        var resource = await Resource(cancellation).ConfigureAwait(false);
        var info = await resource.GetDependencyInfoAsync(id, version, context, NullLogger.Instance, cancellation).ConfigureAwait(false);
        return info?.DependencyGroups.ToList();
    }

    // A folder knows no withdrawing.
    public async Task<Listing?> Listing(string id, NuGetVersion version, CancellationToken cancellation) =>
        (await Versions(id, cancellation).ConfigureAwait(false))?.Contains(version) == true ? new Listing(true) : null;

    public async Task<byte[]?> Package(string id, NuGetVersion version, CancellationToken cancellation)
    {
        using var context = NewContext();
        using var package = new BoundedBuffer(PackageLimits.Packed);
        var resource = await Resource(cancellation).ConfigureAwait(false);
        return await resource.CopyNupkgToStreamAsync(id, version, package, context, NullLogger.Instance, cancellation).ConfigureAwait(false) ? package.ToArray() : null;
    }

    // A folder may change between two questions, and the client would remember its listing.
    private static SourceCacheContext NewContext() => new() { NoCache = true, DirectDownload = true };

    private async Task<FindPackageByIdResource> Resource(CancellationToken cancellation)
    {
        if (!Directory.Exists(repository.PackageSource.Source))
        {
            throw new FeedFailure("is a folder that is not there");
        }

        return await repository.GetResourceAsync<FindPackageByIdResource>(cancellation).ConfigureAwait(false);
    }
}
