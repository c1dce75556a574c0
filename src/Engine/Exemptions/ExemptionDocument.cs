using AiToolPolicy.Engine.Text;

namespace AiToolPolicy.Engine.Exemptions;

/// <summary>One exemption as written, whatever carries it: every value with its place, nothing checked but its type.</summary>
/// <param name="Location">Where the record begins; what is missing is reported there.</param>
public sealed record ExemptionDocument(Location Location)
{
    /// <summary>A tool id of the catalog.</summary>
    public Placed<string>? Tool { get; init; }

    /// <summary>A rule id.</summary>
    public Placed<string>? Rule { get; init; }

    public Placed<string>? Surface { get; init; }

    /// <summary>What was seen, as a report names it: a package id, a host name, a path …</summary>
    public Placed<string>? Evidence { get; init; }

    /// <summary>Null: wherever the carrier reaches.</summary>
    public IReadOnlyList<Placed<string>>? Paths { get; init; }

    public Placed<string>? Fingerprint { get; init; }

    public Placed<string>? Justification { get; init; }

    public Placed<string>? Owner { get; init; }

    /// <summary>The last day on which it holds.</summary>
    public Placed<string>? Expires { get; init; }

    public Placed<string>? Ticket { get; init; }

    public Placed<string>? ApprovedBy { get; init; }

    public Placed<string>? Created { get; init; }

    /// <summary>How far the carrier itself reaches, whatever the record says.</summary>
    public ExemptionScope Scope { get; init; } = ExemptionScope.Everywhere;

    /// <summary>True when it stands beside what it exempts, in a comment or an attribute; false for a file of exemptions.</summary>
    public bool IsInSource { get; init; }

    /// <summary>True when the reader has already reported a mistake in it: then it exempts nothing.</summary>
    public bool IsMalformed { get; init; }
}
