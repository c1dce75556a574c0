using AiToolPolicy.Engine.Inspection.Dependencies;
using NuGet.Versioning;

namespace AiToolPolicy.Feeds.Remedies;

/// <summary>Finds the nearest version of a reference that brings in nothing restricted: upwards first, then downwards.</summary>
/// <param name="isRestricted">Whether a graph, resolved from the one direct reference named, holds anything restricted.</param>
public sealed class NearestVersion(IPackageFeeds feeds, Func<PackageGraph, string, bool> isRestricted, CancellationToken cancellation)
{
    /// <summary>Whether a package is restricted whatever its version and whatever brings it in; nothing more is asked then, which saves most requests.</summary>
    public Func<string, bool> IsAlwaysRestricted { get; init; } = _ => false;

    public Remedy Find(DirectReference reference)
    {
        var answer = feeds.Versions(reference.Id, cancellation);
        if (answer.Value is null)
        {
            return new Remedy(null, 0, $"Its versions could not be asked: {string.Join("; ", answer.Problems)}.");
        }

        var examined = 0;
        string? withdrawn = null;
        string? problem = answer.Problems.Count == 0 ? null : $"Not every feed could be asked: {string.Join("; ", answer.Problems)}.";
        foreach (var version in Candidates(answer.Value, NuGetVersion.Parse(reference.Version)))
        {
            var closures = reference.Frameworks.Select(framework => Walk(reference, framework).From(reference.Id, version)).ToList();
            if (closures.Find(closure => closure is { Graph: null, IsUnrestorable: false, EndedAt: null })?.Problem is { } unknown)
            {
                // What cannot be told of this version cannot be told of the next: a feed is down, or the requests are used up.
                return new Remedy(null, examined, unknown);
            }

            examined++;
            if (!closures.TrueForAll(closure => closure.Graph is not null && !isRestricted(closure.Graph, reference.Id)))
            {
                continue;
            }

            var listing = feeds.Listing(reference.Id, version, cancellation);
            if (listing.Value is { IsOffered: true } || listing is { Value: null, Problems.Count: 0 })
            {
                return new Remedy(version, examined, null, withdrawn);
            }

            if (listing.Value is null || listing.Problems.Count > 0)
            {
                return new Remedy(null, examined, $"Whether {version}, which is free of it, was withdrawn could not be asked: {string.Join("; ", listing.Problems)}.");
            }

            withdrawn ??= version;
        }

        return new Remedy(null, examined, problem, withdrawn);
    }

    // A project on a stable version is not sent to a prerelease.
    private static IEnumerable<string> Candidates(IEnumerable<string> versions, NuGetVersion current)
    {
        var others = versions.Select(NuGetVersion.Parse)
            .Where(version => version != current && (!version.IsPrerelease || current.IsPrerelease))
            .OrderBy(version => version, VersionComparer.Default)
            .ToList();
        return others.Where(version => version > current).Concat(others.Where(version => version < current).Reverse()).Select(version => version.ToNormalizedString());
    }

    private DependencyWalk Walk(DirectReference reference, string framework) => new(feeds, framework, reference.Others, cancellation) { EndsAt = IsAlwaysRestricted };
}
