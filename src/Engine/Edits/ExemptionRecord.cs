using AiToolPolicy.Engine.Json;

namespace AiToolPolicy.Engine.Edits;

/// <summary>An exemption that is to be written into a file of exemptions; what is null is left out.</summary>
public sealed record ExemptionRecord
{
    public string? Tool { get; init; }

    public string? Rule { get; init; }

    public string? Surface { get; init; }

    public string? Evidence { get; init; }

    public IReadOnlyList<string> Paths { get; init; } = [];

    public string? Fingerprint { get; init; }

    public string? Justification { get; init; }

    public string? Owner { get; init; }

    public string? Expires { get; init; }

    public string? Ticket { get; init; }

    public string? ApprovedBy { get; init; }

    public string? Created { get; init; }

    /// <summary>The terms on which it is given, by their keys.</summary>
    internal IReadOnlyList<(string Key, string? Value)> Terms =>
        [("justification", Justification), ("owner", Owner), ("expires", Expires), ("ticket", Ticket), ("approvedBy", ApprovedBy), ("created", Created)];

    internal void Write(JsonWriter json)
    {
        json.String("tool", Tool);
        json.String("rule", Rule);
        json.String("surface", Surface);
        json.String("evidence", Evidence);
        if (Paths.Count > 0)
        {
            json.Array("paths", () =>
            {
                foreach (var path in Paths)
                {
                    json.String(path);
                }
            });
        }

        json.String("fingerprint", Fingerprint);
        foreach (var (key, value) in Terms)
        {
            json.String(key, value);
        }
    }
}
