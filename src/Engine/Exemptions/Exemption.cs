using AiToolPolicy.Engine.Catalog;
using AiToolPolicy.Engine.Text;

namespace AiToolPolicy.Engine.Exemptions;

/// <summary>A justified, owned and dated permission that holds on the day it was validated for.</summary>
/// <param name="Location">The record itself.</param>
public sealed record Exemption(Location Location)
{
    /// <summary>A tool id of the catalog; null: any.</summary>
    public string? Tool { get; init; }

    /// <summary>A rule id; null: any.</summary>
    public string? Rule { get; init; }

    /// <summary>Null: any.</summary>
    public Surface? Surface { get; init; }

    /// <summary>What was seen; null: anything.</summary>
    public string? Evidence { get; init; }

    /// <summary>Null: wherever <see cref="Scope"/> reaches.</summary>
    public IReadOnlyList<PathGlob>? Paths { get; init; }

    /// <summary>The identity of one finding by its content, in plain words or as a digest; null: not one alone.</summary>
    public string? Fingerprint { get; init; }

    public string Justification { get; init; } = "";

    public string? Owner { get; init; }

    /// <summary>The last day on which it holds; null where the policy asks for none.</summary>
    public Day? Expires { get; init; }

    public string? Ticket { get; init; }

    public string? ApprovedBy { get; init; }

    public Day? Created { get; init; }

    public ExemptionScope Scope { get; init; } = ExemptionScope.Everywhere;

    /// <summary>True when it stands beside what it exempts.</summary>
    public bool IsInSource { get; init; }

    /// <summary>What it is for, as a message names it; safe to print.</summary>
    public string Subject => SubjectOf(Tool ?? Scope.Reference, Rule, Fingerprint);

    /// <summary>True when neither a tool nor a place narrows it down, so that it exempts every tool of one kind.</summary>
    public bool IsOverWide => Tool is null && Fingerprint is null && Evidence is null && Paths is null && Scope.File is null && Scope.Folder.Length == 0;

    internal static string SubjectOf(string? tool, string? rule, string? fingerprint) =>
        (tool, rule, fingerprint) switch
        {
            ({ }, { }, _) => PlainText.Safe($"'{tool}' ({rule})"),
            ({ }, null, _) => PlainText.Safe($"'{tool}'"),
            (null, _, { }) => PlainText.Safe($"'{fingerprint}'"),
            (null, { }, _) => PlainText.Safe(rule!),
            _ => "nothing",
        };
}
