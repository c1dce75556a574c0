using AiToolPolicy.Engine.Catalog;
using AiToolPolicy.Engine.Policies;
using AiToolPolicy.Engine.Text;
using AiToolPolicy.Files;
using Microsoft.Build.Framework;

namespace AiToolPolicy.Build;

/// <summary>What this node and build already know of a policy file. Reading a policy costs a fresh node far more than looking at a project.</summary>
internal sealed class PolicyCache(string? named, string? nearest, string root, PolicySources sources)
{
    private readonly object _gate = new();
    private LoadedPolicy? _policy;
    private FoundPolicy? _found;

    /// <summary>The policy of a project.</summary>
    public static PolicyCache For(IBuildEngine4 engine, ProjectPlace inputs) => For(engine, inputs.ProjectFolder, inputs);

    /// <summary>The policy of the repository that a project lies in.</summary>
    public static PolicyCache OfRepository(IBuildEngine4 engine, ProjectPlace inputs) => For(engine, inputs.Root, inputs);

    /// <summary>The policy that holds in a folder.</summary>
    public static PolicyCache For(IBuildEngine4 engine, string folder, ProjectPlace inputs)
    {
        var nearest = PolicyLocator.Nearest(folder);
        var layers = inputs.Layers;
        return NodeMemory.Of(
            engine,
            (typeof(PolicyCache).FullName, inputs.Named, nearest, inputs.Root, string.Join("|", layers)),
            () => new PolicyCache(inputs.Named, nearest, inputs.Root, BuildFeeds.Sources(engine, inputs.Root, layers, inputs.Cache)));
    }

    /// <summary>The policy file, absolute; null when there is none.</summary>
    public string? Path => named ?? nearest;

    /// <summary>The nearest policy file, absolute, whatever is named; null when there is none.</summary>
    public string? Nearest => nearest;

    /// <summary>The locked policy in whose place another one was named; see <see cref="FoundPolicy.InPlaceOf"/>.</summary>
    public string? InPlaceOf => named is null ? null : Found().InPlaceOf;

    /// <summary>False when the check is switched off and the policy lets it be.</summary>
    public bool IsWanted(string? enabled) => !IsSwitchedOff(enabled) || (Load().Policy?.Locked ?? false);

    public static bool IsSwitchedOff(string? enabled) => string.Equals(enabled, "false", StringComparison.OrdinalIgnoreCase);

    /// <summary>The tools to look for.</summary>
    public ToolCatalog Catalog => MayDefineTools ? Load().Catalog : CompiledCatalog.Embedded;

    /// <summary>False when the embedded catalog certainly knows every tool that the policy can speak of.</summary>
    public bool MayDefineTools => !IsNone && Found().MayDefineTools;

    /// <summary>The texts of all layers.</summary>
    public PolicyLayers Layers => Found().Layers;

    /// <summary>The phase of the policy that a build is made in; null without a policy that can be read.</summary>
    /// <param name="asOf">The day to judge by instead of today; a locked policy allows no earlier one.</param>
    /// <param name="exemptions">What exempts from it.</param>
    public PolicyPhase? Phase(Day today, Day? asOf, IReadOnlyList<SourceFile> exemptions)
    {
        if (IsNone || Layers.Texts.Count == 0)
        {
            return null;
        }

        return Layers.Phase(DayToJudgeBy(today, asOf), [.. exemptions.Select(file => file.Text)]);
    }

    /// <summary>The as-of date, or today where there is none or where a locked policy refuses an earlier day.</summary>
    public Day DayToJudgeBy(Day today, Day? asOf)
    {
        var isRefused = asOf < today && (Load().Policy?.Locked ?? false);
        return isRefused ? today : asOf ?? today;
    }

    public LoadedPolicy Load()
    {
        lock (_gate)
        {
            return _policy ??= Found().Load(CompiledCatalog.Embedded);
        }
    }

    /// <summary>As <see cref="LoadedPolicy.Digest"/>, without loading the policy.</summary>
    public string? Digest => IsNone || Layers.Texts.Count == 0 ? null : Layers.Digest;

    /// <summary>What stands for the policy in a note to a later build; empty where a file of it could not be read.</summary>
    public string State => IsNone ? "none" : Found().Findings.Count > 0 ? "" : Digest ?? "";

    // Neither a file nor a package says anything.
    private bool IsNone => Path is null && sources.Above.Count == 0;

    private FoundPolicy Found()
    {
        lock (_gate)
        {
            return _found ??= PolicyLocator.Holding(named, System.IO.Path.GetDirectoryName(nearest) ?? root, root, static () => CompiledCatalog.Embedded, sources);
        }
    }
}
