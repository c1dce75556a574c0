using AiToolPolicy.Engine.Exemptions;
using AiToolPolicy.Engine.Inspection;

namespace AiToolPolicy.Files;

/// <summary>Finds the files of exemptions. Each speaks of its own folder and what lies below it; several may speak of one file.</summary>
public static class ExemptionLocator
{
    /// <summary>Those that reach a folder: in it, in the folders above it up to the repository's root, and beside the policy.</summary>
    public static IReadOnlyList<InputFile> Reaching(string folder, string root, string? policyFile) =>
        Existing(root, Folders(folder, root).Append(BesidePolicy(policyFile)));

    /// <summary>Those of a whole repository, wherever they stand in it, and the one beside a policy from elsewhere.</summary>
    /// <param name="files">The repository's files.</param>
    public static IReadOnlyList<InputFile> Of(string root, IReadOnlyList<InputFile> files, string? policyFile)
    {
        var listed = files.Where(file => file.Name == ExemptionFile.Name).ToList();
        var others = Existing(root, [root, BesidePolicy(policyFile)]).Where(file => !listed.Exists(known => known.Path == file.Path));
        return [.. listed, .. others];
    }

    private static List<InputFile> Existing(string root, IEnumerable<string?> folders) =>
    [
        .. folders.OfType<string>()
            .Select(folder => Path.Combine(folder, ExemptionFile.Name))
            .Where(path => File.Exists(path) || Directory.Exists(path))
            .Select(path => (Path: path, Shown: RepositoryPath.Relative(root, path)))
            .GroupBy(found => found.Shown, StringComparer.Ordinal)
            .Select(same => same.First())
            .OrderBy(found => found.Shown, StringComparer.Ordinal)
            .Select(found => new InputFile(found.Shown, () => TextFile.Read(found.Path, TextFile.ExemptionLimit))),
    ];

    private static string? BesidePolicy(string? policyFile) => policyFile is null ? null : Path.GetDirectoryName(Path.GetFullPath(policyFile));

    private static IEnumerable<string> Folders(string folder, string root)
    {
        yield return root;
        for (var place = Path.GetFullPath(folder); place is not null && RepositoryPath.Relative(root, place) is { Length: > 0 } shown && !RepositoryPath.IsOutside(shown); place = Path.GetDirectoryName(place))
        {
            yield return place;
        }
    }
}
