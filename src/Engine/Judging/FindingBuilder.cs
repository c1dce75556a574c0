using AiToolPolicy.Engine.Catalog;
using AiToolPolicy.Engine.Exemptions;
using AiToolPolicy.Engine.Findings;
using AiToolPolicy.Engine.Inspection;
using AiToolPolicy.Engine.Policies;
using AiToolPolicy.Engine.Text;

namespace AiToolPolicy.Engine.Judging;

/// <summary>Makes the finding of a verdict.</summary>
public static class FindingBuilder
{
    /// <param name="asOf">The day that messages count from; null where the host knows none, and dates stand alone.</param>
    /// <returns>Null for a verdict with nothing to report.</returns>
    public static Finding? Build(Verdict verdict, Policy? policy, Day? asOf)
    {
        if (verdict.Severity is not { } severity)
        {
            return null;
        }

        var evidence = verdict.Evidence;
        var rule = RuleOf(verdict);
        return new Finding(rule, severity, Messages.Of(verdict, policy, asOf), PlaceOf(verdict))
        {
            Exemption = verdict.Exemptions.Count == 0 ? null : Note(verdict.Exemptions[0]),
            HelpLink = verdict.Rule?.Link ?? rule.HelpLink,
            UseInstead = verdict.Rule?.UseInsteadIds ?? [],
            Subject = SubjectOf(evidence),
            Related =
            [
                .. evidence.AlsoAt.Select(place => new RelatedLocation(place, "also here")),
                .. verdict.DecidedAt is { } line && line != PlaceOf(verdict) ? new[] { new RelatedLocation(line, "the policy says so here") } : [],
            ],
        };
    }

    // A process and a machine have no line of their own; the one to look at is the policy's.
    private static Location PlaceOf(Verdict verdict) =>
        verdict is { Evidence.Surface: Surface.Runtime or Surface.Machine, DecidedAt: { } decided } ? decided : verdict.Evidence.Location;

    /// <summary>The identity by content of what is reported.</summary>
    internal static string FingerprintOf(Verdict verdict) => Finding.FingerprintOf(RuleOf(verdict), SubjectOf(verdict.Evidence), PlaceOf(verdict));

    private static FindingSubject SubjectOf(Evidence evidence) => new(
        evidence.Tool?.Id,
        evidence.Tool?.Vendor.Id,
        Words<Surface>.Of(evidence.Surface),
        Words<Strength>.Of(evidence.Strength),
        evidence.Seen,
        evidence.Version);

    private static ExemptionNote Note(Exemption exemption) => new(
        exemption.Location, exemption.IsInSource, exemption.Justification, exemption.Owner, exemption.Expires, exemption.Ticket, exemption.ApprovedBy);

    internal static Rule RuleOf(Verdict verdict) => verdict.Evidence switch
    {
        { IsHiddenText: true } => Rules.HiddenCharacters,
        // What is in no catalog and named by a rule all the same is an MCP server.
        { Signature.IsSuspect: true } when verdict.Rule is null => Rules.Unknown,
        var evidence => RuleOf(evidence),
    };

    private static Rule RuleOf(Evidence evidence) => evidence.Surface switch
    {
        Surface.Package => Rules.Package,
        Surface.Assembly => Rules.Assembly,
        Surface.Manifest => Rules.Manifest,
        Surface.Pipeline => Rules.Pipeline,
        Surface.Extension => Rules.Extension,
        Surface.AgentFile => Rules.AgentFile,
        Surface.McpServer => Rules.McpServer,
        Surface.Setting => Rules.Setting,
        Surface.Source when evidence.Signature.Kind is SignatureKind.Namespace or SignatureKind.Assembly => Rules.Api,
        Surface.Source => Rules.Literal,
        Surface.Machine => Rules.Machine,
        _ => Rules.Agent,
    };
}
