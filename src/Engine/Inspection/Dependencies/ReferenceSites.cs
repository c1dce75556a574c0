using AiToolPolicy.Engine.Text;
using AiToolPolicy.Engine.Xml;

namespace AiToolPolicy.Engine.Inspection.Dependencies;

/// <summary>Where the direct package references of a project are written: in the project file or in a file that it imports.</summary>
public sealed class ReferenceSites
{
    private static readonly string[] ItemTypes = ["PackageReference", "GlobalPackageReference", "PackageVersion", "PackageDownload"];

    private readonly IReadOnlyList<InputFile> _files;
    private Dictionary<string, Location>? _sites;
    private Location? _unexpanded;

    /// <param name="files">The project file first, then the files it imports.</param>
    public ReferenceSites(IReadOnlyList<InputFile> files) => _files = files;

    public static ReferenceSites None { get; } = new([]);

    /// <summary>
    /// The line that wrote the reference. Where no line names the id literally: a reference whose id is a property that is set elsewhere,
    /// else the start of the project file; null where there is no such file.
    /// </summary>
    public Location? Find(string id)
    {
        _sites ??= Read();
        return _sites.TryGetValue(id, out var location) ? location : _unexpanded ?? (_files.Count == 0 ? null : Location.StartOf(_files[0].Path));
    }

    private Dictionary<string, Location> Read()
    {
        var sites = new Dictionary<string, Location>(StringComparer.OrdinalIgnoreCase);
        var roots = _files.Select(Root).OfType<XmlElement>().ToList();
        foreach (var item in ItemTypes.SelectMany(type => roots.SelectMany(root => ProjectItems.Read(root, type))))
        {
            if (item.Id.IndexOf("$(", StringComparison.Ordinal) >= 0)
            {
                _unexpanded ??= item.Location;
            }
            else if (!sites.ContainsKey(item.Id))
            {
                sites[item.Id] = item.Location;
            }
        }

        return sites;
    }

    private static XmlElement? Root(InputFile file) => file.Read().Text is { } text ? XmlTree.Read(new SourceFile(file.Path, text)).Root : null;
}
