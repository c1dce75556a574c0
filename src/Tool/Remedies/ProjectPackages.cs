using AiToolPolicy.Engine.Inspection;
using AiToolPolicy.Engine.Inspection.Dependencies;
using AiToolPolicy.Engine.Json;
using AiToolPolicy.Engine.Text;
using AiToolPolicy.Engine.Xml;
using NuGet.Versioning;

namespace AiToolPolicy.Tool.Remedies;

/// <summary>The package references of one project: as restored, or where it was not, as they are written.</summary>
/// <param name="Sources">The project first, then the files that it imports, the nearest first.</param>
/// <param name="Frameworks">Short names of its target frameworks.</param>
/// <param name="Direct">Its own references and their versions, in the order of their ids; a version is null where none can be told.</param>
/// <param name="Assets">What NuGet resolved; null where nothing was restored.</param>
internal sealed record ProjectPackages(
    InputFile Project,
    IReadOnlyList<InputFile> Sources,
    IReadOnlyList<string> Frameworks,
    IReadOnlyList<(string Id, string? Version)> Direct,
    InputFile? Assets)
{
    private static readonly string[] Imported = ["Directory.Build.props", "Directory.Build.targets", FileNames.CentralVersions];

    /// <param name="files">The repository's files.</param>
    /// <param name="graphs">The repository's restored graphs.</param>
    public static IReadOnlyList<ProjectPackages> Of(IReadOnlyList<InputFile> files, IReadOnlyList<InputFile> graphs) =>
        [.. files.Where(file => FileNames.IsProject(file.Name)).OrderBy(file => file.Path, StringComparer.Ordinal).Select(project => Read(project, files, graphs))];

    /// <summary>The texts of <see cref="Sources"/> that can be read.</summary>
    public IReadOnlyList<SourceFile> Texts => [.. Sources.Where(file => file.Read().Text is not null).Select(file => new SourceFile(file.Path, file.Read().Text!))];

    public ReferenceSites Sites => new(Sources);

    private static ProjectPackages Read(InputFile project, IReadOnlyList<InputFile> files, IReadOnlyList<InputFile> graphs)
    {
        var imports = files.Where(file => Imported.Any(file.Name.EqualsIgnoringCase) && IsAtOrAbove(file.Folder, project.Folder)).OrderByDescending(file => file.Folder.Length);
        List<InputFile> sources = [project, .. imports];
        var assets = graphs.FirstOrDefault(graph => graph.Folder == (project.Folder.Length == 0 ? "obj" : project.Folder + "/obj"));
        return assets?.Read().Text is { } text && JsonReader.Read(new SourceFile(assets.Path, text), JsonOptions.Relaxed).Root is JsonObject root
            ? Restored(project, sources, assets, root)
            : Written(project, sources);
    }

    private static ProjectPackages Restored(InputFile project, List<InputFile> sources, InputFile assets, JsonObject root)
    {
        var frameworks = ((root["project"] as JsonObject)?["frameworks"] as JsonObject)?.Members ?? [];
        var resolved = ((root["libraries"] as JsonObject)?.Members ?? []).Select(library => library.Name.Value.Split('/'))
            .ToLookup(parts => parts[0], parts => parts[^1], StringComparer.OrdinalIgnoreCase);
        var direct = frameworks.SelectMany(framework => ((framework.Value as JsonObject)?["dependencies"] as JsonObject)?.Members ?? []).Select(dependency => dependency.Name.Value);
        return new ProjectPackages(project, sources, [.. frameworks.Select(framework => framework.Name.Value)], Sorted(direct, id => resolved[id].FirstOrDefault()), assets);
    }

    // Conditions are not judged, so that nothing hides in one.
    private static ProjectPackages Written(InputFile project, List<InputFile> sources)
    {
        var roots = sources.Where(file => file.Read().Text is not null).Select(file => XmlTree.Read(new SourceFile(file.Path, file.Read().Text!)).Root).OfType<XmlElement>().ToList();
        var items = roots.SelectMany(root => ProjectItems.Read(root, "PackageReference", "GlobalPackageReference")).ToLookup(item => item.Id, item => item.Version, StringComparer.OrdinalIgnoreCase);
        var central = new CentralVersions(sources);
        return new ProjectPackages(
            project,
            sources,
            FrameworksIn(roots),
            Sorted(items.Select(item => item.Key), id => Lowest(items[id].FirstOrDefault(version => version is not null) ?? central.Find(project.Folder, id))),
            null);
    }

    private static IReadOnlyList<string> FrameworksIn(IReadOnlyList<XmlElement> roots) =>
    [
        .. roots.SelectMany(root => root.SelfAndDescendants()).Where(element => element.Is("TargetFramework") || element.Is("TargetFrameworks"))
            .SelectMany(element => element.Text.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            .Where(framework => !framework.Contains('$', StringComparison.Ordinal))
            .Distinct(StringComparer.OrdinalIgnoreCase),
    ];

    private static IReadOnlyList<(string Id, string? Version)> Sorted(IEnumerable<string> ids, Func<string, string?> version) =>
        [.. ids.Distinct(StringComparer.OrdinalIgnoreCase).Order(StringComparer.OrdinalIgnoreCase).Select(id => (id, version(id)))];

    // A floating version may be any; a restore has to say which.
    private static string? Lowest(string? range) =>
        VersionRange.TryParse(range ?? "", allowFloating: true, out var parsed) && !parsed.IsFloating ? parsed.MinVersion?.ToNormalizedString() : null;

    private static bool IsAtOrAbove(string folder, string other) => folder.Length == 0 || other == folder || other.StartsWith(folder + "/", StringComparison.Ordinal);
}
