using System.Collections.Concurrent;
using AiToolPolicy.Engine.Findings;
using AiToolPolicy.Engine.Json;
using AiToolPolicy.Engine.Policies;
using AiToolPolicy.Engine.Text;

namespace AiToolPolicy.Feeds.Packages;

/// <summary>Finds the layers that a policy names as <c>package:Id@range</c>.</summary>
/// <param name="lockFile">The versions that the repository has pinned.</param>
public sealed class PackageLayers(PolicyPackages packages, PolicyLockFile lockFile) : ILayerSource
{
    private readonly ConcurrentDictionary<string, LockedPackage> _found = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>What the references that were resolved gave, as a lock file keeps it.</summary>
    public IReadOnlyList<LockedPackage> Found => [.. _found.Values.OrderBy(package => package.Id, StringComparer.OrdinalIgnoreCase).ThenBy(package => package.Range, StringComparer.Ordinal)];

    public LayerResolution? Resolve(LayerReference reference, LayerText from)
    {
        if (reference.Scheme != PackageName.Scheme)
        {
            return null;
        }

        if (PackageName.Parse(reference.Text, out var problem) is not { } name)
        {
            return LayerResolution.Invalid(problem!);
        }

        var problems = new List<JsonProblem>();
        var trust = reference.Trust is { } block ? PackageTrust.Read(block, name, problems) : PackageTrust.Nobody;
        return problems.Count > 0
            ? new LayerResolution(null, [.. problems.Select(wrong => new LayerProblem(Rules.PolicyInvalid, Severity.Error, wrong.Message))])
            : Find(name, trust);
    }

    private LayerResolution Find(PackageName name, PackageTrust trust)
    {
        if (lockFile.Problem is { } broken)
        {
            return LayerResolution.Missing(broken);
        }

        var locked = lockFile.Lock?.Find(name);
        if (lockFile.Lock is not null && locked is null)
        {
            return LayerResolution.Missing($"{PolicyLock.FileName} has no entry for {PlainText.Safe(name.ToString())}: 'ai-tool-policy policy update' writes one.");
        }

        var outcome = packages.Get(name, trust, locked);
        if (outcome.Package is { } good)
        {
            _found[name.ToString()] = new LockedPackage(good.Id, name.RangeText, good.Version, good.Sha512);
        }

        return outcome.Package is { } package
            ? new LayerResolution(Layer(package), outcome.Problem is { } told ? [new LayerProblem(Rules.PolicyMissing, Severity.Warning, told)] : [])
            : LayerResolution.Missing(outcome.Problem!);
    }

    private static LayerText Layer(PolicyPackage package) =>
        new($"{PackageName.Scheme}:{package.Id.ToLowerInvariant()}/{package.Version}", new SourceFile($"{package.Id}@{package.Version}/{PolicyFile.Name}", package.Text))
        {
            Origin = $"package {package.Id} {package.Version}, SHA-512 {package.Sha512}",
            IsFetched = true,
        };
}
