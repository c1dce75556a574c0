using AiToolPolicy.Engine.Text;
using AiToolPolicy.Engine.Xml;

namespace AiToolPolicy.Engine.Inspection.Dependencies;

/// <summary>Where the direct package references of a project are written: in the project file, in a file that it imports, or at the head of a file-based app.</summary>
public sealed class ReferenceSites
{
    private static readonly string[] ItemTypes = ["PackageReference", "GlobalPackageReference", "PackageVersion", "PackageDownload"];

    private static readonly string[] SharedItemTypes = ["PackageReference", "GlobalPackageReference", "PackageDownload"];

    private readonly IReadOnlyList<InputFile> _files;
    private readonly Dictionary<string, Location> _sites = new(StringComparer.OrdinalIgnoreCase);
    private Location? _unexpanded;
    private bool _isRead;

    /// <param name="files">The project file or entry point first, then the files it imports.</param>
    public ReferenceSites(IReadOnlyList<InputFile> files) => _files = files;

    public static ReferenceSites None { get; } = new([]);

    /// <summary>
    /// The line that wrote the reference. Where no line names the id literally: a reference whose id is a property that is set elsewhere,
    /// else the start of the project file; null where there is no such file.
    /// </summary>
    public Location? Find(string id)
    {
        Read();
        return _sites.TryGetValue(id, out var location) ? location : _unexpanded ?? (_files.Count == 0 ? null : Location.StartOf(_files[0].Path));
    }

    /// <summary>Whether some line names the id literally.</summary>
    public bool IsWritten(string id)
    {
        Read();
        return _sites.ContainsKey(id);
    }

    private void Read()
    {
        if (_isRead)
        {
            return;
        }

        _isRead = true;
        var texts = _files.Where(f => f.Read().Text is not null).Select(f => new SourceFile(f.Path, f.Read().Text!)).ToList();
        foreach (var directive in texts.Where(t => t.Path.EndsWithIgnoringCase(".cs")).SelectMany(AppDirectives.Read).Where(d => d.Kind != AppDirective.Property))
        {
            Add(directive.Id, directive.Location);
        }

        // A central version of a shared file makes no reference of this project, and the file's own check reports it.
        var items = texts.Where(t => FileNames.IsMsBuild(t.Path))
            .SelectMany(t => XmlTree.Read(t).Root is { } root ? ProjectItems.Read(root, t.Path == _files[0].Path ? ItemTypes : SharedItemTypes) : [])
            .ToList();
        foreach (var item in ItemTypes.SelectMany(type => items.Where(i => i.ItemType == type)))
        {
            Add(item.Id, item.Location);
        }
    }

    // The first one counts: a reference before a version, the project before what it imports.
    private void Add(string id, Location location)
    {
        if (id.IndexOf("$(", StringComparison.Ordinal) >= 0)
        {
            _unexpanded ??= location;
        }
        else if (!_sites.ContainsKey(id))
        {
            _sites[id] = location;
        }
    }
}
