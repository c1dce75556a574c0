using AiToolPolicy.Engine.Catalog;
using AiToolPolicy.Engine.Inspection.Machine;

namespace AiToolPolicy.Files.Machine;

/// <summary>
/// The folders in which tools keep a user's settings. They are called in the home folder as they are called in a repository, so the catalog's
/// paths tell whose they are.
/// </summary>
internal static class UserFolders
{
    public static IEnumerable<InstalledThing> Of(MachinePlaces places, ToolCatalog catalog) =>
        from name in FolderNames.Folders(places.Home)
        where name.StartsWith(".", StringComparison.Ordinal)
        from inner in FolderNames.All(Path.Combine(places.Home, name))
        let path = $"{name}/{inner}"
        where InstalledTools.MayBe(catalog, SignatureKind.Path, path)
        select new InstalledThing(SignatureKind.Path, path, null, $"~/{name}", $"delete ~/{name}");
}
