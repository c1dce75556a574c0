
namespace AiToolPolicy.Engine.Inspection;

/// <summary>Makes one evidence of what several inspectors saw of the same thing.</summary>
public static class EvidenceMerge
{
    public static IReadOnlyList<Evidence> Merge(IReadOnlyList<Evidence> evidence) =>
        WithoutRepeatedLocks(WithoutRepeatedDeclarations(evidence));

    // The same id at the same place: what a resolver says replaces what is merely declared; several frameworks that agree say it once.
    // Each graph counts for itself, as a policy may allow the path of one framework and not that of another.
    private static List<Evidence> WithoutRepeatedDeclarations(IReadOnlyList<Evidence> evidence)
    {
        var result = new List<Evidence>();
        foreach (var same in evidence.GroupBy(e => (e.Location, e.Surface, e.Tool?.Id, Seen: e.Seen.ToUpperInvariant(), e.Through)))
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
        var locks = evidence.Where(IsLock).ToLookup(KeyOf, StringComparer.OrdinalIgnoreCase);
        if (locks.Count == 0)
        {
            return evidence;
        }

        var written = new HashSet<string>(evidence.Where(e => !IsLock(e)).Select(KeyOf), StringComparer.OrdinalIgnoreCase);
        return [.. evidence.SelectMany(e => IsLock(e) ? written.Contains(KeyOf(e)) ? [] : [e] : WithLocks(e, [.. locks[KeyOf(e)]]))];
    }

    // What is merely declared takes the version that is locked; each, where frameworks differ.
    private static IEnumerable<Evidence> WithLocks(Evidence evidence, IReadOnlyList<Evidence> locks)
    {
        var whole = evidence with { AlsoAt = [.. evidence.AlsoAt, .. locks.Select(l => l.Location).Distinct()] };
        var versions = locks.Select(l => l.Version).Where(v => !string.IsNullOrEmpty(v)).Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        return evidence.IsResolved || versions.Count == 0 ? [whole] : versions.Select(v => whole with { Version = v, IsResolved = true });
    }

    private static bool IsLock(Evidence evidence) => FileNames.IsLockFile(NameOf(evidence.Location.Path));

    private static string KeyOf(Evidence evidence) => $"{FolderOf(evidence.Location.Path)}|{evidence.Surface}|{evidence.Tool?.Id}|{evidence.Seen}";

    private static string NameOf(string path) => path.Substring(path.LastIndexOf('/') + 1);

    private static string FolderOf(string path) => path.LastIndexOf('/') is var slash and >= 0 ? path.Substring(0, slash) : "";
}
