using AiToolPolicy.Engine.Json;
using AiToolPolicy.Engine.Policies;
using AiToolPolicy.Engine.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace AiToolPolicy.Analyzers;

/// <summary>What the last build has written down for the analyzer, which knows no day, no disk and no feed.</summary>
/// <param name="Text">Of the file; null without one.</param>
/// <param name="Root">The repository's root folder; null where no build has said.</param>
internal sealed record ResolvedInputs(SourceText? Text, PolicyPhase Phase, string? Root)
{
    /// <summary>Files of exemptions, and MSBuild files that hold some.</summary>
    public IReadOnlyList<SourceFile> Exemptions { get; private init; } = [];

    private IReadOnlyList<(LayerText Layer, IReadOnlyList<int> Above)> Written { get; init; } = [];

    // { "since": "2026-07-10", "root": "../../../..", "layers": [ … ], "exemptions": [ … ] }; the root as seen from the file's own folder.
    public static ResolvedInputs Read(AdditionalText? file, CancellationToken cancellation)
    {
        if (file?.GetText(cancellation) is not { } text
            || JsonReader.Read(new SourceFile(file.Path, text.ToString()), JsonOptions.Relaxed).Root is not JsonObject root)
        {
            return new ResolvedInputs(null, PolicyPhase.Unknown, null);
        }

        var phase = Day.TryParse((root["since"] as JsonString)?.Value, out var since) ? new PolicyPhase(since) : PolicyPhase.Unknown;
        return new ResolvedInputs(text, phase, (root["root"] as JsonString)?.Value is { } way ? RepositoryPaths.Combine(file.Path, way) : null)
        {
            Written = [.. (root["layers"] as JsonArray)?.Items.OfType<JsonObject>().Select(ReadLayer) ?? []],
            Exemptions = [.. (root["exemptions"] as JsonArray)?.Items.OfType<JsonObject>().Select(ReadFile) ?? []],
        };
    }

    /// <summary>The layers of the policy: its own text as it stands in the editor, the others as the build saw them.</summary>
    public PolicyLayers Layers(SourceFile policy) => Written.Count == 0
        ? PolicyLayers.Collect([new LayerText(policy.Path, policy)], [])
        : PolicyLayers.Restore(
            [.. Written.Select(written => written.Layer.Identity == policy.Path ? new LayerText(policy.Path, policy) : written.Layer)],
            [.. Written.Select(written => written.Above)]);

    private static SourceFile ReadFile(JsonObject node) => new((node["path"] as JsonString)?.Value ?? "", (node["text"] as JsonString)?.Value ?? "");

    private static (LayerText Layer, IReadOnlyList<int> Above) ReadLayer(JsonObject node)
    {
        var path = (node["path"] as JsonString)?.Value ?? "";
        var above = ((node["above"] as JsonString)?.Value ?? "").Split([' '], StringSplitOptions.RemoveEmptyEntries);
        return (
            new LayerText(path, new SourceFile(path, (node["text"] as JsonString)?.Value ?? "")),
            [.. above.Select(index => int.TryParse(index, out var place) ? place : -1)]);
    }
}
