using AiToolPolicy.Engine.Catalog;
using AiToolPolicy.Engine.Inspection;
using AiToolPolicy.Engine.Json;

namespace AiToolPolicy.Engine.Edits;

/// <summary>The JSON files whose lists can be mended, one entry each.</summary>
internal static class JsonLists
{
    private static readonly string[] NpmSections =
        ["dependencies", "devDependencies", "peerDependencies", "optionalDependencies", "overrides", "resolutions", "catalog", "bundledDependencies", "bundleDependencies"];

    public static IFileEditor ToolManifest { get; } = new JsonListEditor(
        SignatureKind.Nuget,
        path => NameOf(path).EqualsIgnoringCase("dotnet-tools.json"),
        root => [root["tools"]],
        (_, _, counterpart) => FileEdit.Refused($"cannot be replaced here, as the commands of '{counterpart.Id}' are not known: remove it and run 'dotnet tool install {counterpart.Id}'"));

    public static IFileEditor GlobalJson { get; } = new JsonListEditor(
        SignatureKind.Nuget,
        path => NameOf(path).EqualsIgnoringCase("global.json"),
        root => [root["msbuild-sdks"]],
        (_, _, _) => FileEdit.Refused("is an MSBuild SDK, and one does not stand in for another"));

    public static IFileEditor PackageJson { get; } = new JsonListEditor(
        SignatureKind.Npm,
        path => NameOf(path).EqualsIgnoringCase("package.json"),
        NpmLists,
        ReplaceNpm);

    public static IFileEditor Recommendations { get; } = new JsonListEditor(
        SignatureKind.VscodeExtension,
        path => path.EndsWithIgnoringCase(".code-workspace") || ("/" + path).EndsWithIgnoringCase("/.vscode/extensions.json"),
        root => [root["recommendations"], (root["extensions"] as JsonObject)?["recommendations"]],
        (entry, _, counterpart) => FileEdit.Of(Quoted(entry.Value, counterpart.Id)));

    private static IEnumerable<JsonNode?> NpmLists(JsonObject root)
    {
        var parents = new[] { root, root["workspaces"] as JsonObject, root["pnpm"] as JsonObject };
        return parents.OfType<JsonObject>().SelectMany(parent => NpmSections.Append("catalogs").Select(section => parent[section]));
    }

    // Behind an alias the code goes on calling it as before; else the key is the name, with what overrides write around it.
    private static FileEdit ReplaceNpm(JsonEntry entry, string seen, Counterpart counterpart)
    {
        var version = counterpart.Version ?? "latest";
        if (entry.Name is not { } name)
        {
            return FileEdit.Of(Quoted(entry.Value, counterpart.Id));
        }

        return entry.Value is not JsonString value ? FileEdit.Refused("holds rules of its own; which of them fit another package is not known")
            : value.Value.StartsWith("npm:", StringComparison.Ordinal) ? FileEdit.Of(Quoted(value, $"npm:{counterpart.Id}@{version}"))
            : string.Equals(name.Value, seen, StringComparison.OrdinalIgnoreCase) ? FileEdit.Of(Quoted(name, counterpart.Id), Quoted(value, version))
            : FileEdit.Refused("is named there only for other packages");
    }

    // Ids and versions of packages need no escapes.
    private static TextEdit Quoted(JsonNode node, string text) => new(node.Offset, node.Length, $"\"{text}\"");

    private static string NameOf(string path) => path.Substring(path.LastIndexOf('/') + 1);
}
