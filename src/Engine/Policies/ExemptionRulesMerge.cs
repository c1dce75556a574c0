namespace AiToolPolicy.Engine.Policies;

/// <summary>What an exemption must hold where several layers speak of it: everything that any of them asks for.</summary>
internal static class ExemptionRulesMerge
{
    /// <param name="layers">The lowest first.</param>
    public static ExemptionRules Of(IReadOnlyList<Policy> layers)
    {
        var rules = layers.Select(layer => layer.Exemptions).ToList();
        return rules.Aggregate((low, high) => new ExemptionRules
        {
            MaxDays = low.MaxDays is { } a && high.MaxDays is { } b ? Math.Min(a, b) : low.MaxDays ?? high.MaxDays,
            Require = [.. high.Require.Union(low.Require)],
            MinJustification = Math.Max(low.MinJustification, high.MinJustification),
            TicketPatterns = [.. high.TicketPatterns.Union(low.TicketPatterns)],
            NoticeDays = Math.Max(low.NoticeDays, high.NoticeDays),
            Approvers = high.Approvers is null ? low.Approvers
                : low.Approvers is null ? high.Approvers
                : [.. high.Approvers.Where(approver => low.Approvers.Contains(approver, StringComparer.OrdinalIgnoreCase))],
        });
    }
}
