namespace AiToolPolicy.Feeds;

/// <summary>
/// The package feeds that a folder's NuGet configuration names, asked side by side within <see cref="FeedLimits"/>. No method throws because of
/// a feed: what went wrong stands in the answer.
/// </summary>
public interface IPackageFeeds
{
    /// <summary>All versions of a package, lowest first; empty when no feed has the package.</summary>
    FeedAnswer<IReadOnlyList<string>> Versions(string id, CancellationToken cancellation);

    /// <summary>What a package depends on for a target framework (a short name such as <c>net10.0</c>), by the dependency group nearest to it.</summary>
    FeedAnswer<IReadOnlyList<PackageDependency>> Dependencies(string id, string version, string framework, CancellationToken cancellation);

    /// <summary>Whether a version is offered, or was withdrawn by its owner and is kept for those who have it.</summary>
    /// <returns>The answer of the feeds that have the version; where one of them offers it, it is offered. A feed that knows no withdrawing offers what it has.</returns>
    FeedAnswer<Listing> Listing(string id, string version, CancellationToken cancellation);

    /// <summary>The package file, as the first feed in the order of the configuration has it.</summary>
    FeedAnswer<byte[]> Package(string id, string version, CancellationToken cancellation);

    /// <summary>Who signed a package file, and whether the signature holds.</summary>
    PackageSignature Signature(byte[] package, CancellationToken cancellation);
}

/// <summary>What the feeds answered.</summary>
/// <param name="Value">Null when no feed has it, or when none that may have it could be asked: then there are problems.</param>
/// <param name="Problems">The feeds that could not be asked, and why; also beside a value that another feed gave.</param>
public sealed record FeedAnswer<T>(T? Value, IReadOnlyList<FeedProblem> Problems)
    where T : class
{
    /// <summary>The name of the feed that the value came from; null where several gave it together.</summary>
    public string? From { get; init; }
}

/// <summary>Why a feed could not be asked.</summary>
/// <param name="Feed">The feed's name in the NuGet configuration, safe to print; its address may hold secrets and is never shown.</param>
/// <param name="Reason">Continues "feed 'x' ", without a full stop.</param>
public sealed record FeedProblem(string Feed, string Reason)
{
    public override string ToString() => $"feed '{Feed}' {Reason}";
}

/// <summary>What a feed says of a version beside having it.</summary>
/// <param name="IsOffered">False for a version that its owner has withdrawn ("unlisted").</param>
public sealed record Listing(bool IsOffered);

/// <summary>One dependency of a package.</summary>
/// <param name="Range">A version range in NuGet's notation.</param>
public sealed record PackageDependency(string Id, string Range);

/// <summary>How long and how often feeds are asked.</summary>
public sealed record FeedLimits
{
    /// <summary>For one try of one request, until the answer is there as a whole.</summary>
    public TimeSpan TimeOut { get; init; } = TimeSpan.FromSeconds(10);

    public int Tries { get; init; } = 2;

    /// <summary>The most requests over the network; answers are remembered and count once.</summary>
    public int Requests { get; init; } = 60;
}
