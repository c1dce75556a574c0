using AiToolPolicy.Engine.Findings;
using AiToolPolicy.Engine.Policies;
using AiToolPolicy.Engine.Text;

namespace AiToolPolicy.Engine.Exemptions;

/// <summary>Makes the findings about one exemption. A locked policy counts its mistakes as errors; the passing of a day is never one by itself.</summary>
internal sealed class ExemptionReport(ExemptionDocument written, Policy policy, List<Finding> findings)
{
    private const string Consequence = "Until that is mended it exempts nothing.";

    private readonly string _subject = Exemption.SubjectOf(written.Tool?.Value ?? written.Scope.Reference, written.Rule?.Value, written.Fingerprint?.Value);

    /// <summary>True when something reported here makes the exemption void.</summary>
    public bool HasMistakes { get; private set; }

    private Severity Strict => policy.Locked ? Severity.Error : Severity.Warning;

    /// <summary>A value that means nothing: a tool or rule that is not known, a path that is none.</summary>
    public void Invalid(string message, Location? location) => Add(Rules.PolicyInvalid, Severity.Error, $"{message} {Consequence}", location);

    /// <summary>A field that is missing or says nothing.</summary>
    public void Incomplete(string message, Location? location) => Add(Rules.ExemptionIncomplete, Strict, $"Exemption of {_subject}: {message} {Consequence}", location);

    /// <summary>What the policy does not permit.</summary>
    public void NotPermitted(string message, Location? location) => Add(Rules.ExemptionNotPermitted, Strict, $"Exemption of {_subject}: {message} {Consequence}", location);

    /// <summary>A path that stands for every file.</summary>
    public void OverWide(string message, Location? location) => Add(Rules.MatchesNothing, Severity.Warning, $"Exemption of {_subject}: {message} {Consequence}", location);

    public void Expired(Day last, Day asOf, Location location)
    {
        var days = last.DaysUntil(asOf);
        Add(
            Rules.ExemptionExpired,
            Severity.Warning,
            $"The exemption of {_subject} expired: {last} was its last day, {(days == 1 ? "yesterday" : $"{days} days ago")}. It exempts nothing any more; remove it, or renew it with a new decision.",
            location);
    }

    public void ExpiresSoon(Exemption exemption, int days)
    {
        var when = days == 0 ? "today" : days == 1 ? "tomorrow" : $"in {days} days";
        var owner = exemption.Owner is null ? "" : $" Its owner is {PlainText.Safe(exemption.Owner)}.";
        findings.Add(new Finding(
            Rules.ExemptionExpiresSoon,
            Severity.Notice,
            $"The exemption of {exemption.Subject} expires {when}: {exemption.Expires} is its last day.{owner} From the next day on what it covers is reported again.",
            written.Expires!.Location));
    }

    private void Add(Rule rule, Severity severity, string message, Location? location)
    {
        HasMistakes = true;
        findings.Add(new Finding(rule, severity, message, location ?? written.Location));
    }
}
