using AiToolPolicy.Engine.Catalog;

namespace AiToolPolicy.Engine.Inspection;

/// <summary>Makes one evidence of what several inspectors saw of the same thing.</summary>
public static class EvidenceMerge
{
    public static IReadOnlyList<Evidence> Merge(IReadOnlyList<Evidence> evidence) =>
        WithoutRepeatedLocks(WithoutRepeatedDeclarations(evidence));

    // The same id at the same place: what a resolver says replaces what is merely declared; several frameworks that agree say it once.
    // An assembly may be called one thing where it is referenced and another in its own metadata; at one place it is the same one.
    // Each graph counts for itself, as a policy may allow the path of one framework and not that of another.
    private static List<Evidence> WithoutRepeatedDeclarations(IReadOnlyList<Evidence> evidence)
    {
        var result = new List<Evidence>();
        foreach (var same in evidence.GroupBy(e => (e.Location, e.Surface, e.Tool?.Id, Seen: e.Surface == Surface.Assembly ? "" : e.Seen.ToUpperInvariant(), e.Through)))
        {
            var resolved = same.Where(e => e.IsResolved).ToList();
            var kept = resolved.Count > 0 ? resolved : [.. same];
            var first = same.FirstOrDefault(e => !e.IsResolved) ?? same.First();
            result.AddRange(kept.GroupBy(e => e.Version, StringComparer.OrdinalIgnoreCase).Select(v => v.First() with { What = first.What, Origin = first.Origin }));
        }

        return result;
    }

    // A lock file repeats what the manifest beside it declares or resolves: one finding, at the line that a person wrote, with the version that was locked.
    private static List<Evidence> WithoutRepeatedLocks(List<Evidence> evidence)
    {
        if (!evidence.Exists(e => e.LockOf is not null))
        {
            return evidence;
        }

        var locks = evidence.Where(e => e.LockOf is not null).ToLookup(IdentityOf);
        var repeated = new HashSet<Evidence>(ReferenceComparer.Instance);
        var merged = new List<Evidence>();
        foreach (var entry in evidence)
        {
            var same = entry.LockOf is null ? LocksOf(entry, locks[IdentityOf(entry)]) : [];
            repeated.UnionWith(same);
            merged.AddRange(same.Count == 0 ? [entry] : Locked(entry, same));
        }

        merged.RemoveAll(repeated.Contains);
        return merged;
    }

    private static (SignatureKind Kind, Surface Surface, string? Tool, string Seen) IdentityOf(Evidence evidence) =>
        (evidence.Signature.Kind, evidence.Surface, evidence.Tool?.Id, evidence.Seen.ToUpperInvariant());

    // What the nearest lock file has of a declared package: the versions that the declaration asks for, or where none is, what overrides made of it.
    // What came in only behind other packages nobody declared: it stays a finding of its own, unless it is the one that is asked for.
    private static List<Evidence> LocksOf(Evidence written, IEnumerable<Evidence> locks)
    {
        // A constraint declares nothing: what is locked is more than it says.
        var covering = written.Strength == Strength.Configured ? [] : locks.Where(l => Covers(l, written)).ToList();
        var near = covering.FindAll(l => l.LockOf!.Folder.Length == covering.Max(other => other.LockOf!.Folder.Length));
        var asked = near.FindAll(l => written.Version is null || Versions.Contains(written.Signature.Kind, written.Version, l.Version) != false);
        var direct = (asked.Count > 0 ? asked : near).FindAll(l => l.Through is null);
        return direct.Count > 0 ? direct : asked;
    }

    private static bool Covers(Evidence locked, Evidence written)
    {
        var (scope, path) = (locked.LockOf!, written.Location.Path);
        var slash = path.LastIndexOf('/');
        var folder = slash < 0 ? "" : path.Substring(0, slash);
        return (scope.Manifest is null || path.Substring(slash + 1) == scope.Manifest)
            && (folder == scope.Folder || (scope.WithSubfolders && locked.Through is null && IsBelow(folder, scope.Folder)));
    }

    // What is merely declared takes the version that is locked; each, where several are.
    private static IEnumerable<Evidence> Locked(Evidence written, List<Evidence> locks)
    {
        var whole = written with { AlsoAt = [.. written.AlsoAt, .. locks.Select(l => l.Location).Distinct()] };
        var versions = locks.Select(l => l.Version).Where(v => !string.IsNullOrEmpty(v)).Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        return written.IsResolved || versions.Count == 0 ? [whole] : versions.Select(v => whole with { Version = v, IsResolved = true });
    }

    private static bool IsBelow(string folder, string root) => root.Length == 0 || folder.StartsWith(root + "/", StringComparison.Ordinal);

    // Two pieces of evidence may be equal and still stand for two things; here each is itself.
    private sealed class ReferenceComparer : IEqualityComparer<Evidence>
    {
        public static ReferenceComparer Instance { get; } = new();

        public bool Equals(Evidence? x, Evidence? y) => ReferenceEquals(x, y);

        public int GetHashCode(Evidence obj) => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(obj);
    }
}
