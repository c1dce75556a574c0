using AiToolPolicy.Engine.Catalog;

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

    // A lock file repeats what the manifest beside it declares or resolves: one finding, at the line that a person wrote, with the version that was locked.
    private static List<Evidence> WithoutRepeatedLocks(List<Evidence> evidence)
    {
        if (!evidence.Exists(e => e.LockOf is not null))
        {
            return evidence;
        }

        var written = evidence.Where(e => e.LockOf is null).ToLookup(IdentityOf);
        var repeated = new HashSet<Evidence>(ReferenceComparer.Instance);
        var locksOf = new Dictionary<Evidence, List<Evidence>>(ReferenceComparer.Instance);
        foreach (var locked in evidence.Where(e => e.LockOf is not null))
        {
            foreach (var manifest in Repeated(locked, [.. written[IdentityOf(locked)]]))
            {
                repeated.Add(locked);
                locksOf[manifest] = [.. locksOf.TryGetValue(manifest, out var others) ? others : [], locked];
            }
        }

        return [.. evidence.Where(e => !repeated.Contains(e)).SelectMany(e => locksOf.TryGetValue(e, out var locks) ? Locked(e, locks) : [e])];
    }

    private static (SignatureKind Kind, Surface Surface, string? Tool, string Seen) IdentityOf(Evidence evidence) =>
        (evidence.Signature.Kind, evidence.Surface, evidence.Tool?.Id, evidence.Seen.ToUpperInvariant());

    // The manifests whose range asks for the locked version. A direct reference was asked for by some manifest, whatever overrides made of its version;
    // what came in behind another package was not, and is its own finding.
    private static List<Evidence> Repeated(Evidence locked, List<Evidence> written)
    {
        var near = written.FindAll(w => Covers(locked, w));
        var asking = near.FindAll(w => w.Version is null || Versions.Contains(w.Signature.Kind, w.Version, locked.Version) != false);
        return asking.Count == 0 && locked.Through is null ? near : asking;
    }

    private static bool Covers(Evidence locked, Evidence written)
    {
        var folder = FolderOf(written.Location.Path);
        return folder == locked.LockOf!.Folder || (locked.LockOf.WithSubfolders && locked.Through is null && IsBelow(folder, locked.LockOf.Folder));
    }

    // What is merely declared takes the version that is locked; each, where several are.
    private static IEnumerable<Evidence> Locked(Evidence written, List<Evidence> locks)
    {
        var whole = written with { AlsoAt = [.. written.AlsoAt, .. locks.Select(l => l.Location).Distinct()] };
        var direct = locks.Exists(l => l.Through is null) ? locks.FindAll(l => l.Through is null) : locks;
        var versions = direct.Select(l => l.Version).Where(v => !string.IsNullOrEmpty(v)).Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        return written.IsResolved || versions.Count == 0 ? [whole] : versions.Select(v => whole with { Version = v, IsResolved = true });
    }

    private static bool IsBelow(string folder, string root) => root.Length == 0 || folder.StartsWith(root + "/", StringComparison.Ordinal);

    private static string FolderOf(string path) => path.LastIndexOf('/') is var slash and >= 0 ? path.Substring(0, slash) : "";

    // Two pieces of evidence may be equal and still stand for two things; here each is itself.
    private sealed class ReferenceComparer : IEqualityComparer<Evidence>
    {
        public static ReferenceComparer Instance { get; } = new();

        public bool Equals(Evidence? x, Evidence? y) => ReferenceEquals(x, y);

        public int GetHashCode(Evidence obj) => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(obj);
    }
}
