using System.Collections.Concurrent;
using AiToolPolicy.Engine.Text;
using AiToolPolicy.Feeds.Archives;
using NuGet.Versioning;

namespace AiToolPolicy.Feeds.Packages;

/// <summary>
/// Finds policy packages. One version that is in the cache asks no feed. A range asks which versions there are, so that a new version of a policy
/// takes effect; where no feed answers, the last good copy does, and that is told.
/// </summary>
/// <param name="feeds">Opened only when a feed must be asked.</param>
public sealed class PolicyPackages(Func<IPackageFeeds> feeds, PackageCache cache, CancellationToken cancellation = default)
{
    private readonly Lazy<IPackageFeeds> _feeds = new(feeds);
    private readonly ConcurrentDictionary<string, Lazy<PackageOutcome>> _known = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The package, checked against what is trusted. Asked again, it answers the same.</summary>
    /// <param name="locked">The version that a lock file names; null without one.</param>
    public PackageOutcome Get(PackageName name, PackageTrust trust, LockedPackage? locked = null)
    {
        var key = string.Join("|", [name.ToString(), trust.Sha512, locked?.Version, locked?.Sha512, .. trust.Authors, "", .. trust.Repositories]);
        return _known.GetOrAdd(key, _ => new Lazy<PackageOutcome>(() => Look(name, trust, locked))).Value;
    }

    private PackageOutcome Look(PackageName name, PackageTrust trust, LockedPackage? locked)
    {
        if (locked is not null)
        {
            return trust.Sha512 is { } trusted && trusted != locked.Sha512
                ? PackageOutcome.Failed($"{Title(name, locked.Version)} is locked with another SHA-512 than the one that is trusted.")
                : One(name, locked.Version, trust with { Sha512 = locked.Sha512 });
        }

        return name.Exact is { } exact ? One(name, exact, trust) : Newest(name, trust);
    }

    private PackageOutcome One(PackageName name, string version, PackageTrust trust)
    {
        if (cache.Find(name.Id, version, trust.Sha512) is { } kept && Check(name, version, trust, kept) is { Package: not null } good)
        {
            return good;
        }

        var answer = _feeds.Value.Package(name.Id, version, cancellation);
        if (answer.Value is not { } bytes)
        {
            return PackageOutcome.Failed(answer.Problems.Count > 0
                ? $"{Title(name, version)} is not in the cache and could not be fetched: {Told(answer.Problems)}."
                : $"No feed has version {version} of package '{name.Id}'.");
        }

        var outcome = Check(name, version, trust, bytes);
        if (outcome.Package is not null)
        {
            cache.Add(name.Id, version, bytes);
        }

        return outcome with { From = answer.From };
    }

    private PackageOutcome Newest(PackageName name, PackageTrust trust)
    {
        var answer = _feeds.Value.Versions(name.Id, cancellation);
        if (answer.Value is not { } versions)
        {
            return LastGood(name, trust, $"Which versions of package '{name.Id}' there are could not be asked: {Told(answer.Problems)}.");
        }

        if (name.Highest(versions) is not { } version)
        {
            var there = versions.Count == 0 ? "no feed has it" : $"the feeds have {versions[0]} to {versions[versions.Count - 1]}";
            var asked = answer.Problems.Count == 0 ? "" : $", and {Told(answer.Problems)}";
            return PackageOutcome.Failed($"No version of package '{name.Id}' lies in {PlainText.Safe(name.RangeText, 100)}: {there}{asked}.");
        }

        var found = One(name, version, trust);
        if (found.Package is null)
        {
            return found;
        }

        return answer.Problems.Count == 0 ? found : found with { Problem = $"Not every feed answered: {Told(answer.Problems)}. Version {version} of package '{name.Id}' is the highest that the others have." };
    }

    // Only a copy that would pass today counts.
    private PackageOutcome LastGood(PackageName name, PackageTrust trust, string why)
    {
        foreach (var version in cache.Versions(name.Id).Where(version => name.Highest([version]) is not null))
        {
            if (cache.Find(name.Id, version, trust.Sha512) is { } bytes && Check(name, version, trust, bytes) is { Package: { } package })
            {
                return new PackageOutcome(package, $"{why} The last good copy is used: version {package.Version}, SHA-512 {package.Sha512}.");
            }
        }

        return PackageOutcome.Failed($"{why} No good copy is in the cache.");
    }

    private PackageOutcome Check(PackageName name, string version, PackageTrust trust, byte[] bytes)
    {
        try
        {
            var package = PolicyPackage.Read(bytes, name.Id, version);
            var signature = new Lazy<PackageSignature>(() => _feeds.Value.Signature(bytes, cancellation));
            return TrustCheck.Refusal(trust, package.Sha512, () => signature.Value) is { } refusal
                ? Refused(name, version, refusal)
                : new PackageOutcome(package, TrustCheck.Remark(trust, () => signature.Value) is { } remark ? $"{Title(name, version)}: {remark}." : null);
        }
        catch (PackageProblemException problem)
        {
            return Refused(name, version, problem.Message);
        }
    }

    private static PackageOutcome Refused(PackageName name, string version, string reason) => PackageOutcome.Failed($"{Title(name, version)} is refused: it {reason}.");

    private static string Title(PackageName name, string version) => $"Package '{name.Id}' {NuGetVersion.Parse(version).ToNormalizedString()}";

    private static string Told(IReadOnlyList<FeedProblem> problems) => string.Join("; ", problems);
}
