
namespace AiToolPolicy.Engine.Inspection;

/// <summary>Makes one evidence of what several inspectors saw of the same thing.</summary>
public static class EvidenceMerge
{
    public static IReadOnlyList<Evidence> Merge(IReadOnlyList<Evidence> evidence) =>
        WithoutRepeatedLocks(WithoutRepeatedDeclarations(evidence));

    // The same id at the same place: what a resolver says replaces what is merely declared; several frameworks that agree say it once.
    private static List<Evidence> WithoutRepeatedDeclarations(IReadOnlyList<Evidence> evidence)
    {
        var result = new List<Evidence>();
        foreach (var same in evidence.GroupBy(e => (e.Location, e.Surface, e.Tool?.Id, Seen: e.Seen.ToUpperInvariant(), e.Through?.Direct)))
        {
            var resolved = same.Where(e => e.IsResolved).ToList();
            var kept = resolved.Count > 0 ? resolved : [.. same];
            var first = same.First();
            result.AddRange(kept.GroupBy(e => e.Version, StringComparer.OrdinalIgnoreCase).Select(v => v.First() with { What = first.What, Origin = first.Origin }));
        }

        return result;
    }

    // A lock file repeats what the project beside it declares or resolves: one finding, at the line that a person wrote.
    private static List<Evidence> WithoutRepeatedLocks(List<Evidence> evidence)
    {
        var locks = evidence.Where(e => FileNames.IsLockFile(NameOf(e.Location.Path))).ToList();
        if (locks.Count == 0)
        {
            return evidence;
        }

        var written = evidence.Except(locks).ToLookup(e => KeyOf(e), StringComparer.OrdinalIgnoreCase);
        var alsoAt = locks.Where(l => written.Contains(KeyOf(l))).ToLookup(KeyOf, StringComparer.OrdinalIgnoreCase);
        var kept = evidence.Where(e => !alsoAt.Contains(KeyOf(e)) || !locks.Contains(e));
        return [.. kept.Select(e => e with { AlsoAt = [.. alsoAt[KeyOf(e)].Select(l => l.Location).Distinct()] })];
    }

    private static string KeyOf(Evidence evidence) => $"{FolderOf(evidence.Location.Path)}|{evidence.Tool?.Id}|{evidence.Seen}";

    private static string NameOf(string path) => path.Substring(path.LastIndexOf('/') + 1);

    private static string FolderOf(string path) => path.LastIndexOf('/') is var slash and >= 0 ? path.Substring(0, slash) : "";
}
