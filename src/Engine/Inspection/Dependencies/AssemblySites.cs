using AiToolPolicy.Engine.Text;
using AiToolPolicy.Engine.Xml;

namespace AiToolPolicy.Engine.Inspection.Dependencies;

/// <summary>Where assemblies are referenced by their path: <c>HintPath</c> and path-like <c>Include</c> of <c>Reference</c> items.</summary>
/// <param name="files">Project files and the files they import; others are passed over. Read only when somebody asks.</param>
public sealed class AssemblySites(IReadOnlyList<InputFile> files)
{
    private readonly Lazy<IReadOnlyList<Site>> _sites = new(() => [.. files.Where(f => FileNames.IsMsBuild(f.Name)).SelectMany(Read)]);

    public static AssemblySites None { get; } = new([]);

    /// <summary>The lines that reference the assembly at this path, or at several paths of which MSBuild's properties decide.</summary>
    /// <param name="path">Repository-relative, with forward slashes.</param>
    public IReadOnlyList<Location> Find(string path) => [.. _sites.Value.Where(site => site.LeadsTo(path)).Select(site => site.Location).Distinct()];

    /// <summary>The line that wrote the reference as MSBuild knows it, or null.</summary>
    /// <param name="include">The item's <c>Include</c>, as evaluated.</param>
    public Location? FindItem(string include) => _sites.Value.FirstOrDefault(site => site.Include.EqualsIgnoringCase(include))?.Location;

    private static IEnumerable<Site> Read(InputFile file)
    {
        if (file.Read().Text is not { } text || text.IndexOf("<Reference", StringComparison.OrdinalIgnoreCase) < 0 || XmlTree.Read(new SourceFile(file.Path, text)).Root is not { } root)
        {
            return [];
        }

        var properties = new MsBuildProperties(root);
        return ProjectItems.Read(root, "Reference").SelectMany(item => Paths(item, properties).Select(path => new Site(item.Id, Absolute(file.Folder, path), item.Location)));
    }

    private static IEnumerable<string> Paths(ProjectItem item, MsBuildProperties properties)
    {
        var written = item.Element.Metadata("HintPath") ?? item.Id;
        return properties.Expand(written).Select(path => MsBuildProperties.Unescape(path.Trim()).Replace('\\', '/'));
    }

    // From the folder of the file that wrote it; where that depends on a property, only the path's end is known: "**/lib/Helper.dll".
    private static string Absolute(string folder, string path)
    {
        if (path.LastIndexOf("$(", StringComparison.Ordinal) is var property and >= 0)
        {
            var rest = path.Substring(path.IndexOf(')', property) + 1).TrimStart('/');
            return "**/" + Normal("", rest);
        }

        return Normal(folder, path);
    }

    private static string Normal(string folder, string path)
    {
        var parts = folder.Length == 0 ? [] : folder.Split('/').ToList();
        foreach (var part in path.Split('/').Where(part => part is not ("" or ".")))
        {
            if (part == ".." && parts.Count > 0 && parts[parts.Count - 1] != "..")
            {
                parts.RemoveAt(parts.Count - 1);
            }
            else
            {
                parts.Add(part);
            }
        }

        return string.Join("/", parts);
    }

    private sealed record Site(string Include, string Path, Location Location)
    {
        // Compared without case, as the file systems of most developers do.
        public bool LeadsTo(string path) => Path.IndexOf('*') < 0 ? path.EqualsIgnoringCase(Path) : new PathGlob(Path, ignoreCase: true).IsMatch(path);
    }
}
