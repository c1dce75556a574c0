using AiToolPolicy.Engine;
using AiToolPolicy.Engine.Catalog;
using AiToolPolicy.Engine.Edits;
using AiToolPolicy.Engine.Inspection;
using AiToolPolicy.Engine.Inspection.Dependencies;
using AiToolPolicy.Engine.Judging;
using AiToolPolicy.Engine.Policies;
using AiToolPolicy.Engine.Text;
using AiToolPolicy.Feeds;
using AiToolPolicy.Feeds.Remedies;
using AiToolPolicy.Files;

namespace AiToolPolicy.Tool.Remedies;

/// <summary>Looks for a way out of every restricted package: another version of what brings it in, or what stands in its place.</summary>
internal sealed class RemedySearch(Workspace workspace, IPackageFeeds feeds, Day asOf, CancellationToken cancellation)
{
    private const int MostNamed = 3;

    private readonly Dictionary<string, Remedy> _known = new(StringComparer.OrdinalIgnoreCase);

    /// <param name="wanted">Which verdicts are to be looked after.</param>
    public IReadOnlyList<Advice> Run(Func<Verdict, bool> wanted) =>
        [.. Projects().SelectMany(project => Advise(project, wanted)).DistinctBy(advice => advice.Render())];

    /// <summary>What the policy says of each AI package of each project, of what a restore resolved or of what the feeds say would be.</summary>
    public IReadOnlyList<(ProjectPackages Project, Verdict Verdict)> Verdicts() =>
        [.. Projects().SelectMany(project => VerdictsOf(project, []).Select(verdict => (project, verdict)))];

    private IReadOnlyList<ProjectPackages> Projects()
    {
        var files = workspace.Repository.Files;
        var checkedPaths = workspace.Files.Select(file => file.Path).ToHashSet(StringComparer.Ordinal);
        return [.. ProjectPackages.Of(files, RestoredGraphs.Of(workspace.Root, files)).Where(project => checkedPaths.Contains(project.Project.Path))];
    }

    private List<Advice> Advise(ProjectPackages project, Func<Verdict, bool> wanted)
    {
        var advice = new List<Advice>();
        var restrictions = VerdictsOf(project, advice).Where(verdict => verdict.IsRestriction && wanted(verdict));
        foreach (var same in restrictions.GroupBy(verdict => verdict.Evidence.Through?.Direct ?? verdict.Evidence.Seen, StringComparer.OrdinalIgnoreCase))
        {
            var own = same.Where(verdict => verdict.Evidence.Through is null).ToList();
            advice.Add(own.Count > 0 ? Instead(own[0], PolicyOf(project)) : Nearest(project, same.Key, [.. same]));
        }

        return advice;
    }

    private IEnumerable<Verdict> VerdictsOf(ProjectPackages project, List<Advice> advice)
    {
        if (project.Assets is { } assets)
        {
            var policy = PolicyOf(project);
            var context = new InspectionContext(policy.Catalog, project.Sites, new CentralVersions(project.Sources));
            new AssetsFileInspector().Inspect(assets, context);
            var judge = new Judge(policy.Policy, asOf);
            return SecondSigns.Settle(context.Evidence, context.Waiting).Select(judge.Decide);
        }

        return project.Direct.SelectMany(reference => OfFeeds(project, reference.Id, reference.Version, advice));
    }

    // Nothing was restored: what would be, the feeds tell.
    private List<Verdict> OfFeeds(ProjectPackages project, string id, string? version, List<Advice> advice)
    {
        var place = project.Sites.Find(id) ?? Location.StartOf(project.Project.Path);
        var missing = version is null ? "its version is not written as one" : project.Frameworks.Count == 0 ? "the project's target framework is not written in it" : null;
        if (missing is not null)
        {
            advice.Add(new Advice(place, $"What {PlainText.Safe(id)} brings in cannot be told, as {missing}: restore the project first."));
            return [];
        }

        var verdicts = new List<Verdict>();
        foreach (var framework in project.Frameworks)
        {
            var closure = new DependencyWalk(feeds, framework, Others(project, id), cancellation).From(id, version!);
            if (closure.Graph is null)
            {
                advice.Add(new Advice(place, $"What {PlainText.Safe(id)} {version} brings in could not be told. {closure.Problem}"));
                break;
            }

            verdicts.AddRange(GraphCheck.Run(PolicyOf(project), closure.Graph, [id], place, asOf));
        }

        return verdicts;
    }

