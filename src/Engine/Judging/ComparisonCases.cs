using AiToolPolicy.Engine.Catalog;
using AiToolPolicy.Engine.Inspection;
using AiToolPolicy.Engine.Inspection.Dependencies;
using AiToolPolicy.Engine.Policies;
using AiToolPolicy.Engine.Text;

namespace AiToolPolicy.Engine.Judging;

/// <summary>
/// The cases in which two policies may differ: one for each surface, path, version, strength and way in that a rule of either tells apart, and one
/// that none of them names.
/// </summary>
internal sealed class ComparisonCases
{
    private const string Package = "zq-package";

    private readonly List<Case> _cases;

    public ComparisonCases(IReadOnlyCollection<PolicyRule> rules)
    {
        var surfaces = Dimension(rules.Where(rule => rule.Surfaces is not null).SelectMany(rule => rule.Surfaces!).Append(Surface.Package).Append(Surface.AgentFile), rules.Any(rule => rule.Surfaces is not null || rule.Versions is not null), Surface.Package);
        var paths = rules.SelectMany(rule => rule.Paths ?? []).SelectMany(glob => RuleReach.Samples(glob).Take(1)).Append("zq.qz").Distinct().ToList();
        var versions = rules.Select(rule => rule.Versions).OfType<string>().SelectMany(RuleReach.SampleVersions).Cast<string?>().DefaultIfEmpty(null).Distinct().ToList();
        var strengths = Dimension(rules.Select(rule => rule.Strength).Append(Strength.Dependency), rules.Any(rule => rule.Strength != Strength.Instructions), Strength.Dependency);
        var ways = rules.Any(rule => rule.TransitiveEffective is not null || rule.AllowedThrough.Count > 0)
            ? rules.SelectMany(rule => rule.AllowedThrough).Append("zq-direct").Prepend(null).Distinct(StringComparer.OrdinalIgnoreCase).ToList()
            : [null];
        _cases =
        [
            .. from surface in surfaces
               from path in paths
               from version in versions
               from strength in strengths
               from way in ways
               where way is null || surface == Surface.Package
               select new Case(surface, path, version, strength, way),
        ];
    }

    public int Count => _cases.Count;

    public IEnumerable<(Evidence Evidence, Case Case)> Of(RuleSubject subject) => _cases.Select(one => (Make(subject, one), one));

    private static List<T> Dimension<T>(IEnumerable<T> values, bool isTold, T otherwise) => isTold ? [.. values.Distinct()] : [otherwise];

    private static Evidence Make(RuleSubject subject, Case one)
    {
        var signature = subject.Tool is null
            ? Signature.OfUnknown(SignatureKind.McpServer, Package)
            : new Signature(SignatureKind.Nuget, Package, SignatureMatch.Exact, Confidence.High, subject.Tool) { ModelVendor = subject.ModelVendor };
        return new Evidence(signature, subject.Server is null ? one.Surface : Surface.McpServer, one.Strength, Package, Package, Location.StartOf(one.Path))
        {
            Version = one.Version,
            Through = one.Way is { } way ? new TransitivePath(GraphOf(way), way, Package) : null,
            Server = subject.Server is null ? [] : [subject.Server],
        };
    }

    private static PackageGraph GraphOf(string way)
    {
        var graph = new PackageGraph();
        graph.Add(new PackageVersion(way, "1.0.0"), [Package]);
        graph.Add(new PackageVersion(Package, "1.0.0"), []);
        return graph;
    }

    /// <param name="Way">The package that brings it in; null for a direct reference.</param>
    internal sealed record Case(Surface Surface, string Path, string? Version, Strength Strength, string? Way);
}
