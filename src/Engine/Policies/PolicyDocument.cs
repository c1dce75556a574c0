using AiToolPolicy.Engine.Catalog;
using AiToolPolicy.Engine.Json;
using AiToolPolicy.Engine.Text;

namespace AiToolPolicy.Engine.Policies;

/// <summary>A policy file as written: every value with its place, nothing checked but its type.</summary>
public sealed record PolicyDocument(Location Location)
{
    /// <summary>The object itself, for the places of its keys.</summary>
    public JsonObject? Node { get; init; }

    public string? Name { get; init; }

    public string? Version { get; init; }

    public string? Contact { get; init; }

    public Placed<string>? Default { get; init; }

    public Placed<string>? Unknown { get; init; }

    public Placed<string>? Generic { get; init; }

    public Placed<string>? HiddenCharacters { get; init; }

    public Placed<string>? Weakening { get; init; }

    public IReadOnlyList<RuleDocument> Rules { get; init; } = [];

    public ExemptionRulesDocument? Exemptions { get; init; }

    public CatalogData Catalog { get; init; } = CatalogData.Empty;

    public bool? Locked { get; init; }

    /// <summary>Where the value of a key stands; the whole, where it is not written.</summary>
    public Location Place(string key) => Node?[key]?.Location ?? Location;
}

/// <summary>One entry of <c>rules</c> as written.</summary>
public sealed record RuleDocument(Location Location)
{
    /// <summary>The object itself, for the places of its keys.</summary>
    public JsonObject? Node { get; init; }

    public Placed<string>? Id { get; init; }

    public IReadOnlyList<Placed<string>>? Tools { get; init; }

    public IReadOnlyList<Placed<string>> Except { get; init; } = [];

    public Placed<string>? Action { get; init; }

    public Placed<string>? Effective { get; init; }

    public Placed<string>? Before { get; init; }

    public Placed<string>? Versions { get; init; }

    /// <summary>Null: all surfaces; never empty.</summary>
    public IReadOnlyList<Placed<string>>? Surfaces { get; init; }

    public Placed<string>? Strength { get; init; }

    public Placed<string>? TransitiveEffective { get; init; }

    public IReadOnlyList<Placed<string>> AllowedThrough { get; init; } = [];

    /// <summary>Null: everywhere; never empty.</summary>
    public IReadOnlyList<Placed<string>>? Paths { get; init; }

    public string? Reason { get; init; }

    public IReadOnlyList<Placed<string>> UseInstead { get; init; } = [];

    public Placed<string>? Link { get; init; }

    public bool? Exemptable { get; init; }

    /// <summary>Where the value of a key stands; the whole, where it is not written.</summary>
    public Location Place(string key) => Node?[key]?.Location ?? Location;
}

/// <summary>The block <c>exemptions</c> as written: what an exemption must hold.</summary>
public sealed record ExemptionRulesDocument
{
    /// <summary>The object itself, for the places of its keys.</summary>
    public JsonObject? Node { get; init; }

    public int? MaxDays { get; init; }

    public IReadOnlyList<Placed<string>>? Require { get; init; }

    public int? MinJustification { get; init; }

    public Placed<string>? TicketPattern { get; init; }

    public int? NoticeDays { get; init; }

    public IReadOnlyList<Placed<string>> Approvers { get; init; } = [];
}
