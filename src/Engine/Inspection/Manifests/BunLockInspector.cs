using AiToolPolicy.Engine.Catalog;
using AiToolPolicy.Engine.Json;

namespace AiToolPolicy.Engine.Inspection.Manifests;

/// <summary>What Bun locked, from <c>bun.lock</c>: JSON with comments and trailing commas.</summary>
public sealed class BunLockInspector : IInspector
{
    private static readonly string[] Sections = ["dependencies", "devDependencies", "optionalDependencies", "peerDependencies"];

    public bool Reads(InputFile file) => file.Name == "bun.lock";

    public void Inspect(InputFile file, InspectionContext context)
    {
        if (context.Json(file) is not { } root || root["packages"] is not JsonObject entries)
        {
            return;
        }

        var keys = new HashSet<string>(entries.Members.Select(m => m.Name.Value), StringComparer.Ordinal);
        var packages = new LockedPackages(SignatureKind.Npm, new LockScope(file.Folder, "package.json", true));
        foreach (var workspace in (root["workspaces"] as JsonObject)?.Members ?? [])
        {
            if (workspace.Value is JsonObject project)
            {
                packages.AddDirect(NamesIn(project).Select(name => Resolve((project["name"] as JsonString)?.Value ?? "", name, keys)).OfType<string>());
            }
        }

        foreach (var member in entries.Members)
        {
            // ["name@1.0.0", "", { "dependencies": { … } }, "sha512-…"]; a workspace has only "name@workspace:folder".
            if (member.Value is JsonArray { Items: [JsonString spec, ..] } entry && NpmSpec.Split(spec.Value) is var (name, version) && version?.StartsWith("workspace:", StringComparison.Ordinal) != true)
            {
                var needed = entry.Items.OfType<JsonObject>().SelectMany(NamesIn).Select(n => Resolve(member.Name.Value, n, keys)).OfType<string>();
                packages.Add(member.Name.Value, name, version, member.Name.Location, [.. needed]);
            }
        }

        packages.Report(context);
    }

    private static IEnumerable<string> NamesIn(JsonObject entry) =>
        Sections.SelectMany(section => (entry[section] as JsonObject)?.Members ?? []).Select(member => member.Name.Value);

    // Keys are paths of package names: "a", "a/b", "@scope/a/b"; the nearest one counts.
    private static string? Resolve(string from, string name, HashSet<string> keys)
    {
        for (var path = from; path.Length > 0; path = Above(path))
        {
            if (keys.Contains($"{path}/{name}"))
            {
                return $"{path}/{name}";
            }
        }

        return keys.Contains(name) ? name : null;
    }

    private static string Above(string path)
    {
        var slash = path.LastIndexOf('/');
        var name = slash < 0 ? 0 : path.LastIndexOf('/', slash - 1) + 1;
        var start = slash >= 0 && path[name] == '@' ? name - 1 : slash;
        return start <= 0 ? "" : path.Substring(0, start);
    }
}
