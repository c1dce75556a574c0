namespace AiToolPolicy.Feeds;

/// <summary>Feeds that cannot be asked at all.</summary>
/// <param name="reason">Continues "feed 'NuGet' ", without a full stop.</param>
public sealed class UnavailableFeeds(string reason) : IPackageFeeds
{
    private readonly IReadOnlyList<FeedProblem> _problems = [new FeedProblem("NuGet", reason)];

    public FeedAnswer<IReadOnlyList<string>> Versions(string id, CancellationToken cancellation) => new(null, _problems);

    public FeedAnswer<IReadOnlyList<PackageDependency>> Dependencies(string id, string version, string framework, CancellationToken cancellation) => new(null, _problems);

    public FeedAnswer<Listing> Listing(string id, string version, CancellationToken cancellation) => new(null, _problems);

    public FeedAnswer<byte[]> Package(string id, string version, CancellationToken cancellation) => new(null, _problems);

    public PackageSignature Signature(byte[] package, CancellationToken cancellation) => new(SignatureState.Unverifiable, Detail: reason);
}
