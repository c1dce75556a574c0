using AiToolPolicy.Engine.Catalog;
using AiToolPolicy.Engine.Json;
using AiToolPolicy.Engine.Text;

namespace AiToolPolicy.Engine.Inspection.Manifests;

/// <summary>One package of a lock file that lists packages by name and version.</summary>
/// <param name="IsOwn">Whether it is the project itself or one of its workspace, and no package that was fetched.</param>
internal sealed record LockEntry(JsonString Name, string Version, bool IsOwn, IReadOnlyList<LockDependency> Dependencies);

/// <param name="Version">Where the file has several versions of that name; else null.</param>
internal sealed record LockDependency(string Name, string? Version);

/// <summary>Finds for each dependency the entry that it means.</summary>
internal static class LockEntries
{
    /// <summary>
    /// Whether a lock file names a known package at all: most do not, and then need not be read. They are written by tools, which
    /// put <c>name = "…"</c> on a line of its own; one that is laid out otherwise is always read.
    /// </summary>
    public static bool MayHold(SourceFile file, SignatureKind kind, ToolCatalog catalog)
    {
        const string Mark = "\nname = \"";
        var start = file.Text.IndexOf(Mark, StringComparison.Ordinal);
        if (start < 0)
        {
            return true;
        }

        for (; start >= 0; start = file.Text.IndexOf(Mark, start + 1, StringComparison.Ordinal))
        {
            var from = start + Mark.Length;
            var end = file.Text.IndexOf('"', from);
            if (end < 0 || catalog.Knows(kind, file.Text.Substring(from, end - from)))
            {
                return true;
            }
        }

        return false;
    }

    public static void AddTo(LockedPackages packages, SignatureKind kind, IReadOnlyList<LockEntry> entries)
    {
        var byName = entries.Where(e => !e.IsOwn).ToLookup(e => PackageNames.Canonical(kind, e.Name.Value), StringComparer.Ordinal);
        foreach (var entry in entries)
        {
            var needed = entry.Dependencies
                .SelectMany(d => byName[PackageNames.Canonical(kind, d.Name)].Where(e => d.Version is null || d.Version == e.Version))
                .Select(KeyOf)
                .ToList();
            if (entry.IsOwn)
            {
                packages.AddDirect(needed);
            }
            else
            {
                packages.Add(KeyOf(entry), entry.Name.Value, entry.Version, entry.Name.Location, needed);
            }
        }
    }

    private static string KeyOf(LockEntry entry) => $"{entry.Name.Value} {entry.Version}";
}
