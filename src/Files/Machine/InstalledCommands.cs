using AiToolPolicy.Engine.Catalog;
using AiToolPolicy.Engine.Inspection.Machine;

namespace AiToolPolicy.Files.Machine;

/// <summary>The commands that a shell would find.</summary>
internal static class InstalledCommands
{
    private static readonly bool IsWindows = Path.DirectorySeparatorChar == '\\';

    private static readonly string[] WindowsEndings = [".exe", ".cmd", ".bat", ".ps1"];

    // A folder on the way to the file a command stands for, and how what lies in it is removed; {0} is the name that follows.
    private static readonly (string Folder, string Remedy)[] Managers =
    [
        ("node_modules", "npm uninstall -g {0}"),
        ("Cellar", "brew uninstall {0}"),
        ("Caskroom", "brew uninstall --cask {0}"),
        ("venvs", "pipx uninstall {0}"),
        ("tools", "uv tool uninstall {0}"),
    ];

    public static IEnumerable<InstalledThing> Of(MachinePlaces places, ToolCatalog catalog) => places.CommandFolders
        .Where(Path.IsPathRooted)
        .Distinct(StringComparer.Ordinal)
        .SelectMany(folder => FolderNames.All(folder)
            .Select(file => (Name: CommandName(file), Path: Path.Combine(folder, file)))
            .Where(command => InstalledTools.MayBe(catalog, SignatureKind.Command, command.Name))
            .GroupBy(command => command.Name, StringComparer.Ordinal)
            .Select(same => new InstalledThing(SignatureKind.Command, same.Key, null, places.Shown(folder), Remedy(same.First().Path, places))));

    private static string CommandName(string file) =>
        IsWindows && Array.Find(WindowsEndings, ending => file.EndsWith(ending, StringComparison.OrdinalIgnoreCase)) is { } ending ? file.Substring(0, file.Length - ending.Length) : file;

    // Where a command really lies tells who put it there.
    private static string Remedy(string path, MachinePlaces places)
    {
        var parts = (LinkTarget(path) ?? path).Split('/', '\\');
        foreach (var (folder, remedy) in Managers)
        {
            var at = Array.LastIndexOf(parts, folder);
            if (at >= 0 && at + 2 < parts.Length && IsManaged(parts, at))
            {
                var name = parts[at + 1].StartsWith("@", StringComparison.Ordinal) ? $"{parts[at + 1]}/{parts[at + 2]}" : parts[at + 1];
                return string.Format(System.Globalization.CultureInfo.InvariantCulture, remedy, name);
            }
        }

        return IsDotNetTool(path, places) ? "dotnet tool uninstall -g, with the package that 'dotnet tool list -g' shows for it" : $"delete {places.Shown(path)}";
    }

    // Folders called "tools" and "venvs" are many.
    private static bool IsManaged(string[] parts, int at) => parts[at] switch
    {
        "tools" => at > 0 && parts[at - 1] == "uv",
        "venvs" => at > 0 && parts[at - 1] == "pipx",
        _ => true,
    };

    private static bool IsDotNetTool(string path, MachinePlaces places) =>
        string.Equals(Path.GetDirectoryName(path), places.InHome(".dotnet/tools"), StringComparison.Ordinal);

    private static string? LinkTarget(string path)
    {
        try
        {
            return Links.IsLink(path) ? Links.FinalTarget(path) : null;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
