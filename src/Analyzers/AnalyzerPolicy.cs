using System.Runtime.CompilerServices;
using AiToolPolicy.Engine.Catalog;
using AiToolPolicy.Engine.Json;
using AiToolPolicy.Engine.Policies;
using AiToolPolicy.Engine.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace AiToolPolicy.Analyzers;

/// <summary>The policy of a compilation, and what the last build knew of the day.</summary>
internal sealed class AnalyzerPolicy(LoadedPolicy loaded, Policy policy, PolicyPhase phase, RepositoryPaths paths)
{
    private static readonly ConditionalWeakTable<SourceText, StrongBox<(string Path, LoadedPolicy Policy)>> Parsed = new();

    public Policy Policy => policy;

    /// <summary>The same with its catalog, as the engine loaded it.</summary>
    public LoadedPolicy Loaded => loaded;

    public ToolCatalog Catalog => loaded.Catalog;

    public PolicyPhase Phase => phase;

    public RepositoryPaths Paths => paths;

    /// <returns>Null where there is no policy, or none that can be read: the build reports that.</returns>
    public static AnalyzerPolicy? Load(AnalyzerInputs inputs, CancellationToken cancellation)
    {
        if (inputs.Policy?.GetText(cancellation) is not { } text)
        {
            return null;
        }

        var (phase, root) = ReadResolved(inputs.Resolved, cancellation);
        var paths = new RepositoryPaths(root ?? RepositoryPaths.Combine(inputs.Policy.Path, "."));
        var loaded = Parse(text, paths.Relative(inputs.Policy.Path));
        return loaded.Policy is null ? null : new AnalyzerPolicy(loaded, loaded.Policy, phase, paths);
    }

    private static LoadedPolicy Parse(SourceText text, string path)
    {
        if (Parsed.TryGetValue(text, out var known) && known.Value.Path == path)
        {
            return known.Value.Policy;
        }

        var loaded = PolicyFile.Load(new SourceFile(path, text.ToString()), CompiledCatalog.Embedded);
        Parsed.Remove(text);
        return Parsed.GetValue(text, _ => new StrongBox<(string, LoadedPolicy)>((path, loaded))).Value.Policy;
    }

    // { "since": "2026-07-10", "root": "../../../.." }, written by the build; the root as seen from the file's own folder.
    private static (PolicyPhase Phase, string? Root) ReadResolved(AdditionalText? file, CancellationToken cancellation)
    {
        if (file?.GetText(cancellation) is not { } text
            || JsonReader.Read(new SourceFile(file.Path, text.ToString()), JsonOptions.Relaxed).Root is not JsonObject root)
        {
            return (PolicyPhase.Unknown, null);
        }

        var phase = Day.TryParse((root["since"] as JsonString)?.Value, out var since) ? new PolicyPhase(since) : PolicyPhase.Unknown;
        return (phase, (root["root"] as JsonString)?.Value is { } way ? RepositoryPaths.Combine(file.Path, way) : null);
    }
}
