using System.Runtime.CompilerServices;
using AiToolPolicy.Engine;
using AiToolPolicy.Engine.Catalog;
using AiToolPolicy.Engine.Judging;
using AiToolPolicy.Engine.Policies;
using AiToolPolicy.Engine.Text;
using Microsoft.CodeAnalysis.Text;

namespace AiToolPolicy.Analyzers;

/// <summary>The policy of a compilation, and what the last build knew of the day.</summary>
internal sealed class AnalyzerPolicy(LoadedPolicy loaded, Policy policy, PolicyPhase phase, RepositoryPaths paths, IReadOnlyList<SourceFile> exemptionFiles)
{
    private static readonly ConditionalWeakTable<SourceText, StrongBox<(string Path, SourceText? Layers, LoadedPolicy Policy)>> Parsed = new();

    public Policy Policy => policy;

    /// <summary>The same with its catalog, as the engine loaded it.</summary>
    public LoadedPolicy Loaded => loaded;

    public ToolCatalog Catalog => loaded.Catalog;

    public PolicyPhase Phase => phase;

    public RepositoryPaths Paths => paths;

    /// <summary>What exempts something in this project, as the last build saw it.</summary>
    public IReadOnlyList<SourceFile> ExemptionFiles => exemptionFiles;

    /// <summary>The exemptions that hold in the phase.</summary>
    public ExemptionSet Exemptions { get; } = EvidenceCheck.Exemptions(loaded, exemptionFiles, phase);

    /// <returns>Null where there is no policy, or none that can be read: the build reports that.</returns>
    public static AnalyzerPolicy? Load(AnalyzerInputs inputs, CancellationToken cancellation)
    {
        if (inputs.Policy?.GetText(cancellation) is not { } text)
        {
            return null;
        }

        var resolved = ResolvedInputs.Read(inputs.Resolved, cancellation);
        var paths = new RepositoryPaths(resolved.Root ?? RepositoryPaths.Combine(inputs.Policy.Path, "."));
        var loaded = Parse(text, paths.Relative(inputs.Policy.Path), resolved);
        return loaded.Policy is null ? null : new AnalyzerPolicy(loaded, loaded.Policy, resolved.Phase, paths, resolved.Exemptions);
    }

    private static LoadedPolicy Parse(SourceText text, string path, ResolvedInputs resolved)
    {
        if (Parsed.TryGetValue(text, out var known) && known.Value.Path == path && known.Value.Layers == resolved.Text)
        {
            return known.Value.Policy;
        }

        var loaded = PolicyFile.Load(resolved.Layers(new SourceFile(path, text.ToString())), CompiledCatalog.Embedded);
        Parsed.Remove(text);
        return Parsed.GetValue(text, _ => new StrongBox<(string, SourceText?, LoadedPolicy)>((path, resolved.Text, loaded))).Value.Policy;
    }
}
