using AiToolPolicy.Engine.Catalog;
using AiToolPolicy.Engine.Json;

namespace AiToolPolicy.Engine.Inspection.Manifests;

/// <summary>What npm locked, from <c>package-lock.json</c> or <c>npm-shrinkwrap.json</c> of lock file version 1, 2 or 3.</summary>
public sealed class NpmLockInspector : IInspector
{
    private const string Modules = "node_modules/";

    private static readonly string[] Sections = ["dependencies", "devDependencies", "optionalDependencies", "peerDependencies"];

    public bool Reads(InputFile file) => file.Name is "package-lock.json" or "npm-shrinkwrap.json";

    public void Inspect(InputFile file, InspectionContext context)
    {
        if (context.Json(file) is not { } root)
        {
            return;
        }

        var packages = new LockedPackages(SignatureKind.Npm, new LockScope(file.Folder, "package.json", true));
        if (root["packages"] is JsonObject entries)
        {
            ReadPackages(entries, packages);
        }
        else if (root["dependencies"] is JsonObject dependencies)
        {
            ReadTree(dependencies, packages);
        }

        packages.Report(context);
    }

    // Versions 2 and 3: keys are folders. "" is the project, "packages/a" a workspace, "node_modules/a/node_modules/b" a package.
    private static void ReadPackages(JsonObject entries, LockedPackages packages)
    {
        var keys = new HashSet<string>(entries.Members.Select(m => m.Name.Value), StringComparer.Ordinal);
        foreach (var member in entries.Members)
        {
            var key = member.Name.Value;
            if (member.Value is not JsonObject entry || (entry["link"] as JsonBoolean)?.Value == true)
            {
                continue;
            }

            var needed = NamesIn(entry, Sections).Select(name => Resolve(key, name, keys)).OfType<string>().ToList();
            if (key.LastIndexOf(Modules, StringComparison.Ordinal) is var at and >= 0)
            {
                var name = (entry["name"] as JsonString)?.Value ?? key.Substring(at + Modules.Length);
                packages.Add(key, name, (entry["version"] as JsonString)?.Value, member.Name.Location, needed);
            }
            else
            {
                packages.AddDirect(needed);
            }
        }
    }

    // Version 1: packages nest as their folders do, and the project's own references are not marked.
    private static void ReadTree(JsonObject dependencies, LockedPackages packages)
    {
        var entries = new List<(string Key, JsonMember Member, JsonObject Entry)>();
        Flatten(dependencies, "", entries);
        var keys = new HashSet<string>(entries.Select(e => e.Key), StringComparer.Ordinal);
        foreach (var (key, member, entry) in entries)
        {
            var needed = NamesIn(entry, ["requires"]).Select(name => Resolve(key, name, keys)).OfType<string>().ToList();
            var (name, version) = NpmSpec.Target(member.Name.Value, (entry["version"] as JsonString)?.Value);
            packages.Add(key, name, version, member.Name.Location, needed);
        }
    }

    private static void Flatten(JsonObject dependencies, string folder, List<(string Key, JsonMember Member, JsonObject Entry)> entries)
    {
        foreach (var member in dependencies.Members)
        {
            if (member.Value is JsonObject entry)
            {
                var key = folder + Modules + member.Name.Value;
                entries.Add((key, member, entry));
                if (entry["dependencies"] is JsonObject nested)
                {
                    Flatten(nested, key + "/", entries);
                }
            }
        }
    }

    private static IEnumerable<string> NamesIn(JsonObject entry, string[] sections) =>
        sections.SelectMany(section => (entry[section] as JsonObject)?.Members ?? []).Select(member => member.Name.Value);

    // As Node does it: in the package's own folder, then in each one above.
    private static string? Resolve(string from, string name, HashSet<string> keys)
    {
        for (var folder = from; ;)
        {
            var key = folder.Length == 0 ? Modules + name : $"{folder}/{Modules}{name}";
            if (keys.Contains(key))
            {
                return key;
            }

            if (folder.Length == 0)
            {
                return null;
            }

            var above = folder.LastIndexOf("/" + Modules, StringComparison.Ordinal);
            folder = above < 0 ? "" : folder.Substring(0, above);
        }
    }
}
