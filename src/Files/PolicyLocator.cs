using AiToolPolicy.Engine.Catalog;
using AiToolPolicy.Engine.Policies;
using AiToolPolicy.Engine.Text;

namespace AiToolPolicy.Files;

/// <summary>Finds the policy of a folder, and loads it. A file that is there but cannot be read is an error, never an inventory.</summary>
public static class PolicyLocator
{
    /// <summary>The nearest <c>ai-tool-policy.json</c> at or above a folder, or null.</summary>
    public static string? Nearest(string folder) =>
        RepositoryRoot.Nearest(Path.GetFullPath(folder), place => IsThere(PathIn(place))) is { } found ? PathIn(found) : null;

    /// <summary>The policy that somebody named.</summary>
    /// <param name="root">The repository's root, for the path that findings show.</param>
    public static LoadedPolicy LoadNamed(string path, string root, ToolCatalog catalog) => IsThere(path)
        ? Load(path, root, catalog, (shown, reason) => PolicyFile.Missing(shown, $"could not be read: {reason.TrimEnd('.')}", catalog))
        : PolicyFile.Missing(RepositoryPath.Relative(root, path), "is not there", catalog);

    /// <summary>The policy that <see cref="Nearest"/> found; with null, none.</summary>
    public static LoadedPolicy LoadFound(string? path, string root, ToolCatalog catalog) => path is null
        ? LoadedPolicy.None(catalog)
        : Load(path, root, catalog, (shown, reason) => PolicyFile.Unreadable(shown, reason, catalog));

    private static LoadedPolicy Load(string path, string root, ToolCatalog catalog, Func<string, string, LoadedPolicy> unusable)
    {
        var shown = RepositoryPath.Relative(root, path);
        var read = TextFile.Read(path, TextFile.PolicyLimit);
        return read.Text is { } text
            ? PolicyFile.Load(new SourceFile(shown, text), catalog)
            : unusable(shown, read.Failure!);
    }

    private static string PathIn(string folder) => Path.Combine(folder, PolicyFile.Name);

    // A folder of that name is found too, so that it is reported instead of being passed by.
    private static bool IsThere(string path) => File.Exists(path) || Directory.Exists(path);
}
