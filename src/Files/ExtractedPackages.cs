using AiToolPolicy.Engine.Catalog;
using AiToolPolicy.Engine.Inspection;
using AiToolPolicy.Engine.Inspection.Dependencies;
using AiToolPolicy.Engine.Json;
using AiToolPolicy.Engine.Text;

namespace AiToolPolicy.Files;

/// <summary>The packages that NuGet has extracted for the projects of a repository, where it was restored on this machine.</summary>
public static class ExtractedPackages
{
    private static readonly string[] Shared = ["Directory.Build.props", "Directory.Build.targets", "Directory.Packages.props"];

    /// <summary>
    /// The direct references to packages that no catalog knows and that say that they are AI tools. What comes in behind other packages only a
    /// build tells, of these as of all packages; and what was restored before the last change is no reference any more.
    /// </summary>
    /// <param name="files">The files that are checked.</param>
    /// <param name="repository">All files of the repository, in which the references may be written.</param>
    public static IReadOnlyList<Evidence> Claims(string root, IReadOnlyList<InputFile> files, IReadOnlyList<InputFile> repository, ToolCatalog catalog) =>
    [
        .. files.Where(file => FileNames.IsProject(file.Name))
            .SelectMany(project => Claims(project, Path.Combine(root, project.Folder, "obj", "project.assets.json"), repository, catalog))
            .GroupBy(evidence => (evidence.Location, evidence.Seen))
            .Select(same => same.First()),
    ];

    private static IEnumerable<Evidence> Claims(InputFile project, string assetsFile, IReadOnlyList<InputFile> repository, ToolCatalog catalog)
    {
        if (!File.Exists(assetsFile) || TextFile.Read(assetsFile).Text is not { } text
            || JsonReader.Read(new SourceFile("project.assets.json", text), JsonOptions.Relaxed).Root is not JsonObject assets || !IsOf(project, assets))
        {
            return [];
        }

        var claims = UnknownPackages.Find(assets, catalog, TextFile.Read);
        var graphs = claims.Count == 0 ? [] : AssetsGraph.Read(assets).ToList();
        var sites = new ReferenceSites([project, .. repository.Where(file => Shared.Contains(file.Name) && IsAbove(file.Folder, project.Folder)).OrderByDescending(file => file.Folder.Length)]);
        return claims.SelectMany(claim => UnknownPackages.Evidence(claim, graphs, sites, Location.StartOf(project.Path)))
            .Where(evidence => evidence.Through is null && sites.IsWritten(evidence.Seen));
    }

    // Two projects in one folder share its obj; the file tells whose it is.
    private static bool IsOf(InputFile project, JsonObject assets) =>
        ((assets["project"] as JsonObject)?["restore"] as JsonObject)?["projectPath"] is not JsonString { Value: var path }
        || string.Equals(path.Substring(path.LastIndexOfAny(['/', '\\']) + 1), project.Name, StringComparison.OrdinalIgnoreCase);

    private static bool IsAbove(string folder, string other) => folder.Length == 0 || other == folder || other.StartsWith(folder + "/", StringComparison.Ordinal);
}
