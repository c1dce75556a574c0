using AiToolPolicy.Engine.Exemptions;
using AiToolPolicy.Engine.Findings;
using AiToolPolicy.Engine.Policies;
using AiToolPolicy.Engine.Text;

namespace AiToolPolicy.Tool.Exemptions;

/// <summary>Says at once what is wrong with one answer, as the validator of every exemption would say it of the whole record.</summary>
internal sealed class AnswerCheck(LoadedPolicy policy, Day today)
{
    private const string Consequence = " Until that is mended it exempts nothing.";

    public string? Tool(string answer) => Fault(answer, static (record, value) => record with { Tool = value });

    public string? Justification(string answer) => Fault(answer, static (record, value) => record with { Justification = value });

    public string? Owner(string answer) => Fault(answer, static (record, value) => record with { Owner = value });

    public string? Expires(string answer) => Fault(answer, static (record, value) => record with { Expires = value });

    public string? Ticket(string answer) => Fault(answer, static (record, value) => record with { Ticket = value });

    public string? ApprovedBy(string answer) => Fault(answer, static (record, value) => record with { ApprovedBy = value });

    // Of a malformed record nothing is said to be missing, so that the rest may still be to come.
    private string? Fault(string answer, Func<ExemptionDocument, Placed<string>, ExemptionDocument> with)
    {
        var place = Location.StartOf("");
        var written = with(new ExemptionDocument(place) { IsMalformed = true }, new Placed<string>(answer, place));
        var findings = new List<Finding>();
        new ExemptionValidator(policy.Policy!, policy.Catalog, today, findings).Validate(written);
        return findings.FirstOrDefault(finding => finding.Severity >= Severity.Warning && !IsOfApproval(finding, written)) is { } fault ? Plain(fault.Message) : null;
    }

    // That nobody has approved it is a fault of the record, not of another answer.
    private static bool IsOfApproval(Finding finding, ExemptionDocument written) => written.ApprovedBy is null && finding.Rule == Rules.ExemptionNotPermitted && written.Expires is null;

    private static string Plain(string message)
    {
        var text = message.Replace(Consequence, "", StringComparison.Ordinal);
        return text.StartsWith("Exemption of ", StringComparison.Ordinal) && text.IndexOf(": ", StringComparison.Ordinal) is var at and > 0 ? text[(at + 2)..] : text;
    }
}
