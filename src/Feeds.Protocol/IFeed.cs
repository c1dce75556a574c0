using NuGet.Packaging;
using NuGet.Versioning;

namespace AiToolPolicy.Feeds.Protocol;

/// <summary>One feed. Every method answers null when the feed has no such package, and throws when it could not be asked.</summary>
internal interface IFeed
{
    /// <summary>The name, safe to print.</summary>
    string Name { get; }

    /// <summary>The name as the configuration has it.</summary>
    string SourceName { get; }

    Task<IReadOnlyList<NuGetVersion>?> Versions(string id, CancellationToken cancellation);

    /// <summary>What the package depends on, for all frameworks.</summary>
    Task<IReadOnlyList<PackageDependencyGroup>?> Dependencies(string id, NuGetVersion version, CancellationToken cancellation);

    Task<Listing?> Listing(string id, NuGetVersion version, CancellationToken cancellation);

    Task<byte[]?> Package(string id, NuGetVersion version, CancellationToken cancellation);
}
