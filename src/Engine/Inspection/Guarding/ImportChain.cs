using AiToolPolicy.Engine.Inspection.Dependencies;
using AiToolPolicy.Engine.Text;
using AiToolPolicy.Engine.Xml;

namespace AiToolPolicy.Engine.Inspection.Guarding;

/// <summary>A file in MSBuild's language, and what of it decides whether the package is in a project.</summary>
internal sealed class MsBuildFile(InputFile file, XmlElement? root)
{
    private readonly IReadOnlyList<ProjectItem> _items = root is null ? [] : ProjectItems.Read(root, "PackageReference", "GlobalPackageReference");

    public InputFile File { get; } = file;

    /// <summary>By a reference of the project's own kind, or as an MSBuild SDK.</summary>
    public bool References => HasItem("PackageReference") || (root is not null && ProjectSdks.Read(root).Any(sdk => sdk.Id.EqualsIgnoringCase(PackageName.Id)));

    /// <summary>By a reference that holds only where versions are managed centrally.</summary>
    public bool ReferencesGlobally => HasItem("GlobalPackageReference");

    public bool Removes => RemovesItem("PackageReference");

    public bool RemovesGlobally => RemovesItem("GlobalPackageReference");

    /// <summary>The names of the files that its imports ask for, as far as they are plain: a name, and whether it is looked for above.</summary>
    public IEnumerable<string> Imports => root?.SelfAndDescendants().Where(e => e.Is("Import")).Select(e => e.Attribute("Project")?.Value).OfType<string>() ?? [];

    /// <summary>The last value that the file gives a property; null where it gives none.</summary>
    public string? Property(string name) => root?.SelfAndDescendants().LastOrDefault(e => e.Is(name) && e.Parent?.Is("PropertyGroup") == true)?.Text;

    /// <summary>What the file does to weaken the check.</summary>
    public IEnumerable<Weakening> Weakenings => root?.Is("Project") == true ? ProjectFileGuard.Read(root, File.Read().Text!) : [];

    private bool RemovesItem(string type) =>
        root?.SelfAndDescendants().Any(e => e.Is(type) && e.Attribute("Remove")?.Value.Split(';').Any(id => id.Trim().EqualsIgnoringCase(PackageName.Id)) == true) ?? false;

    private bool HasItem(string type) => _items.Any(item => item.ItemType == type && item.Id.EqualsIgnoringCase(PackageName.Id));
}

/// <summary>The files that MSBuild takes up for a project by their names and places, and those that they import, as far as a reader can tell.</summary>
internal sealed class ImportChain
{
    private const int MaxFiles = 64;

    private static readonly string[] Elsewhere =
        ["Sdk.", "$(MSBuildExtensionsPath", "$(MSBuildToolsPath", "$(MSBuildBinPath", "$(MSBuildSDKsPath", "$(VSToolsPath", "$(NuGetPackageRoot", "$(Pkg", "$(CustomBefore", "$(CustomAfter"];

    private readonly Dictionary<string, InputFile> _files;
    private readonly Dictionary<string, MsBuildFile> _read = new(StringComparer.OrdinalIgnoreCase);

    public ImportChain(IEnumerable<InputFile> files) =>
        _files = files.GroupBy(f => f.Path, StringComparer.OrdinalIgnoreCase).ToDictionary(same => same.Key, same => same.First(), StringComparer.OrdinalIgnoreCase);

    public MsBuildFile Read(InputFile file)
    {
        if (!_read.TryGetValue(file.Path, out var known))
        {
            var text = file.Read().Text ?? "";
            known = new MsBuildFile(file, XmlTree.Read(new SourceFile(file.Path, text)).Root);
            _read[file.Path] = known;
        }

        return known;
    }

    /// <summary>The nearest file of that name at or above a folder.</summary>
    public InputFile? Nearest(string name, string? folder)
    {
        for (var at = folder; at is not null; at = Parent(at))
        {
            if (_files.TryGetValue(Join(at, name), out var file))
            {
                return file;
            }
        }

        return null;
    }

    /// <summary>The nearest file of the same name above this one.</summary>
    public InputFile? Above(InputFile file) => Nearest(file.Name, Parent(file.Folder));

    /// <summary>A file and all that it imports, each once.</summary>
    /// <param name="isWhole">False where an import could not be followed by reading alone.</param>
    public IReadOnlyList<MsBuildFile> From(InputFile start, out bool isWhole)
    {
        isWhole = true;
        var found = new List<MsBuildFile>();
        var waiting = new Queue<InputFile>([start]);
        while (waiting.Count > 0 && found.Count < MaxFiles)
        {
            var file = Read(waiting.Dequeue());
            if (found.Contains(file))
            {
                continue;
            }

            found.Add(file);
            foreach (var import in file.Imports)
            {
                var target = Resolve(import, file.File);
                isWhole &= target is not null || IsElsewhere(import);
                if (target is not null)
                {
                    waiting.Enqueue(target);
                }
            }
        }

        return found;
    }

    // $([MSBuild]::GetPathOfFileAbove('Directory.Build.props', '$(MSBuildThisFileDirectory)../')), ../Directory.Build.props, $(MSBuildThisFileDirectory)x.props
    private InputFile? Resolve(string import, InputFile from)
    {
        var path = import.Trim().Replace('\\', '/');
        if (path.IndexOf("GetPathOfFileAbove", StringComparison.OrdinalIgnoreCase) >= 0 || path.IndexOf("GetDirectoryNameOfFileAbove", StringComparison.OrdinalIgnoreCase) >= 0)
        {
            var name = path.IndexOf("$(MSBuildThisFile)", StringComparison.OrdinalIgnoreCase) >= 0 ? from.Name : _files.Values.Select(f => f.Name).Distinct(StringComparer.OrdinalIgnoreCase)
                .Where(n => path.IndexOf(n, StringComparison.OrdinalIgnoreCase) >= 0).OrderByDescending(n => n.Length).FirstOrDefault();
            return name is null ? null : Nearest(name, name.EqualsIgnoringCase(from.Name) ? Parent(from.Folder) : from.Folder);
        }

        var relative = path.Replace("$(MSBuildThisFileDirectory)", "").Replace("$(MSBuildProjectDirectory)/", "");
        return relative.IndexOf('$') < 0 && Combined(from.Folder, relative) is { } target && _files.TryGetValue(target, out var file) ? file : null;
    }

    // What lies in the SDK's or a package's folder brings nothing that a reader could know, and takes nothing away.
    private static bool IsElsewhere(string import) => Elsewhere.Any(start => import.TrimStart().StartsWith(start, StringComparison.OrdinalIgnoreCase));

    private static string? Combined(string folder, string relative)
    {
        var parts = folder.Length == 0 ? new List<string>() : [.. folder.Split('/')];
        foreach (var part in relative.Split('/').Where(part => part.Length > 0 && part != "."))
        {
            if (part != "..")
            {
                parts.Add(part);
            }
            else if (parts.Count == 0)
            {
                return null;
            }
            else
            {
                parts.RemoveAt(parts.Count - 1);
            }
        }

        return string.Join("/", parts);
    }

    private static string? Parent(string folder) =>
        folder.Length == 0 ? null : folder.LastIndexOf('/') is var slash and > 0 ? folder.Substring(0, slash) : "";

    private static string Join(string folder, string name) => folder.Length == 0 ? name : folder + "/" + name;
}
