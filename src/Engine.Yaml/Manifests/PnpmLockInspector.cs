using AiToolPolicy.Engine.Catalog;
using AiToolPolicy.Engine.Inspection;
using AiToolPolicy.Engine.Inspection.Manifests;

namespace AiToolPolicy.Engine.Yaml.Manifests;

/// <summary>What pnpm locked, in any version of the format: direct references of the workspaces, and what they bring with them.</summary>
public sealed class PnpmLockInspector : YamlInspector
{
    private static readonly string[] Sections = ["dependencies", "devDependencies", "optionalDependencies"];

    public override bool Reads(InputFile file) => file.YamlStem() == "pnpm-lock";

    protected override void Inspect(YamlNode document, InspectionContext context)
    {
        var path = document.File.Path;
        var folder = path.LastIndexOf('/') is var slash and >= 0 ? path.Substring(0, slash) : "";
        var packages = new LockedPackages(SignatureKind.Npm, new LockScope(folder, "package.json", true));
        foreach (var importer in document["importers"]?.Members.Select(m => m.Value) ?? [document])
        {
            packages.AddDirect(Needed(importer));
        }

        // Format 9 keeps what a package needs apart, once for each set of peers.
        var snapshots = (document["snapshots"]?.Members ?? []).ToLookup(m => KeyOf(m.Key.Value), m => m.Value, StringComparer.Ordinal);
        foreach (var package in document["packages"]?.Members ?? [])
        {
            if (Parts(package.Key.Value) is var (name, version))
            {
                var key = KeyOf(package.Key.Value);
                packages.Add(key, name, version, package.Key.Location, [.. snapshots[key].Prepend(package.Value).SelectMany(Needed).Distinct()]);
            }
        }

        packages.Report(context);
    }

    // "name: 1.0.0(peer@2.0.0)", "name: { specifier: ^1.0.0, version: 1.0.0 }", behind an alias "name: '@scope/other@1.0.0'"
    private static IEnumerable<string> Needed(YamlNode owner)
    {
        foreach (var entry in Sections.SelectMany(section => owner[section]?.Members ?? []))
        {
            if ((entry.Value as YamlScalar ?? entry.Value.Scalar("version"))?.Value is { Length: > 0 } version)
            {
                yield return char.IsDigit(version[0]) ? KeyOf($"{entry.Key.Value}@{version}") : KeyOf(version);
            }
        }
    }

    private static string KeyOf(string key) => Parts(key) is var (name, version) ? $"{name}@{version}" : key;

    // "@scope/name@1.0.0(peer@2.0.0)", with a slash before it in format 6; "/@scope/name/1.0.0_peer@2.0.0" in format 5.
    private static (string Name, string Version)? Parts(string key)
    {
        var bracket = key.IndexOf('(');
        var bare = (bracket < 0 ? key : key.Substring(0, bracket)).TrimStart('/');
        var nameStart = bare.StartsWith("@", StringComparison.Ordinal) ? bare.IndexOf('/') + 1 : 0;
        var end = bare.IndexOfAny(['@', '/'], Math.Min(Math.Max(nameStart, 1), bare.Length));
        return end <= 0 || end + 1 >= bare.Length ? null : (bare.Substring(0, end), bare.Substring(end + 1).Split('_')[0]);
    }
}
