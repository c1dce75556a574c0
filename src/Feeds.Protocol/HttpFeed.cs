using AiToolPolicy.Engine.Json;
using AiToolPolicy.Engine.Text;
using AiToolPolicy.Feeds.Archives;
using NuGet.Packaging;
using NuGet.Packaging.Core;
using NuGet.Protocol.Core.Types;
using NuGet.Versioning;

namespace AiToolPolicy.Feeds.Protocol;

/// <summary>
/// A feed that speaks version 3 of the protocol. Versions, manifests and packages come from its package content resource, which costs one small
/// request each; the client's own resources would fetch whole packages, wait up to a minute and fill a cache on the disk.
/// </summary>
internal sealed class HttpFeed(SourceRepository repository, FeedLimits limits, RequestBudget budget) : IFeed
{
    private const int VersionsLimit = 4 * 1024 * 1024;
    private const int ManifestLimit = 1024 * 1024;

    // Of a package that is only looked into; some hold native libraries for many systems.
    private const int DependencyLimit = 256 * 1024 * 1024;

    private readonly HttpRequests _requests = new(repository, limits, budget);
    private readonly object _gate = new();
    private Task<ServiceIndex>? _index;
    private Registrations? _registrations;
    private volatile bool _givesNoManifests;

    public string Name { get; } = PlainText.Safe(repository.PackageSource.Name, 100);

    public string SourceName => repository.PackageSource.Name;

    public async Task<IReadOnlyList<NuGetVersion>?> Versions(string id, CancellationToken cancellation)
    {
        var address = await Address(cancellation, Lower(id), "index.json").ConfigureAwait(false);
        if (await _requests.Get(address, VersionsLimit, cancellation).ConfigureAwait(false) is not { } bytes)
        {
            return null;
        }

        return
        [
            .. Items(FeedJson.Read(bytes)["versions"]).OfType<JsonString>()
                .Select(text => NuGetVersion.TryParse(text.Value, out var version) ? version : null).OfType<NuGetVersion>(),
        ];
    }

    public async Task<IReadOnlyList<PackageDependencyGroup>?> Dependencies(string id, NuGetVersion version, CancellationToken cancellation)
    {
        try
        {
            if (!_givesNoManifests && await Manifest(id, version, cancellation).ConfigureAwait(false) is { } manifest)
            {
                return [.. new NuspecReader(new MemoryStream(manifest)).GetDependencyGroups()];
            }

            var address = await PackageAddress(id, version, cancellation).ConfigureAwait(false);
            if (await _requests.Get(address, DependencyLimit, cancellation).ConfigureAwait(false) is not { } package)
            {
                return null;
            }

            // Not every feed gives manifests by themselves, though the protocol says so; this one is not asked for another.
            _givesNoManifests = true;
            using var reader = new PackageArchiveReader(new MemoryStream(package));
            return [.. reader.NuspecReader.GetDependencyGroups()];
        }
        catch (Exception error) when (error is System.Xml.XmlException or PackagingException or ArgumentException or InvalidOperationException or InvalidDataException)
        {
            throw new FeedFailure($"answered for '{PlainText.Safe(id)}' {version} with something that is no package");
        }
    }

    public async Task<Listing?> Listing(string id, NuGetVersion version, CancellationToken cancellation)
    {
        var index = await Index(cancellation).ConfigureAwait(false);
        var listing = index.Registrations is { } address
            ? await (_registrations ??= new Registrations(_requests, index, address)).Of(id, version, cancellation).ConfigureAwait(false)
            : null;

        // A feed that says nothing of it offers what it has.
        return listing ?? ((await Versions(id, cancellation).ConfigureAwait(false))?.Contains(version) == true ? new Listing(true) : null);
    }

    public async Task<byte[]?> Package(string id, NuGetVersion version, CancellationToken cancellation)
    {
        var address = await PackageAddress(id, version, cancellation).ConfigureAwait(false);
        return await _requests.Get(address, PackageLimits.Packed, cancellation).ConfigureAwait(false);
    }

    private async Task<byte[]?> Manifest(string id, NuGetVersion version, CancellationToken cancellation)
    {
        var address = await Address(cancellation, Lower(id), Lower(version), Lower(id) + ".nuspec").ConfigureAwait(false);
        return await _requests.Get(address, ManifestLimit, cancellation).ConfigureAwait(false);
    }

    private Task<Uri> PackageAddress(string id, NuGetVersion version, CancellationToken cancellation) =>
        Address(cancellation, Lower(id), Lower(version), $"{Lower(id)}.{Lower(version)}.nupkg");

    private static string Lower(string id) => id.ToLowerInvariant();

    private static string Lower(NuGetVersion version) => version.ToNormalizedString().ToLowerInvariant();

    private async Task<Uri> Address(CancellationToken cancellation, params string[] segments) =>
        new((await Index(cancellation).ConfigureAwait(false)).Content, string.Join("/", segments.Select(Uri.EscapeDataString)));

    private Task<ServiceIndex> Index(CancellationToken cancellation)
    {
        lock (_gate)
        {
            return _index ??= ServiceIndex.Read(_requests, repository.PackageSource, cancellation);
        }
    }

    private static IEnumerable<JsonNode> Items(JsonNode? node) => (node as JsonArray)?.Items ?? [];
}
