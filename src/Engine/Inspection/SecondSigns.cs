namespace AiToolPolicy.Engine.Inspection;

/// <summary>Decides which signs that cannot stand alone count: those beside a sign of the same tool in the same file that can.</summary>
public static class SecondSigns
{
    /// <param name="certain">What counts by itself.</param>
    /// <param name="waiting">What needs a second sign. A sign that belongs to no tool never gets one.</param>
    public static IReadOnlyList<Evidence> Settle(IReadOnlyList<Evidence> certain, IReadOnlyList<Evidence> waiting)
    {
        if (waiting.Count == 0)
        {
            return certain;
        }

        var seen = new HashSet<(string Path, string? Tool)>(certain.Select(Key));
        return [.. certain, .. waiting.Where(e => e.Tool is not null && seen.Contains(Key(e)))];
    }

    private static (string Path, string? Tool) Key(Evidence evidence) => (evidence.Location.Path, evidence.Tool?.Id);
}
