using AiToolPolicy.Engine.Catalog;
using AiToolPolicy.Engine.Inspection.Machine;

namespace AiToolPolicy.Files.Machine;

/// <summary>Extensions and plug-ins of editors. Which editors keep them where is the catalog's to know.</summary>
internal static class EditorFolders
{
    public static IEnumerable<InstalledThing> Of(MachinePlaces places, ToolCatalog catalog) => Extensions(places, catalog).Concat(PlugIns(places, catalog));

    private static IEnumerable<InstalledThing> Extensions(MachinePlaces places, ToolCatalog catalog) => catalog.Signatures
        .Where(signature => signature.Kind == SignatureKind.ExtensionFolder)
        .SelectMany(signature => FolderNames.Folders(places.InHome(signature.Value)).Select(name =>
        {
            var (id, version) = Split(name);
            return new InstalledThing(SignatureKind.VscodeExtension, id, version, "~/" + signature.Value, $"{signature.Role ?? "code"} --uninstall-extension {id}");
        }));

    // publisher.name-1.2.3, publisher.name-1.2.3-linux-x64
    private static (string Id, string? Version) Split(string folder)
    {
        for (var dash = folder.LastIndexOf('-'); dash > 0; dash = folder.LastIndexOf('-', dash - 1))
        {
            var rest = folder.Substring(dash + 1);
            var dot = rest.IndexOf('.');
            if (dot > 0 && rest.Take(dot).All(char.IsDigit))
            {
                return (folder.Substring(0, dash), rest.Split('-')[0]);
            }
        }

        return (folder, null);
    }

    private static IEnumerable<InstalledThing> PlugIns(MachinePlaces places, ToolCatalog catalog) => catalog.Signatures
        .Where(signature => signature.Kind == SignatureKind.PluginFolder)
        .SelectMany(signature => Expand(places, signature.Value))
        .SelectMany(folder => FolderNames.All(folder).Select(name =>
            new InstalledThing(SignatureKind.JetbrainsPlugin, name.EndsWith(".jar", StringComparison.OrdinalIgnoreCase) ? name.Substring(0, name.Length - 4) : name, null, places.Shown(folder), $"uninstall it in the editor's settings, or delete {places.Shown(Path.Combine(folder, name))}")));

    // One star stands for every editor and version.
    private static IEnumerable<string> Expand(MachinePlaces places, string pattern)
    {
        var star = pattern.IndexOf('*');
        if (star < 0)
        {
            return [places.InHome(pattern)];
        }

        var above = places.InHome(pattern.Substring(0, star).TrimEnd('/'));
        return FolderNames.Folders(above).Select(name => Path.Combine(above, name, pattern.Substring(star + 1).TrimStart('/')));
    }
}
