using AiToolPolicy.Engine.Catalog;
using AiToolPolicy.Engine.Findings;

namespace AiToolPolicy.Tool.Reports;

/// <summary>All findings on one tool, whatever surface it shows itself on.</summary>
/// <param name="Severity">The highest of its findings.</param>
/// <param name="Surfaces">Strongest evidence first.</param>
internal sealed record ToolGroup(string Id, string? Vendor, Severity Severity, int Findings, IReadOnlyList<SurfaceGroup> Surfaces)
{
    /// <summary>The tools of a report: what is most severe first, then what has the strongest evidence, then by id.</summary>
    public static IReadOnlyList<ToolGroup> Of(IEnumerable<Finding> findings) =>
    [
        .. findings.Where(f => f.Subject?.Tool is not null)
            .GroupBy(f => f.Subject!.Tool!, StringComparer.Ordinal)
            .Select(Of)
            .OrderByDescending(tool => tool.Severity)
            .ThenByDescending(tool => tool.Surfaces[0].Strength)
            .ThenBy(tool => tool.Id, StringComparer.Ordinal),
    ];

    private static ToolGroup Of(IGrouping<string, Finding> tool)
    {
        var surfaces = tool.GroupBy(f => f.Subject!.Surface, StringComparer.Ordinal).Select(SurfaceGroup.Of);
        return new ToolGroup(
            tool.Key,
            tool.First().Subject!.Vendor,
            tool.Max(f => f.Severity),
            tool.Count(),
            [.. surfaces.OrderByDescending(s => s.Strength).ThenBy(s => s.Surface, StringComparer.Ordinal)]);
    }
}

/// <summary>What one tool shows on one surface.</summary>
/// <param name="Strength">Of the strongest evidence there.</param>
/// <param name="Seen">The different things that were seen, in ordinal order.</param>
internal sealed record SurfaceGroup(string Surface, Strength Strength, int Findings, IReadOnlyList<string> Seen)
{
    public static SurfaceGroup Of(IGrouping<string, Finding> surface) => new(
        surface.Key,
        surface.Max(f => Words<Strength>.TryParse(f.Subject!.Strength, out var strength) ? strength : Strength.Mention),
        surface.Count(),
        [.. surface.Select(f => f.Subject!.Seen).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)]);
}
