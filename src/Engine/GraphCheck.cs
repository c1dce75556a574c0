using AiToolPolicy.Engine.Inspection;
using AiToolPolicy.Engine.Inspection.Dependencies;
using AiToolPolicy.Engine.Judging;
using AiToolPolicy.Engine.Policies;
using AiToolPolicy.Engine.Text;

namespace AiToolPolicy.Engine;

/// <summary>The door for graphs of NuGet packages that no file holds: what a reference would bring in.</summary>
public static class GraphCheck
{
    /// <summary>One verdict for each AI package and each direct reference that is it or brings it in, as a build would decide of the resolved graph.</summary>
    /// <param name="direct">Ids of the project's own references.</param>
    /// <param name="site">Where the references are written.</param>
    public static IReadOnlyList<Verdict> Run(LoadedPolicy policy, PackageGraph graph, IReadOnlyCollection<string> direct, Location site, Day asOf)
    {
        var context = new InspectionContext(policy.Catalog, ReferenceSites.None, new CentralVersions([]));
        ResolvedPackages.Inspect(graph, direct, (_, _) => site, context);
        var judge = new Judge(policy.Policy, asOf);
        return [.. SecondSigns.Settle(context.Evidence, context.Waiting).Select(judge.Decide)];
    }
}
