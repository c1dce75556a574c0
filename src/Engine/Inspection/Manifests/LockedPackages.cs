using AiToolPolicy.Engine.Catalog;
using AiToolPolicy.Engine.Inspection.Dependencies;
using AiToolPolicy.Engine.Text;

namespace AiToolPolicy.Engine.Inspection.Manifests;

/// <summary>
/// The packages of one lock file, told apart by a key, and which needs which. Each AI package is one evidence: a direct reference, or one behind
/// others with the path that leads to it. Where the file does not tell the direct ones, those that nothing needs are taken for it.
/// </summary>
public sealed class LockedPackages(SignatureKind kind, LockScope scope)
{
    private readonly List<Package> _packages = [];
    private readonly HashSet<string> _direct = new(StringComparer.Ordinal);
    private bool _namesDirect;

    /// <param name="dependencies">Keys of the packages it needs; those that are in no package of the file are passed over.</param>
    public void Add(string key, string name, string? version, Location location, IReadOnlyList<string> dependencies) =>
        _packages.Add(new Package(key, name, version ?? "", location, dependencies));

    /// <summary>Says that the project itself, or one of its workspaces, asks for these.</summary>
    public void AddDirect(IEnumerable<string> keys)
    {
        _namesDirect = true;
        _direct.UnionWith(keys);
    }

    public void Report(InspectionContext context)
    {
        var known = _packages.Where(p => context.Catalog.Knows(kind, p.Name)).ToList();
        if (known.Count == 0)
        {
            return;
        }

        var graph = new PackageGraph(StringComparer.Ordinal);
        foreach (var package in _packages)
        {
            graph.Add(package.Key, new PackageVersion(package.Name, package.Version), package.Dependencies);
        }

        var direct = _namesDirect ? _direct : UnneededByOthers();
        graph.AddRoot([.. direct]);
        foreach (var package in known)
        {
            Add(context, package, graph, direct.Contains(package.Key));
        }
    }

    private void Add(InspectionContext context, Package package, PackageGraph graph, bool isDirect)
    {
        var reached = !isDirect && graph.ShortestPath(PackageGraph.Root, package.Key, []) is not null;
        context.Find(kind, package.Name, package.Version.Length == 0 ? null : package.Version, signature =>
            new Evidence(signature, Surface.Manifest, Strength.Dependency, ManifestEvidence.What(kind, package.Name, null), PackageNames.Canonical(kind, package.Name), package.Location)
            {
                IsResolved = true,
                Origin = reached ? null : "locked",
                Through = reached ? new TransitivePath(graph, PackageGraph.Root, package.Key) : null,
                LockOf = scope,
            });
    }

    private HashSet<string> UnneededByOthers()
    {
        var unneeded = new HashSet<string>(_packages.Select(p => p.Key), StringComparer.Ordinal);
        foreach (var package in _packages)
        {
            unneeded.ExceptWith(package.Dependencies.Where(d => d != package.Key));
        }

        return unneeded;
    }

    private sealed record Package(string Key, string Name, string Version, Location Location, IReadOnlyList<string> Dependencies);
}
