using AiToolPolicy.Engine.Text;

namespace AiToolPolicy.Engine.Policies;

/// <summary>What a lower layer asks of an exemption less than one above it does.</summary>
internal static class ExemptionRelaxations
{
    public static IEnumerable<Relaxation> Of(LayerPair pair)
    {
        if (pair.Written.Exemptions is not { } low)
        {
            return [];
        }

        var high = pair.High.Exemptions;
        Location Place(string key) => low.Node?[key]?.Location ?? pair.Low.Location;
        Relaxation? Number(string key, int? here, int? above, bool isRelaxed) => isRelaxed
            ? Relaxed(key, $"{here} here and {above} in {pair.High.Title} above it: {above} holds")
            : null;
        Relaxation Relaxed(string key, string what) => new(Place(key), $"'exemptions.{key}' is {what}.", pair.High.Location);

        return new[]
        {
            Number("maxDays", low.MaxDays, high.MaxDays, low.MaxDays > high.MaxDays),
            Number("minJustification", low.MinJustification, high.MinJustification, low.MinJustification < high.MinJustification),
            Number("noticeDays", low.NoticeDays, high.NoticeDays, low.NoticeDays < high.NoticeDays),
            low.Require is { } require && Lacking(high.Require, require) is { Count: > 0 } lacking
                ? Relaxed("require", $"without {string.Join(", ", lacking)}, which {pair.High.Title} above it requires: it stays required")
                : null,
            low.TicketPattern is { } pattern && high.TicketPatterns.Count > 0 && !high.TicketPatterns.Contains(pattern.Value)
                ? Relaxed("ticketPattern", $"another one than {PlainText.Safe(high.TicketPatterns[0])} in {pair.High.Title} above it: a ticket must match that one, too")
                : null,
        }.OfType<Relaxation>().Concat(Approvers(low, pair));
    }

    private static List<string> Lacking(IReadOnlyList<string> above, IReadOnlyList<Placed<string>> here) => [.. above.Except(here.Select(field => field.Value))];

    private static IEnumerable<Relaxation> Approvers(ExemptionRulesDocument low, LayerPair pair) => pair.High.Exemptions.Approvers is not { } fixedOnes
        ? []
        : low.Approvers
            .Where(approver => !fixedOnes.Contains(approver.Value, StringComparer.OrdinalIgnoreCase))
            .Select(approver => new Relaxation(
                approver.Location,
                $"'{PlainText.Safe(approver.Value)}' is no approver in {pair.High.Title} above it, and becomes none here.",
                pair.High.Location));
}
