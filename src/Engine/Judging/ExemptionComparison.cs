using AiToolPolicy.Engine.Policies;
using AiToolPolicy.Engine.Text;

namespace AiToolPolicy.Engine.Judging;

/// <summary>What two policies ask of exemptions.</summary>
internal static class ExemptionComparison
{
    public static IEnumerable<PolicyChange> Of(Policy old, Policy fresh)
    {
        var (was, now) = (old.Exemptions, fresh.Exemptions);
        PolicyChange? Number(string key, int? before, int? after, bool isLoosening) => before == after ? null
            : Change(key, $"{Shown(before)} → {Shown(after)}", isLoosening);
        PolicyChange Change(string key, string what, bool isLoosening) => new(isLoosening, $"'exemptions.{key}': {PlainText.Safe(what)}", old.Location, fresh.Location);

        return new[]
        {
            Number("maxDays", was.MaxDays, now.MaxDays, now.MaxDays is null || now.MaxDays > was.MaxDays),
            Number("minJustification", was.MinJustification, now.MinJustification, now.MinJustification < was.MinJustification),
            Number("noticeDays", was.NoticeDays, now.NoticeDays, now.NoticeDays < was.NoticeDays),
        }.OfType<PolicyChange>()
            .Concat(was.Require.Except(now.Require).Select(field => Change("require", $"{field} is required no more", true)))
            .Concat(now.Require.Except(was.Require).Select(field => Change("require", $"{field} is required", false)))
            .Concat(was.TicketPatterns.Except(now.TicketPatterns).Select(pattern => Change("ticketPattern", $"a ticket need not match {pattern} any more", true)))
            .Concat(now.TicketPatterns.Except(was.TicketPatterns).Select(pattern => Change("ticketPattern", $"a ticket must match {pattern}", false)))
            .Concat(Approvers(was.Approvers, now.Approvers).Select(change => Change("approvers", change.What, change.IsLoosening)));
    }

    private static IEnumerable<(string What, bool IsLoosening)> Approvers(IReadOnlyList<string>? was, IReadOnlyList<string>? now) => (was, now) switch
    {
        (null, null) => [],
        (not null, null) => [("nobody need approve any more", true)],
        (null, not null) => [($"one of {string.Join(", ", now)} must approve", false)],
        _ => now!.Except(was!, StringComparer.OrdinalIgnoreCase).Select(name => ($"{name} may approve", true))
            .Concat(was!.Except(now!, StringComparer.OrdinalIgnoreCase).Select(name => ($"{name} may approve no more", false))),
    };

    private static string Shown(int? number) => number is { } value ? $"{value}" : "no limit";
}
