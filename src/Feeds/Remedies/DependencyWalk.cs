using AiToolPolicy.Engine.Inspection.Dependencies;
using AiToolPolicy.Engine.Text;
using NuGet.Versioning;

namespace AiToolPolicy.Feeds.Remedies;

/// <summary>
/// Resolves what a reference brings in by NuGet's rules: the lowest version that a range allows, the nearest one along a path, the highest among
/// cousins, dependencies of the group nearest to the target framework, stable versions unless a range names a prerelease.
/// </summary>
/// <param name="framework">A target framework's short name.</param>
/// <param name="elsewhere">Ids of the project's other direct references: nearer than anything here, and their own business.</param>
public sealed class DependencyWalk(IPackageFeeds feeds, string framework, IReadOnlyCollection<string> elsewhere, CancellationToken cancellation)
{
    /// <summary>Whether nobody needs to know more once this package is reached; then the walk ends there.</summary>
    public Func<string, bool> EndsAt { get; init; } = _ => false;

    // A version that is raised brings other dependencies, which may raise others; real graphs settle in three or four rounds.
    private const int MostRounds = 16;
    private const int MostPackages = 2000;

    /// <param name="version">In its normal form.</param>
    public Closure From(string id, string version)
    {
        try
        {
            var settled = new Dictionary<string, NuGetVersion>(StringComparer.OrdinalIgnoreCase) { [id] = NuGetVersion.Parse(version) };
            for (var round = 0; round < MostRounds; round++)
            {
                var reached = Round(id, settled);
                if (reached.Count == settled.Count && reached.All(package => settled.TryGetValue(package.Key, out var before) && before == package.Value))
                {
                    return new Closure(Graph(id, settled));
                }

                settled = reached;
            }

            return new Closure(null, $"The dependencies of {PlainText.Safe(id)} {version} do not settle.");
        }
        catch (UnresolvedException unresolved)
        {
            return new Closure(null, unresolved.Message, unresolved.IsFinal);
        }
        catch (EndReachedException end)
        {
            return new Closure(null) { EndedAt = end.Message };
        }
    }

    // One pass from the reference downwards with the versions of the last one: every package that is reached, and the highest version asked of it.
    private Dictionary<string, NuGetVersion> Round(string root, Dictionary<string, NuGetVersion> settled)
    {
        var reached = new Dictionary<string, NuGetVersion>(StringComparer.OrdinalIgnoreCase) { [root] = settled[root] };
        var visits = new Visits();
        visits.Add(root, new HashSet<string>([.. elsewhere, root], StringComparer.OrdinalIgnoreCase));
        while (visits.Next() is var (id, nearer))
        {
            cancellation.ThrowIfCancellationRequested();
            var dependencies = DependenciesOf(id, Higher(settled, reached, id));
            var nearerBelow = new HashSet<string>(nearer.Concat(dependencies.Select(dependency => dependency.Id)), StringComparer.OrdinalIgnoreCase);
            foreach (var dependency in dependencies.Where(dependency => !nearer.Contains(dependency.Id)))
            {
                if (EndsAt(dependency.Id))
                {
                    throw new EndReachedException(dependency.Id);
                }

                var wanted = Lowest(dependency);
                reached[dependency.Id] = reached.TryGetValue(dependency.Id, out var other) && other > wanted ? other : wanted;
                visits.Add(dependency.Id, nearerBelow);
            }

            if (reached.Count > MostPackages)
            {
                throw new UnresolvedException($"{PlainText.Safe(root)} brings in more than {MostPackages} packages.", isFinal: false);
            }
        }

        return reached;
    }

    private static NuGetVersion Higher(Dictionary<string, NuGetVersion> settled, Dictionary<string, NuGetVersion> reached, string id) =>
        settled.TryGetValue(id, out var before) && before > reached[id] ? before : reached[id];

    private PackageGraph Graph(string root, Dictionary<string, NuGetVersion> settled)
    {
        var graph = new PackageGraph();
        foreach (var package in settled.OrderBy(package => package.Key, StringComparer.OrdinalIgnoreCase))
        {
            var dependencies = DependenciesOf(package.Key, package.Value).Select(dependency => dependency.Id).Where(settled.ContainsKey);
            graph.Add(new PackageVersion(package.Key, package.Value.ToNormalizedString()), [.. dependencies]);
        }

        return graph;
    }

    private IReadOnlyList<PackageDependency> DependenciesOf(string id, NuGetVersion version)
    {
        var answer = feeds.Dependencies(id, version.ToNormalizedString(), framework, cancellation);
        if (answer.Value is { } dependencies)
        {
            return dependencies;
        }

        var shown = $"{PlainText.Safe(id)} {version.ToNormalizedString()}";
        var isListed = answer.Problems.Count == 0 && (feeds.Versions(id, cancellation).Value ?? []).Contains(version.ToNormalizedString(), StringComparer.OrdinalIgnoreCase);
        throw isListed ? new UnresolvedException($"A feed lists {shown} and gives neither its manifest nor the package.", isFinal: false) : Unresolved(answer.Problems, $"No feed has {shown}.");
    }

    // Mostly the lowest version that is allowed is there; only where it is not must all be listed.
    private NuGetVersion Lowest(PackageDependency dependency)
    {
        var range = VersionRange.Parse(dependency.Range);
        if (range is { IsMinInclusive: true, MinVersion: { } lowest } && feeds.Dependencies(dependency.Id, lowest.ToNormalizedString(), framework, cancellation).Value is not null)
        {
            return lowest;
        }

        var answer = feeds.Versions(dependency.Id, cancellation);
        return range.FindBestMatch((answer.Value ?? []).Select(NuGetVersion.Parse))
            ?? throw Unresolved(answer.Problems, $"No feed has {PlainText.Safe(dependency.Id)} {PlainText.Safe(dependency.Range)}.");
    }

    private static UnresolvedException Unresolved(IReadOnlyList<FeedProblem> problems, string otherwise) => problems.Count > 0
        ? new UnresolvedException($"Not every feed could be asked: {string.Join("; ", problems)}.", isFinal: false)
        : new UnresolvedException(otherwise, isFinal: true);

    private sealed class EndReachedException(string id) : Exception(id);

    // Where to go on, and what stands nearer to the project on the way there. A package is visited again only where less stands nearer than before.
    private sealed class Visits
    {
        private readonly Queue<(string Id, HashSet<string> Nearer)> _waiting = new();
        private readonly Dictionary<string, HashSet<string>> _seen = new(StringComparer.OrdinalIgnoreCase);

        public void Add(string id, HashSet<string> nearer)
        {
            if (_seen.TryGetValue(id, out var before) && before.IsSubsetOf(nearer))
            {
                return;
            }

            var common = new HashSet<string>(nearer, StringComparer.OrdinalIgnoreCase);
            if (before is not null)
            {
                common.IntersectWith(before);
            }

            _seen[id] = common;
            _waiting.Enqueue((id, nearer));
        }

        public (string Id, HashSet<string> Nearer)? Next() => _waiting.Count > 0 ? _waiting.Dequeue() : null;
    }
}
