using AiToolPolicy.Engine.Catalog;
using AiToolPolicy.Engine.Inspection.Machine;

namespace AiToolPolicy.Files.Machine;

/// <summary>
/// What is installed on a machine and known to the catalog, by names and places alone: no file is opened, nothing is started. What the catalog
/// does not know never leaves this room.
/// </summary>
public static class MachineInventory
{
    public static IReadOnlyList<InstalledThing> Take(MachinePlaces places, ToolCatalog catalog) =>
    [
        .. InstalledCommands.Of(places, catalog)
            .Concat(InstalledPackages.Of(places))
            .Concat(EditorFolders.Of(places, catalog))
            .Concat(UserFolders.Of(places, catalog))
            .Where(thing => InstalledTools.MayBe(catalog, thing.Kind, thing.Name)),
    ];
}
