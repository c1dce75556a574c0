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
        : string.Join("|", Rule.Id, Subject.Tool, Subject.Surface, Subject.Seen, Location.Path);

    /// <summary>The page to read: the policy's own for this rule, or the product's.</summary>
    public string HelpLink { get; init; } = Rule.HelpLink;
}

/// <summary>A further place of a finding.</summary>
public sealed record RelatedLocation(Location Location, string Description);

/// <summary>The facts of a finding as plain words, for machine-readable reports.</summary>
/// <param name="Tool">Tool id of the catalog, or null for a thing in no catalog.</param>
/// <param name="Seen">What was seen: a package id, a path, a host name …</param>
public sealed record FindingSubject(string? Tool, string? Vendor, string Surface, string Strength, string Seen, string? Version);
