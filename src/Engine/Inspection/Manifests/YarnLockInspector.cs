using AiToolPolicy.Engine.Catalog;

namespace AiToolPolicy.Engine.Inspection.Manifests;

/// <summary>What Yarn locked, from <c>yarn.lock</c> of any version.</summary>
public sealed class YarnLockInspector : IInspector
{
    public bool Reads(InputFile file) => file.Name == "yarn.lock";

    public void Inspect(InputFile file, InspectionContext context)
    {
        if (context.Text(file) is not { } text)
        {
            return;
        }

        ConflictMarkers.Report(text, context);
        var entries = YarnLock.Read(text);
        var keys = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var entry in entries)
        {
            foreach (var descriptor in entry.Descriptors)
            {
                keys[Plain(descriptor)] = KeyOf(entry);
            }
        }

        var packages = new LockedPackages(SignatureKind.Npm, new LockScope(file.Folder, "package.json", true));
        foreach (var entry in entries)
        {
            var needed = entry.Dependencies.Select(d => keys.TryGetValue(Plain(d), out var key) ? key : null).OfType<string>().ToList();
            if (entry.Resolution?.IndexOf("@workspace:", StringComparison.Ordinal) > 0)
            {
                packages.AddDirect(needed);
            }
            else
            {
                packages.Add(KeyOf(entry), NameOf(entry), entry.Version, entry.Location, needed);
            }
        }

        packages.Report(context);
    }

    private static string KeyOf(YarnEntry entry) => entry.Descriptors[0];

    // What stands behind an alias is in the resolution, or in the classic format in the descriptor itself: "alias@npm:name@range".
    private static string NameOf(YarnEntry entry)
    {
        var (name, range) = NpmSpec.Split(entry.Descriptors[0]);
        return entry.Resolution is { } resolution ? NpmSpec.Split(resolution).Name : NpmSpec.Target(name, range).Name;
    }

    // The newer format writes "npm:" before a range in some places and versions, and not in others.
    private static string Plain(string descriptor)
    {
        var (name, range) = NpmSpec.Split(descriptor);
        return $"{name}@{(range?.StartsWith("npm:", StringComparison.Ordinal) == true ? range.Substring("npm:".Length) : range)}";
    }
}
