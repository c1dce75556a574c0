using AiToolPolicy.Engine.Catalog;
using AiToolPolicy.Engine.Findings;
using AiToolPolicy.Engine.Policies;
using AiToolPolicy.Engine.Text;

namespace AiToolPolicy.Engine.Exemptions;

/// <summary>
/// Turns exemptions as written into exemptions that hold on a day, and says of every other one why it exempts nothing. There is one validator
/// for all that carries an exemption.
/// </summary>
/// <param name="findings">Collects what is wrong, and what will soon end.</param>
public sealed class ExemptionValidator(Policy policy, ToolCatalog catalog, Day asOf, List<Finding> findings)
{
    private readonly HashSet<string> _known = new(StringComparer.Ordinal);

    /// <returns>Null where the record exempts nothing; every mistake in it is then a finding.</returns>
    public Exemption? Validate(ExemptionDocument written)
    {
        var report = new ExemptionReport(written, policy, findings);
        var target = new ExemptionTarget(catalog, report).Read(written);
        var fields = new ExemptionTerms(policy.Exemptions, asOf, report).Read(written, target);
        ReportRepetition(written, target, report);
        if (written.IsMalformed || report.HasMistakes)
        {
            return null;
        }

        if (fields.Expires is { } last && asOf.DaysUntil(last) is var days && days <= policy.Exemptions.NoticeDays)
        {
            report.ExpiresSoon(fields, days);
        }

        return fields;
    }

    // What one record gives and the next one takes back is nobody's decision; the first one that holds counts, and one that is void says nothing.
    private void ReportRepetition(ExemptionDocument written, Exemption target, ExemptionReport report)
    {
        if (written.IsMalformed || report.HasMistakes)
        {
            return;
        }

        var key = string.Join("\n", [
            target.Tool, target.Rule, target.Surface?.ToString(), target.Evidence, target.Fingerprint,
            .. (target.Paths ?? []).Select(path => path.Pattern).OrderBy(path => path, StringComparer.Ordinal),
            target.Scope.Folder, target.Scope.File, target.Scope.Reference, target.Scope.OwnFilesOnly.ToString(), written.Location.Path,
        ]);
        if (!_known.Add(key))
        {
            report.Invalid("The same thing is exempted before in this file: keep one of the two.", written.Location);
        }
    }
}
