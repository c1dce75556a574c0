using AiToolPolicy.Engine.Text;
using AiToolPolicy.Engine.Xml;

namespace AiToolPolicy.Engine.Inspection.Dependencies;

/// <summary>The versions that <c>Directory.Packages.props</c> files give to the projects below them.</summary>
public sealed class CentralVersions
{
    private readonly Dictionary<string, InputFile> _byFolder;
    private readonly Dictionary<string, Dictionary<string, string>> _versions = new(StringComparer.Ordinal);

    public CentralVersions(IEnumerable<InputFile> files) =>
        _byFolder = files
            .Where(f => f.Name.EqualsIgnoringCase(FileNames.CentralVersions))
            .GroupBy(f => f.Folder, StringComparer.Ordinal)
            .ToDictionary(same => same.Key, same => same.First(), StringComparer.Ordinal);

    /// <summary>The central version of a package for a file in <paramref name="folder"/>, from the nearest file at or above it; or null.</summary>
    public string? Find(string folder, string id)
    {
        for (var at = folder; ; at = at.LastIndexOf('/') is var slash and > 0 ? at.Substring(0, slash) : "")
        {
            if (_byFolder.TryGetValue(at, out var file))
            {
                return VersionsOf(file).TryGetValue(id, out var version) ? version : null;
            }

            if (at.Length == 0)
            {
                return null;
            }
        }
    }

    private Dictionary<string, string> VersionsOf(InputFile file)
    {
        if (_versions.TryGetValue(file.Path, out var known))
        {
            return known;
        }

        var versions = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        if (file.Read().Text is { } text && XmlTree.Read(new SourceFile(file.Path, text)).Root is { } root)
        {
            foreach (var item in ProjectItems.Read(root, "PackageVersion").Where(i => i.Version is not null))
            {
                versions[item.Id] = item.Version!;
            }
        }

        return _versions[file.Path] = versions;
    }
}
