using AiToolPolicy.Engine.Exemptions;
using AiToolPolicy.Engine.Findings;
using AiToolPolicy.Engine.Judging;
using AiToolPolicy.Engine.Policies;
using AiToolPolicy.Engine.Text;

namespace AiToolPolicy.Engine;

/// <summary>A finding in source code that somebody has suppressed there.</summary>
/// <param name="Finding">As it would be reported.</param>
/// <param name="Fields">What the suppression says; null where it says nothing.</param>
/// <param name="Place">The suppression.</param>
public sealed record SuppressedFinding(Finding Finding, PlacedText? Fields, Location Place)
{
    /// <summary>The tool that was found; null where the compiler's log does not tell.</summary>
    public string? Tool { get; init; }

    /// <summary>What was seen of it.</summary>
    public string? Seen { get; init; }

    /// <summary>False where the policy's rule permits no exemption.</summary>
    public bool IsExemptable { get; init; } = true;
}

/// <summary>
/// The door for what a compiler has been told to keep quiet. A suppression that is a complete exemption makes it an exempted finding; any other
/// exempts nothing: the finding counts, and what is wrong with the suppression is said beside it.
/// </summary>
public static class SuppressionCheck
{
    /// <param name="policy">One that could be read.</param>
    /// <returns>What is to be reported; what is exempted carries its exemption.</returns>
    public static IReadOnlyList<Finding> Judge(LoadedPolicy policy, SuppressedFinding suppressed, Day asOf)
    {
        var found = new List<Finding>();
        var written = Written(suppressed, found);
        var exemption = new ExemptionValidator(policy.Policy!, policy.Catalog, asOf, found).Validate(written);
        if (exemption is null || !Covers(exemption, suppressed))
        {
            return [suppressed.Finding, .. found];
        }

        return suppressed.IsExemptable
            ? [suppressed.Finding with { Exemption = FindingBuilder.Note(exemption) }, .. found]
            : [suppressed.Finding, .. found, NotPermitted(policy.Policy!, exemption)];
    }

    private static ExemptionDocument Written(SuppressedFinding suppressed, List<Finding> found)
    {
        var read = suppressed.Fields is { } fields && fields.Text.Trim().Length > 0
            ? new ExemptionFields(found).ReadSentence(fields, suppressed.Place)
            : new ExemptionDocument(suppressed.Place) { IsInSource = true };
        return read with
        {
            Rule = read.Rule ?? new Placed<string>(suppressed.Finding.Rule.Id, suppressed.Place),
            Tool = read.Tool ?? (suppressed.Tool is { } tool ? new Placed<string>(tool, suppressed.Place) : null),
            Scope = ExemptionScope.OfFile(suppressed.Finding.Location.Path),
        };
    }

    private static bool Covers(Exemption exemption, SuppressedFinding suppressed) =>
        (exemption.Tool is null || suppressed.Tool is null || exemption.Tool == suppressed.Tool)
        && (exemption.Rule is null || exemption.Rule == suppressed.Finding.Rule.Id)
        && (exemption.Evidence is null || string.Equals(exemption.Evidence, suppressed.Seen, StringComparison.OrdinalIgnoreCase))
        && (exemption.Paths is null || exemption.Paths.Any(path => path.IsMatch(suppressed.Finding.Location.Path)));

    private static Finding NotPermitted(Policy policy, Exemption exemption) => new(
        Rules.ExemptionNotPermitted,
        policy.Locked ? Severity.Error : Severity.Warning,
        $"Exemption of {exemption.Subject}: the rule of {policy.Title} permits none. It is reported all the same.",
        exemption.Location);
}
