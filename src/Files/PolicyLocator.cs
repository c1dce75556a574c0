using AiToolPolicy.Engine;
using AiToolPolicy.Engine.Catalog;
using AiToolPolicy.Engine.Findings;
using AiToolPolicy.Engine.Inspection;
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

    /// <summary>The policy that would hold in a folder if the one that somebody named stood at the repository's root.</summary>
    public static FoundPolicy Under(string named, string folder, string root, PolicySources? sources = null) =>
        Open([.. Stack(folder, root).Where(file => Path.GetDirectoryName(file) != Path.GetFullPath(root).TrimEnd(Path.DirectorySeparatorChar) && !IsOutside(root, file)), named], root, sources, PolicyFile.Unreadable);

    /// <summary>
    /// The policy that holds in a folder when a build's setting names one: that one instead of what is found there, unless that is locked. Then the
    /// named one is a layer beneath, and can only add to it.
    /// </summary>
    /// <param name="named">Null takes what is found.</param>
    /// <param name="catalog">Asked for only where a named policy meets others; reading it is most of the time of a build that finds nothing.</param>
    public static FoundPolicy Holding(string? named, string folder, string root, Func<ToolCatalog> catalog, PolicySources? sources = null)
    {
        if (named is null)
        {
            return Found(folder, root, sources);
        }

        var alone = Named(named, root, sources);
        var stack = Stack(folder, root);
        if (stack.Count == 0 || !IsLocked(Open(stack, root, sources is null ? null : sources with { Above = [] }, PolicyFile.Unreadable), catalog()))
        {
            return alone;
        }

        // Whoever names one of those that hold anyway takes nothing away.
        var inPlaceOf = RepositoryPath.Relative(root, stack[0]);
        return stack.Contains(Path.GetFullPath(named)) ? Found(folder, root, sources)
            : alone.Layers.Texts.Any(layer => layer.File.Path == inPlaceOf) ? alone
            : Open([named, .. stack], root, sources, NotNamed) with { InPlaceOf = inPlaceOf };
    }

    /// <summary>The folders of a repository, below one whose policy is known, in which nearer layers hold.</summary>
    /// <param name="files">The files to be judged, by path relative to the root.</param>
    /// <param name="known">The policy that holds around them.</param>
    /// <param name="holding">Finds the policy that holds in a folder, given absolute.</param>
    public static IReadOnlyList<PolicyArea> Areas(string root, IReadOnlyList<InputFile> files, LoadedPolicy known, Func<string, LoadedPolicy> holding) =>
    [
        .. files.Where(file => file.Name == PolicyFile.Name && file.Folder.Length > 0)
            .Select(file => new PolicyArea(file.Folder, holding(Path.Combine(root, file.Folder))))
            .Where(area => area.Policy.Digest != known.Digest || area.Policy.Findings.Count > known.Findings.Count),
    ];

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

    // What cannot be read might be locked.
    private static bool IsLocked(FoundPolicy found, ToolCatalog catalog) => found.Load(catalog).Policy is not { Locked: false };

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
