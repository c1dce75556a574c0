using System.Collections.Immutable;
using AiToolPolicy.Engine.Edits;
using AiToolPolicy.Engine.Findings;
using AiToolPolicy.Engine.Text;
using Microsoft.CodeAnalysis;
using Place = AiToolPolicy.Engine.Text.Location;

namespace AiToolPolicy.CodeFixes;

/// <summary>What a diagnostic of the analyzer tells of its finding.</summary>
/// <param name="Path">Repository-relative.</param>
/// <param name="Counterparts">What may stand in its place, the most likely first.</param>
internal sealed record Mendable(string? Tool, string Surface, string Seen, string Path, IReadOnlyList<string> Counterparts, Place Place)
{
    /// <summary>The rules whose findings may be mended or exempted.</summary>
    public static ImmutableArray<string> Ids { get; } = [.. Rules.All.Where(rule => rule.Category == RuleCategory.Restriction).Select(rule => rule.Id)];

    public EditTarget Target => new(Place, Seen);

    /// <summary>What was found, as a title shows it.</summary>
    public string Shown => PlainText.Safe(Seen, 60);

    /// <returns>Null for a diagnostic of another make.</returns>
    public static Mendable? Of(Diagnostic diagnostic)
    {
        var facts = diagnostic.Properties;
        if (!facts.TryGetValue(FindingProperties.Seen, out var seen) || !facts.TryGetValue(FindingProperties.Path, out var path) || seen is null || path is null)
        {
            return null;
        }

        _ = facts.TryGetValue(FindingProperties.Tool, out var tool);
        _ = facts.TryGetValue(FindingProperties.Surface, out var surface);
        _ = facts.TryGetValue(FindingProperties.Counterparts, out var counterparts);
        var (start, end) = (diagnostic.Location.GetLineSpan().StartLinePosition, diagnostic.Location.GetLineSpan().EndLinePosition);
        return new Mendable(
            tool,
            surface ?? "",
            seen,
            path,
            counterparts?.Split([FindingProperties.Separator], StringSplitOptions.RemoveEmptyEntries) ?? [],
            new Place(path, start.Line + 1, start.Character + 1, end.Line + 1, end.Character + 1));
    }
}
