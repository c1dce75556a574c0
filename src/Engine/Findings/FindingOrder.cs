namespace AiToolPolicy.Engine.Findings;

/// <summary>The one order of findings in every report: by place, then by rule, then by text.</summary>
public static class FindingOrder
{
    /// <summary>Sorted, and each finding of equal place, rule and text only once.</summary>
    public static IReadOnlyList<Finding> Sort(IEnumerable<Finding> findings)
    {
        var all = findings.ToList();
        return all.Count < 2 ? all :
        [
            .. all
                .GroupBy(f => (f.Location, f.Rule.Id, f.Severity, f.Message))
                .Select(same => same.First())
                .OrderBy(f => f.Location.Path, StringComparer.Ordinal)
                .ThenBy(f => f.Location.Line)
                .ThenBy(f => f.Location.Column)
                .ThenBy(f => f.Rule.Id, StringComparer.Ordinal)
                .ThenBy(f => f.Message, StringComparer.Ordinal),
        ];
    }
}
