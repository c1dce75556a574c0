using AiToolPolicy.Engine.Text;

namespace AiToolPolicy.Engine.Findings;

/// <summary>One thing to report.</summary>
/// <param name="Message">The whole text, already safe to print.</param>
/// <param name="Location">Where the offence stands.</param>
public sealed record Finding(Rule Rule, Severity Severity, string Message, Location Location)
{
    /// <summary>Other places that belong to it: the policy line that decided, further uses. Each with a few words on what it is.</summary>
    public IReadOnlyList<RelatedLocation> Related { get; init; } = [];

    /// <summary>What was found, or null where the finding is about the policy or the check.</summary>
    public FindingSubject? Subject { get; init; }

    /// <summary>Ids of the tools that the policy names instead.</summary>
    public IReadOnlyList<string> UseInstead { get; init; } = [];

    /// <summary>Identity by content (rule, tool, surface, what was found, path), never by line, so that it survives a moved line.</summary>
    public string Fingerprint => Subject is null
        ? string.Join("|", Rule.Id, Location.Path, Message)
        : FingerprintOf(Rule, Subject, Location);

    /// <summary>The <see cref="Fingerprint"/> of what was found.</summary>
    public static string FingerprintOf(Rule rule, FindingSubject subject, Location location) =>
        string.Join("|", rule.Id, subject.Tool, subject.Surface, subject.Seen, location.Path);

    /// <summary>The exemption that covers it; null for a finding that counts.</summary>
    public ExemptionNote? Exemption { get; init; }

    /// <summary>False where the policy's rule permits no exemption.</summary>
    public bool IsExemptable { get; init; } = true;

    /// <summary>An exempted finding for a log that knows no suppressions: what was found, and why it does not count.</summary>
    public Finding AsNotice() => Exemption is null ? this : this with { Severity = Severity.Notice, Message = $"{Message} · {Exemption}" };

    /// <summary>The page to read: the policy's own for this rule, or the product's.</summary>
    public string HelpLink { get; init; } = Rule.HelpLink;
}

/// <summary>What a report says of the exemption of a finding.</summary>
/// <param name="Location">The record.</param>
/// <param name="IsInSource">True when it stands beside what it exempts; false for a file of exemptions.</param>
/// <param name="Expires">The last day on which it holds.</param>
public sealed record ExemptionNote(Location Location, bool IsInSource, string Justification, string? Owner, Day? Expires, string? Ticket, string? ApprovedBy)
{
    /// <summary>Until when, by whom and why, in one line that is safe to print.</summary>
    public override string ToString()
    {
        var until = Expires is { } last ? $" until {last}" : "";
        var by = Owner is null ? "" : $" by {Owner}";
        var ticket = Ticket is null ? "" : $" ({Ticket})";
        var approved = ApprovedBy is null ? "" : $", approved by {ApprovedBy}";
        return PlainText.Safe($"exempted{until}{by}{ticket}{approved}: {Justification}", 1500);
    }
}

/// <summary>A further place of a finding.</summary>
public sealed record RelatedLocation(Location Location, string Description);

/// <summary>The facts of a finding as plain words, for machine-readable reports.</summary>
/// <param name="Tool">Tool id of the catalog, or null for a thing in no catalog.</param>
/// <param name="Seen">What was seen: a package id, a path, a host name …</param>
public sealed record FindingSubject(string? Tool, string? Vendor, string Surface, string Strength, string Seen, string? Version);
