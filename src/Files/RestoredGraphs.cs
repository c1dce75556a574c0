using AiToolPolicy.Engine.Inspection;

namespace AiToolPolicy.Files;

/// <summary>What NuGet has resolved for the projects of a repository, where it was restored: it stands in folders that are nobody's to check in.</summary>
public static class RestoredGraphs
{
    /// <param name="files">The repository's files.</param>
    public static IReadOnlyList<InputFile> Of(string root, IReadOnlyList<InputFile> files) =>
    [
        .. files.Where(file => FileNames.IsProject(file.Name))
            .Select(file => file.Folder.Length == 0 ? "obj/project.assets.json" : $"{file.Folder}/obj/project.assets.json")
            .Distinct(StringComparer.Ordinal)
            .Where(path => File.Exists(Path.Combine(root, path)))
            .Select(path => new InputFile(path, () => TextFile.Read(Path.Combine(root, path)))),
    ];
}
