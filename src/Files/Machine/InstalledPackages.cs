using AiToolPolicy.Engine.Catalog;
using AiToolPolicy.Engine.Inspection.Machine;

namespace AiToolPolicy.Files.Machine;

/// <summary>Global .NET tools with their versions, and global npm packages.</summary>
internal static class InstalledPackages
{
    public static IEnumerable<InstalledThing> Of(MachinePlaces places) => DotNetTools(places).Concat(NpmPackages(places));

    // The store holds each tool below its id and version.
    private static IEnumerable<InstalledThing> DotNetTools(MachinePlaces places)
    {
        var store = places.InHome(".dotnet/tools/.store");
        return FolderNames.Folders(store).SelectMany(id => FolderNames.Folders(Path.Combine(store, id))
            .Select(version => new InstalledThing(SignatureKind.Nuget, id, version, "~/.dotnet/tools", $"dotnet tool uninstall -g {id}")));
    }

    private static IEnumerable<InstalledThing> NpmPackages(MachinePlaces places) => NodeFolders(places)
        .Distinct(StringComparer.Ordinal)
        .SelectMany(folder => FolderNames.Folders(folder)
            .SelectMany(name => name.StartsWith("@", StringComparison.Ordinal) ? FolderNames.Folders(Path.Combine(folder, name)).Select(inner => $"{name}/{inner}") : [name])
            .Select(name => new InstalledThing(SignatureKind.Npm, name, null, places.Shown(folder), $"npm uninstall -g {name}")));

    // Beside each folder of commands, as npm lays a prefix out on Windows and elsewhere, and where version managers keep theirs.
    private static IEnumerable<string> NodeFolders(MachinePlaces places)
    {
        foreach (var folder in places.CommandFolders.Where(Path.IsPathRooted))
        {
            yield return Path.Combine(folder, "node_modules");
            if (Path.GetFileName(folder.TrimEnd('/', '\\')) == "bin" && Path.GetDirectoryName(folder.TrimEnd('/', '\\')) is { } prefix)
            {
                yield return Path.Combine(prefix, "lib", "node_modules");
            }
        }

        yield return places.InHome(".npm-global/lib/node_modules");
        var versions = places.InHome(".nvm/versions/node");
        foreach (var version in FolderNames.Folders(versions))
        {
            yield return Path.Combine(versions, version, "lib", "node_modules");
        }
    }
}
