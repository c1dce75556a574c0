using AiToolPolicy.Engine.Findings;
using AiToolPolicy.Engine.Inspection;
using AiToolPolicy.Engine.Json;
using AiToolPolicy.Engine.Text;

namespace AiToolPolicy.Engine.Tests;

/// <summary>What the engine gives, as text to compare: one line each, as a compiler would print it.</summary>
internal static class Rendered
{
    public static string Lines(IEnumerable<Finding> findings) =>
        string.Join("\n", findings.Select(f => $"{f.Location}: {f.Severity.ToString().ToLowerInvariant()} {f.Rule.Id}: {f.Message}"));

    public static string Lines(IEnumerable<JsonProblem> problems) =>
        string.Join("\n", problems.Select(p => $"({p.Location.Line},{p.Location.Column})-({p.Location.EndLine},{p.Location.EndColumn}): {p.Message}"));

    public static string Lines(IEnumerable<InspectionProblem> problems) =>
        string.Join("\n", problems.Select(p => $"{p.Location}: {p.Message}"));

    /// <summary>Place, length on the line, surface, what was seen, version, tool.</summary>
    public static string Lines(IEnumerable<Evidence> evidence) => string.Join("\n", evidence.Select(Line));

    public static string Range(Location place) => $"({place.Line},{place.Column})-({place.EndLine},{place.EndColumn})";

    private static string Line(Evidence evidence)
    {
        var version = evidence.Version is null ? "" : " " + evidence.Version;
        var through = evidence.Through is { } path ? " through " + string.Join(" > ", path.Shortest([])!) : "";
        var origin = evidence.Origin is null or "direct reference" ? "" : $" ({evidence.Origin})";
        return $"{evidence.Location.Path}{Range(evidence.Location)}: {evidence.Surface} {evidence.Strength}: {evidence.What}{version}{origin} is {evidence.Tool?.Id ?? "?"}{through}";
    }
}