    private LoadedPolicy PolicyOf(ProjectPackages project) => workspace.PolicyFor(project.Project.Path);

    private Advice Instead(Verdict verdict, LoadedPolicy policy)
    {
        var finding = FindingBuilder.Build(verdict, policy.Policy, asOf);
        var counterparts = finding is null ? [] : Counterparts.Of(finding, policy, asOf);
        var instead = verdict.Rule?.UseInstead is { Count: > 0 } tools ? $" Use instead: {string.Join(", ", tools)}." : " The policy names nothing instead.";
        var packages = counterparts.Count > 0 ? $" As a package: {string.Join(", ", counterparts.Select(id => PlainText.Safe(id)))}." : "";
        return new Advice(verdict.Evidence.Location, $"{verdict.Evidence.What} is restricted itself, whatever its version brings in.{instead}{packages}");
    }

    private Advice Nearest(ProjectPackages project, string id, List<Verdict> restricted)
    {
        var place = restricted[0].Evidence.Location;
        var brought = restricted.Select(verdict => PlainText.Safe($"{verdict.Evidence.Seen} {verdict.Evidence.Version}")).Distinct().ToList();
        var named = string.Join(", ", brought.Take(MostNamed)) + (brought.Count > MostNamed ? $" and {brought.Count - MostNamed} more" : "");
        if (project.Direct.FirstOrDefault(direct => string.Equals(direct.Id, id, StringComparison.OrdinalIgnoreCase)) is not { Version: { } version })
        {
            return new Advice(place, $"{PlainText.Safe(id)} brings in {named}, and its own version cannot be told.");
        }

        var remedy = Find(new DirectReference(id, version, project.Frameworks, Others(project, id)), place, PolicyOf(project));
        var head = $"{PlainText.Safe(id)} {version} brings in {named}, which the policy restricts.";
        var examined = remedy.Examined == 1 ? "1 other version was examined" : $"{remedy.Examined} other versions were examined";
        var withdrawn = remedy.Withdrawn is null ? "" : $" {remedy.Withdrawn} is free of it too, and was withdrawn by its owner (unlisted).";
        return remedy.Version is { } free
            ? new Advice(place, $"{head} The nearest version that brings in nothing restricted is {free}.{withdrawn}", VersionChange.Of(project.Texts, id, free))
            : new Advice(place, remedy.Problem is null
                ? $"{head} No other version is free of it: {examined}.{withdrawn.Replace(" too,", ",", StringComparison.Ordinal)}"
                : $"{head} Whether another version is free of it could not be told; {examined}. {remedy.Problem}");
    }

    private Remedy Find(DirectReference reference, Location site, LoadedPolicy policy)
    {
        var key = string.Join("|", [policy.Digest, reference.Id, reference.Version, .. reference.Frameworks, "", .. reference.Others]);
        if (!_known.TryGetValue(key, out var remedy))
        {
            bool IsRestricted(PackageGraph graph, string direct) => GraphCheck.Run(policy, graph, [direct], site, asOf).Any(verdict => verdict.IsRestriction);
            _known[key] = remedy = new NearestVersion(feeds, IsRestricted, cancellation) { IsAlwaysRestricted = id => IsAlwaysRestricted(reference.Id, id, policy, IsRestricted) }.Find(reference);
        }

        return remedy;
    }

    // Where nothing in the policy or the catalog depends on a version or on a way, one look at any version is enough.
    private static bool IsAlwaysRestricted(string direct, string id, LoadedPolicy loaded, Func<PackageGraph, string, bool> isRestricted)
    {
        var signatures = loaded.Catalog.Find(SignatureKind.Nuget, id);
        if (signatures.Count == 0 || signatures.Any(signature => signature.Versions is not null)
            || loaded.Policy is not { } policy || policy.Rules.Any(rule => rule.Versions is not null || rule.AllowedThrough.Count > 0))
        {
            return false;
        }

        var graph = new PackageGraph();
        graph.Add(new PackageVersion(direct, ""), [id]);
        graph.Add(new PackageVersion(id, ""), []);
        return isRestricted(graph, direct);
    }

    private static List<string> Others(ProjectPackages project, string id) =>
        [.. project.Direct.Select(direct => direct.Id).Where(other => !string.Equals(other, id, StringComparison.OrdinalIgnoreCase))];
}
