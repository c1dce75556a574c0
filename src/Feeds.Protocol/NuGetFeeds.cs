using NuGet.Configuration;
using NuGet.Packaging;
using NuGet.Versioning;

namespace AiToolPolicy.Feeds.Protocol;

/// <summary>
/// Feeds through NuGet's own client: the hierarchy of nuget.config files, source mapping, disabled sources, credentials, credential providers.
/// Made through <see cref="FeedsClient"/>, since a host may lack the client.
/// </summary>
public sealed class NuGetFeeds : IPackageFeeds
{
    private readonly IReadOnlyList<IFeed> _feeds;
    private readonly PackageSourceMapping _mapping;
    private readonly FeedLimits _limits;
    private readonly Remembered<IReadOnlyList<string>> _versions = new();
    private readonly Remembered<Listing> _listings = new();
    private readonly Remembered<IReadOnlyList<PackageDependencyGroup>> _dependencies = new();

    /// <param name="folder">Where the configuration is looked for, upwards, as restore does it for a project there.</param>
    public NuGetFeeds(string folder, FeedLimits limits)
    {
        _limits = limits;
        var settings = Settings.LoadDefaultSettings(folder);
        _mapping = PackageSourceMapping.GetPackageSourceMapping(settings);
        CredentialProviders.SetUp();
        var budget = new RequestBudget(limits.Requests);
        _feeds = [.. PackageSourceProvider.LoadPackageSources(settings).Where(source => source.IsEnabled).Select(source => Feeds.Of(source, limits, budget))];
    }

    public FeedAnswer<IReadOnlyList<string>> Versions(string id, CancellationToken cancellation) => _versions.Get(id, () =>
    {
        var answers = Ask(id, (feed, token) => feed.Versions(id, token), cancellation);
        var versions = answers.Values.SelectMany(list => list.Value).Distinct().OrderBy(version => version, VersionComparer.Default);
        return new FeedAnswer<IReadOnlyList<string>>(
            answers.Values.Count == 0 && answers.Problems.Count > 0 ? null : [.. versions.Select(version => version.ToNormalizedString())],
            answers.Problems);
    });

    public FeedAnswer<IReadOnlyList<PackageDependency>> Dependencies(string id, string version, string framework, CancellationToken cancellation)
    {
        var parsed = NuGetVersion.Parse(version);
        var answer = _dependencies.Get($"{id}/{version}", () => First(Ask(id, (feed, token) => feed.Dependencies(id, parsed, token), cancellation)));
        return new FeedAnswer<IReadOnlyList<PackageDependency>>(answer.Value is null ? null : DependencyGroups.For(answer.Value, framework), answer.Problems) { From = answer.From };
    }

    public FeedAnswer<Listing> Listing(string id, string version, CancellationToken cancellation)
    {
        var parsed = NuGetVersion.Parse(version);
        return _listings.Get($"{id}/{version}", () =>
        {
            var answers = Ask(id, (feed, token) => feed.Listing(id, parsed, token), cancellation);
            return new FeedAnswer<Listing>(answers.Values.Select(answer => answer.Value).OrderByDescending(listing => listing.IsOffered).FirstOrDefault(), answers.Problems);
        });
    }

    public FeedAnswer<byte[]> Package(string id, string version, CancellationToken cancellation)
    {
        var parsed = NuGetVersion.Parse(version);
        return First(Ask(id, (feed, token) => feed.Package(id, parsed, token), cancellation));
    }

    public PackageSignature Signature(byte[] package, CancellationToken cancellation) => SignatureReader.Read(package, cancellation);

    private static FeedAnswer<T> First<T>(Answers<T> answers)
        where T : class => answers.Values.Count > 0
            ? new FeedAnswer<T>(answers.Values[0].Value, answers.Problems) { From = answers.Values[0].Feed }
            : new FeedAnswer<T>(null, answers.Problems);

    // All feeds at once, each within its own time; the answers in the order of the configuration.
    private Answers<T> Ask<T>(string id, Func<IFeed, CancellationToken, Task<T?>> question, CancellationToken cancellation)
        where T : class
    {
        var asked = Mapped(id);
        if (asked.Count == 0)
        {
            var reason = _feeds.Count == 0 ? "names no feed that is switched on" : $"maps no feed to '{id}' (packageSourceMapping)";
            return new Answers<T>([], [new FeedProblem("nuget.config", reason)]);
        }

        var outcomes = Task.Run(() => Task.WhenAll(asked.Select(feed => Ask(feed, question, cancellation)))).GetAwaiter().GetResult();
        cancellation.ThrowIfCancellationRequested();
        return new Answers<T>(
            [.. outcomes.Where(outcome => outcome.Value is not null).Select(outcome => (outcome.Feed, outcome.Value!))],
            [.. outcomes.Select(outcome => outcome.Problem).OfType<FeedProblem>()]);
    }

    private async Task<(string Feed, T? Value, FeedProblem? Problem)> Ask<T>(IFeed feed, Func<IFeed, CancellationToken, Task<T?>> question, CancellationToken cancellation)
        where T : class
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(TimeSpan.FromTicks(_limits.TimeOut.Ticks * _limits.Tries));
        try
        {
            return (feed.Name, await Within(question(feed, limit.Token), limit.Token).ConfigureAwait(false), null);
        }
#pragma warning disable CA1031 // Whatever a feed or its client does, it is a problem of that feed and stops no other.
        catch (Exception error)
#pragma warning restore CA1031
        {
            return (feed.Name, null, new FeedProblem(feed.Name, FeedFailure.Reason(error, _limits)));
        }
    }

    // The client looks at the token in most places, not in all: what comes too late is left behind.
    private static async Task<T> Within<T>(Task<T> work, CancellationToken limit)
    {
        var stop = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
        using (limit.Register(() => stop.TrySetResult(true)))
        {
            if (await Task.WhenAny(work, stop.Task).ConfigureAwait(false) != work)
            {
                _ = work.ContinueWith(late => late.Exception, CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted, TaskScheduler.Default);
                throw new OperationCanceledException(limit);
            }
        }

        return await work.ConfigureAwait(false);
    }

    private IReadOnlyList<IFeed> Mapped(string id)
    {
        if (!_mapping.IsEnabled)
        {
            return _feeds;
        }

        var names = _mapping.GetConfiguredPackageSources(id);
        return [.. _feeds.Where(feed => names.Contains(feed.SourceName, StringComparer.OrdinalIgnoreCase))];
    }

    private sealed record Answers<T>(IReadOnlyList<(string Feed, T Value)> Values, IReadOnlyList<FeedProblem> Problems);
}
