using AiToolPolicy.Engine.Catalog;
using AiToolPolicy.Engine.Findings;
using AiToolPolicy.Engine.Policies;

namespace AiToolPolicy.Files;

/// <summary>The texts of the policy that holds at a place, read and not yet understood.</summary>
/// <param name="Layers">Every layer that could be read; perhaps none.</param>
/// <param name="Findings">Files that are there, or were named, and could not be read.</param>
public sealed record FoundPolicy(PolicyLayers Layers, IReadOnlyList<Finding> Findings)
{
    /// <summary>The locked policy, as findings show it, in whose place another one was named; null where none was.</summary>
    public string? InPlaceOf { get; init; }

    /// <summary>False when there is no policy at all, right or wrong.</summary>
    public bool Exists => Layers.Texts.Count + Findings.Count > 0;

    /// <summary>False when the known catalog certainly holds every tool that the policy can speak of.</summary>
    public bool MayDefineTools => Findings.Count > 0 || Layers.MayDefineTools;

    public LoadedPolicy Load(ToolCatalog catalog)
    {
        if (Layers.Texts.Count == 0)
        {
            return new LoadedPolicy(null, catalog, Findings);
        }

        var loaded = PolicyFile.Load(Layers, catalog);
        return loaded with { Findings = FindingOrder.Sort(loaded.Findings.Concat(Findings)) };
    }
}
