using AiToolPolicy.Engine.Catalog;
using AiToolPolicy.Engine.Findings;
using AiToolPolicy.Engine.Policies;

namespace AiToolPolicy.Files;

/// <summary>Finds the policy of a folder, and loads it. A file that is there but cannot be read is an error, never an inventory.</summary>
public static class PolicyLocator
{
    /// <summary>The nearest <c>ai-tool-policy.json</c> at or above a folder, or null.</summary>
    public static string? Nearest(string folder) =>
        RepositoryRoot.Nearest(Path.GetFullPath(folder), place => IsThere(PathIn(place))) is { } found ? PathIn(found) : null;

    /// <summary>The uppermost <c>ai-tool-policy.json</c> at or above a folder, or null.</summary>
    public static string? Uppermost(string folder)
    {
        string? found = null;
        for (var nearest = Nearest(folder); nearest is not null; nearest = Above(nearest))
        {
            found = nearest;
        }

        return found;
    }

    /// <summary>
    /// Every <c>ai-tool-policy.json</c> that holds in a folder, the nearest first: those from there up to the repository's root, and where there is
    /// none, the nearest one above.
    /// </summary>
    public static IReadOnlyList<string> Stack(string folder, string root)
    {
        var stack = new List<string>();
        for (var nearest = Nearest(folder); nearest is not null && (stack.Count == 0 || !IsOutside(root, nearest)); nearest = Above(nearest))
        {
            stack.Add(nearest);
        }

        return stack;
    }

    /// <summary>The policy that somebody named, with what it extends: it alone, whatever lies beside it.</summary>
    /// <param name="root">The repository's root, for the paths that findings show.</param>
    public static FoundPolicy Named(string path, string root, PolicySources? sources = null) => Open([path], root, sources, NotNamed);

    /// <summary>The policy that holds in a folder, of all layers; see <see cref="Stack"/>.</summary>
    public static FoundPolicy Found(string folder, string root, PolicySources? sources = null) => Open(Stack(folder, root), root, sources, PolicyFile.Unreadable);

    /// <inheritdoc cref="Named"/>
    public static LoadedPolicy LoadNamed(string path, string root, ToolCatalog catalog, PolicySources? sources = null) => Named(path, root, sources).Load(catalog);

    /// <summary>The policy that <see cref="Nearest"/> found, with the layers above it; with null, none.</summary>
    public static LoadedPolicy LoadFound(string? path, string root, ToolCatalog catalog, PolicySources? sources = null) => path is null
        ? LoadedPolicy.None(catalog)
        : Found(Path.GetDirectoryName(Path.GetFullPath(path)) ?? root, root, sources).Load(catalog);

    private static FoundPolicy Open(IReadOnlyList<string> stack, string root, PolicySources? sources, Func<string, string, Finding> unreadable)
    {
        var paths = new PathLayers(root);
        var findings = new List<Finding>();
        List<LayerText> Read(IReadOnlyList<string> files, Func<string, string, Finding> failed) => [.. files.Select(file => ReadLayer(file, failed)).OfType<LayerText>()];
        LayerText? ReadLayer(string file, Func<string, string, Finding> failed)
        {
            var read = TextFile.Read(file, TextFile.PolicyLimit);
            if (read.Text is { } text)
            {
                return paths.Layer(file, text);
            }

            findings.Add(failed(RepositoryPath.Relative(root, file), read.Failure!));
            return null;
        }

        var layers = PolicyLayers.Collect(Read(stack, unreadable), Read(sources?.Above ?? [], NotNamed), [paths, .. sources?.More ?? []]);
        return new FoundPolicy(layers, findings);
    }

    private static Finding NotNamed(string path, string reason) =>
        PolicyFile.Missing(path, reason == TextFile.NotThere ? "is not there" : $"could not be read: {reason.TrimEnd('.')}");

    private static string? Above(string policy) =>
        Path.GetDirectoryName(Path.GetDirectoryName(policy) ?? "") is { Length: > 0 } folder ? Nearest(folder) : null;

    private static bool IsOutside(string root, string policy) => RepositoryPath.IsOutside(RepositoryPath.Relative(root, policy));

    private static string PathIn(string folder) => Path.Combine(folder, PolicyFile.Name);

    // A folder of that name is found too, so that it is reported instead of being passed by.
    private static bool IsThere(string path) => File.Exists(path) || Directory.Exists(path);
}

/// <summary>Where layers come from beside the files at a place.</summary>
/// <param name="Above">Files of layers that are above all others, absolute: those that packages bring into a build.</param>
/// <param name="More">Find what <c>extends</c> names by something else than a path.</param>
public sealed record PolicySources(IReadOnlyList<string> Above, IReadOnlyList<ILayerSource> More);
