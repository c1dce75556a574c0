using AiToolPolicy.Engine.Catalog;
using AiToolPolicy.Engine.Text;

namespace AiToolPolicy.Engine.Inspection.Dependencies;

/// <summary>Turns a resolved graph into evidence; shared by the two files that hold one.</summary>
internal static class ResolvedPackages
{
    /// <summary>
    /// One evidence for each AI package that is a direct reference, and one for each direct reference that brings an AI package in.
    /// </summary>
    /// <param name="direct">Ids of the project's own references.</param>
    /// <param name="lockOf">Where the graph is a lock file's: what it locks.</param>
    /// <param name="siteOf">Where evidence for a package is placed, from the direct reference and the package.</param>
    public static void Inspect(PackageGraph graph, IReadOnlyCollection<string> direct, Func<string, string, Location> siteOf, InspectionContext context, LockScope? lockOf = null)
    {
        foreach (var package in graph.Packages.Where(p => context.Catalog.Knows(SignatureKind.Nuget, p.Id)))
        {
            if (direct.Contains(package.Id, StringComparer.OrdinalIgnoreCase))
            {
                Add(context, package, siteOf(package.Id, package.Id), null, lockOf);
                continue;
            }

            foreach (var reference in direct.OrderBy(id => id, StringComparer.OrdinalIgnoreCase).Where(id => graph.ShortestPath(id, package.Id, []) is not null))
            {
                Add(context, package, siteOf(reference, package.Id), new TransitivePath(graph, reference, package.Id), lockOf);
            }
        }
    }

    private static void Add(InspectionContext context, PackageVersion package, Location location, TransitivePath? through, LockScope? lockOf) =>
        context.Find(SignatureKind.Nuget, package.Id, package.Version, signature =>
            new Evidence(signature, Surface.Package, Strength.Dependency, $"Package '{PlainText.Safe(package.Id)}'", package.Id, location)
            {
                IsResolved = true,
                Origin = through is null ? "direct reference" : null,
                Through = through,
                LockOf = lockOf,
            });
}
