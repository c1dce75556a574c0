using System.Text.RegularExpressions;
using AiToolPolicy.Engine.Policies;
using AiToolPolicy.Engine.Text;

namespace AiToolPolicy.Engine.Exemptions;

/// <summary>Checks on what terms an exemption is given: why, by whom and until when.</summary>
internal sealed class ExemptionTerms(ExemptionRules rules, Day asOf, ExemptionReport report)
{
    // A value that the reader could not take has been reported already, and is not missing.
    private bool _mayBeMissing = true;

    private static readonly TimeSpan PatternTimeout = TimeSpan.FromMilliseconds(250);

    public Exemption Read(ExemptionDocument written, Exemption target)
    {
        _mayBeMissing = !written.IsMalformed;
        CheckJustification(written.Justification);
        CheckName("owner", written.Owner);
        CheckName("approvedBy", written.ApprovedBy);
        CheckTicket(written.Ticket);
        CheckApproval(written.ApprovedBy);
        var created = ReadDay("created", written.Created);
        var expires = ReadDay("expires", written.Expires);
        CheckPeriod(written, created, expires);
        return target with
        {
            Justification = written.Justification?.Value.Trim() ?? "",
            Owner = written.Owner?.Value.Trim(),
            Expires = expires,
            Ticket = written.Ticket?.Value.Trim(),
            ApprovedBy = written.ApprovedBy?.Value.Trim(),
            Created = created,
        };
    }

    private bool Requires(string field) => rules.Require.Contains(field);

    private bool IsThere(string field, Placed<string>? value)
    {
        if (value is not null && !string.IsNullOrWhiteSpace(value.Value))
        {
            return true;
        }

        if (value is not null || (_mayBeMissing && Requires(field)))
        {
            report.Incomplete(value is null ? $"'{field}' is missing." : $"'{field}' is empty.", value?.Location);
        }

        return false;
    }

    private void CheckJustification(Placed<string>? justification)
    {
        if (IsThere("justification", justification) && Wording.JustificationFault(justification!.Value, rules.MinJustification) is { } fault)
        {
            report.Incomplete($"'justification' {fault}.", justification.Location);
        }
    }

    private void CheckName(string field, Placed<string>? name)
    {
        if (IsThere(field, name) && Wording.NameFault(name!.Value) is { } fault)
        {
            report.Incomplete($"'{field}' {fault}.", name.Location);
        }
    }

    private void CheckTicket(Placed<string>? ticket)
    {
        if (!IsThere("ticket", ticket))
        {
            return;
        }

        var fault = Wording.Fault(ticket!.Value, 100)
            ?? (Wording.IsPlaceholder(ticket.Value) ? "names no ticket" : null)
            ?? rules.TicketPatterns.Select(pattern => PatternFault(ticket.Value.Trim(), pattern)).FirstOrDefault(unmet => unmet is not null);
        if (fault is not null)
        {
            report.Incomplete($"'ticket' {fault}.", ticket.Location);
        }
    }

    // A pattern that cannot be decided in time has not been met.
    private static string? PatternFault(string ticket, string pattern)
    {
        try
        {
            return Regex.IsMatch(ticket, pattern, RegexOptions.CultureInvariant, PatternTimeout)
                ? null
                : $"'{PlainText.Safe(ticket)}' does not match the policy's pattern {PlainText.Safe(pattern)}";
        }
        catch (RegexMatchTimeoutException)
        {
            return $"'{PlainText.Safe(ticket)}' could not be matched with the policy's pattern {PlainText.Safe(pattern)} in time";
        }
        catch (ArgumentException)
        {
            return "cannot be checked: the policy's 'ticketPattern' is no regular expression";
        }
    }

    private void CheckApproval(Placed<string>? approvedBy)
    {
        if (rules.Approvers is not { } approvers)
        {
            return;
        }

        if (approvedBy is null || string.IsNullOrWhiteSpace(approvedBy.Value))
        {
            if (_mayBeMissing && !Requires("approvedBy"))
            {
                report.NotPermitted($"nobody has approved it; 'approvedBy' must name one of {Approvers}.", approvedBy?.Location);
            }
        }
        else if (!approvers.Contains(approvedBy.Value.Trim(), StringComparer.OrdinalIgnoreCase))
        {
            report.NotPermitted($"'{PlainText.Safe(approvedBy.Value)}' may not approve it.{Nearest.Hint(approvedBy.Value, approvers)} Approvers: {Approvers}.", approvedBy.Location);
        }
    }

    private string Approvers => rules.Approvers is { Count: > 0 } some
        ? string.Join(", ", some.Select(name => PlainText.Safe(name)))
        : "(nobody: the policy's layers have no approver in common)";

    private Day? ReadDay(string field, Placed<string>? text)
    {
        if (field == "expires" && text is null && _mayBeMissing && rules.MaxDays is { } days && !Requires(field))
        {
            report.Incomplete($"'expires' is missing; the policy permits {days} days at most.", null);
        }

        if (!IsThere(field, text))
        {
            return null;
        }

        if (Day.TryParse(text!.Value.Trim(), out var day))
        {
            return day;
        }

        report.Incomplete($"'{field}' is '{PlainText.Safe(text.Value)}', which is no day; write the UTC day as yyyy-MM-dd, such as 2026-12-31.", text.Location);
        return null;
    }

    // Whatever 'created' says, no text ever holds for longer than the limit: it may only begin the period earlier than today, and without it
    // the period that lies ahead is what counts.
    private void CheckPeriod(ExemptionDocument written, Day? created, Day? expires)
    {
        if (created > asOf)
        {
            report.NotPermitted($"'created' is {created}, a day that has not come yet ({asOf} is judged by).", written.Created!.Location);
        }

        if (expires is not { } last)
        {
            return;
        }

        if (last < asOf)
        {
            report.Expired(last, asOf, written.Expires!.Location);
        }

        if (created > last)
        {
            report.Incomplete($"it expires on {last}, before it was created on {created}.", written.Expires!.Location);
        }

        var first = created is { } day && day < asOf ? day : asOf;
        var longest = rules.MaxDays ?? ExemptionRules.LongestPeriod;
        if (last >= asOf && first.DaysUntil(last) is var days && days > longest)
        {
            var limit = rules.MaxDays is null ? $"{ExemptionRules.LongestPeriod} days are the most there is" : $"the policy permits {longest}";
            report.NotPermitted($"it is to hold for {days} days, from {first} to {last}; {limit}.", written.Expires!.Location);
        }
    }
}
