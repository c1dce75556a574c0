namespace AiToolPolicy.Engine.Inspection.Dependencies;

/// <summary>The resolved packages of one target framework and what each depends on. Ids compare without case.</summary>
public sealed class PackageGraph
{
    private readonly Dictionary<string, Node> _nodes = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The packages, in the order of the file.</summary>
    public IEnumerable<PackageVersion> Packages => _nodes.Values.Select(node => node.Package);

    public void Add(PackageVersion package, IReadOnlyList<string> dependencies) => _nodes[package.Id] = new Node(package, dependencies);

    public string? VersionOf(string id) => _nodes.TryGetValue(id, out var node) ? node.Package.Version : null;

    /// <summary>
    /// The shortest chain of packages from <paramref name="from"/> to <paramref name="to"/>, both included, the first in ordinal order among equals;
    /// null when there is none that avoids the packages named in <paramref name="avoiding"/>; <paramref name="to"/> itself need not be avoided.
    /// </summary>
    public IReadOnlyList<PackageVersion>? ShortestPath(string from, string to, IReadOnlyCollection<string> avoiding)
    {
        var before = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        var queue = new Queue<string>();
        if (!_nodes.ContainsKey(from) || Contains(avoiding, from))
        {
            return null;
        }

        queue.Enqueue(from);
        before[from] = from;
        while (queue.Count > 0)
        {
            var id = queue.Dequeue();
            if (IsSame(id, to))
            {
                return Trace(before, from, id);
            }

            foreach (var next in _nodes[id].Dependencies.OrderBy(d => d, StringComparer.OrdinalIgnoreCase))
            {
                if (_nodes.ContainsKey(next) && !before.ContainsKey(next) && (!Contains(avoiding, next) || IsSame(next, to)))
                {
                    before[next] = id;
                    queue.Enqueue(next);
                }
            }
        }

        return null;
    }

    private List<PackageVersion> Trace(Dictionary<string, string> before, string from, string to)
    {
        var path = new List<PackageVersion>();
        for (var id = to; ; id = before[id])
        {
            path.Insert(0, _nodes[id].Package);
            if (IsSame(id, from))
            {
                return path;
            }
        }
    }

    private static bool IsSame(string id, string other) => string.Equals(id, other, StringComparison.OrdinalIgnoreCase);

    private static bool Contains(IReadOnlyCollection<string> ids, string id) => ids.Contains(id, StringComparer.OrdinalIgnoreCase);

    private sealed record Node(PackageVersion Package, IReadOnlyList<string> Dependencies);
}

public sealed record PackageVersion(string Id, string Version)
{
    public override string ToString() => $"{Id} {Version}";
}

/// <summary>How a package came in behind a direct reference.</summary>
/// <param name="Direct">Id of the direct reference.</param>
public sealed record TransitivePath(PackageGraph Graph, string Direct, string Package)
{
    /// <summary>The shortest chain that leads through none of <paramref name="wrappers"/>; null when every chain does.</summary>
    public IReadOnlyList<PackageVersion>? Shortest(IReadOnlyCollection<string> wrappers) => Graph.ShortestPath(Direct, Package, wrappers);
}
