namespace AiToolPolicy.Engine.Inspection.Dependencies;

/// <summary>
/// The resolved packages of one target framework or lock file and what each depends on. A package stands under a key: its id where an id
/// occurs once, else whatever the lock file tells its versions apart by.
/// </summary>
/// <param name="comparer">How keys compare; by default without case.</param>
public sealed class PackageGraph(StringComparer? comparer = null)
{
    /// <summary>The key of the project itself, where a graph has it: it depends on the direct references and is no part of a path.</summary>
    public const string Root = "";

    private readonly StringComparer _comparer = comparer ?? StringComparer.OrdinalIgnoreCase;
    private readonly Dictionary<string, Node> _nodes = new(comparer ?? StringComparer.OrdinalIgnoreCase);

    /// <summary>The packages, in the order of the file.</summary>
    public IEnumerable<PackageVersion> Packages => _nodes.Values.Select(node => node.Package).OfType<PackageVersion>();

    public void Add(PackageVersion package, IReadOnlyList<string> dependencies) => Add(package.Id, package, dependencies);

    /// <param name="dependencies">Keys; those that no package stands under are passed over.</param>
    public void Add(string key, PackageVersion package, IReadOnlyList<string> dependencies) => _nodes[key] = new Node(package, dependencies);

    public void AddRoot(IReadOnlyList<string> dependencies) => _nodes[Root] = new Node(null, dependencies);

    public string? VersionOf(string id) => _nodes.TryGetValue(id, out var node) ? node.Package?.Version : null;

    /// <summary>
    /// The shortest chain of packages from <paramref name="from"/> to <paramref name="to"/>, both included, the first in ordinal order among equals;
    /// null when there is none that avoids the packages with an id in <paramref name="avoiding"/>; <paramref name="to"/> itself need not be avoided.
    /// </summary>
    public IReadOnlyList<PackageVersion>? ShortestPath(string from, string to, IReadOnlyCollection<string> avoiding)
    {
        var before = new Dictionary<string, string>(_comparer);
        var queue = new Queue<string>();
        if (!_nodes.ContainsKey(from) || IsAvoided(from, avoiding))
        {
            return null;
        }

        queue.Enqueue(from);
        before[from] = from;
        while (queue.Count > 0)
        {
            var key = queue.Dequeue();
            if (_comparer.Equals(key, to))
            {
                return Trace(before, from, key);
            }

            foreach (var next in _nodes[key].Dependencies.OrderBy(d => d, StringComparer.OrdinalIgnoreCase))
            {
                if (_nodes.ContainsKey(next) && !before.ContainsKey(next) && (!IsAvoided(next, avoiding) || _comparer.Equals(next, to)))
                {
                    before[next] = key;
                    queue.Enqueue(next);
                }
            }
        }

        return null;
    }

    private List<PackageVersion> Trace(Dictionary<string, string> before, string from, string to)
    {
        var path = new List<PackageVersion>();
        for (var key = to; ; key = before[key])
        {
            if (_nodes[key].Package is { } package)
            {
                path.Add(package);
            }

            if (_comparer.Equals(key, from))
            {
                path.Reverse();
                return path;
            }
        }
    }

    private bool IsAvoided(string key, IReadOnlyCollection<string> avoiding) =>
        _nodes[key].Package is { } package && avoiding.Contains(package.Id, StringComparer.OrdinalIgnoreCase);

    private sealed record Node(PackageVersion? Package, IReadOnlyList<string> Dependencies);
}

public sealed record PackageVersion(string Id, string Version)
{
    public override string ToString() => $"{Id} {Version}";
}

/// <summary>How a package came in behind a direct reference.</summary>
/// <param name="Direct">Key of the direct reference, or <see cref="PackageGraph.Root"/> for all of them.</param>
/// <param name="Package">Key of the package.</param>
public sealed record TransitivePath(PackageGraph Graph, string Direct, string Package)
{
    /// <summary>The shortest chain that leads through none of <paramref name="wrappers"/>; null when every chain does.</summary>
    public IReadOnlyList<PackageVersion>? Shortest(IReadOnlyCollection<string> wrappers) => Graph.ShortestPath(Direct, Package, wrappers);
}
