using AiToolPolicy.Engine.Catalog;
using AiToolPolicy.Engine.Findings;
using AiToolPolicy.Engine.Text;

namespace AiToolPolicy.Engine.Policies;

/// <summary>What loading a policy gave.</summary>
/// <param name="Policy">What holds, of all layers together; null when no file could be read as a policy at all.</param>
/// <param name="Catalog">The known tools together with the policy's own.</param>
/// <param name="Findings">Everything wrong with the files, each at its line.</param>
public sealed record LoadedPolicy(Policy? Policy, ToolCatalog Catalog, IReadOnlyList<Finding> Findings)
{
    /// <summary>The files that the policy was made of, the lowest first; none without a policy.</summary>
    public IReadOnlyList<PolicyLayer> Layers { get; init; } = [];

    /// <summary>The digest of the texts of all layers, by which a policy is pinned and a check proven; null where no text could be read.</summary>
    public string? Digest { get; init; }

    /// <summary>Whether the other policy's layers define the same tools beside the known ones.</summary>
    public bool DefinesSameTools(LoadedPolicy other) => new HashSet<string>(DefiningLayers).SetEquals(other.DefiningLayers);

    private IEnumerable<string> DefiningLayers => Layers.Where(layer => layer.Written is { Catalog: var own } && own.Tools.Count + own.Signatures.Count > 0).Select(layer => layer.Path);

    /// <summary>No policy anywhere: an inventory is taken.</summary>
    public static LoadedPolicy None(ToolCatalog catalog) => new(null, catalog, []);
}

/// <summary>Loads a policy: every outcome is decided, none is silent.</summary>
public static class PolicyFile
{
    /// <summary>The file name that is looked for at or above a project.</summary>
    public const string Name = "ai-tool-policy.json";

    /// <summary>False when the text certainly defines no tools of its own, so that the known catalog says all about what a file shows.</summary>
    public static bool MayDefineTools(string text) => MayHave(text, "\"catalog\"");

    /// <summary>False when the text certainly names no other layer.</summary>
    public static bool MayExtend(string text) => MayHave(text, $"\"{LayerReferences.Key}\"");

    /// <summary>A policy of one file that no host looks anything up for.</summary>
    public static LoadedPolicy Load(SourceFile file, ToolCatalog catalog) =>
        Load(PolicyLayers.Collect([new LayerText(file.Path, file)], []), catalog);

    /// <summary>A policy of all layers that were collected.</summary>
    public static LoadedPolicy Load(PolicyLayers layers, ToolCatalog catalog) => new LayerLoader(layers).Load(catalog);

    /// <summary>What to report when a policy that was named is not there or cannot be read.</summary>
    /// <param name="path">The path as it was named, made relative where possible.</param>
    public static Finding Missing(string path, string reason) => Unusable(path, $"The policy '{PlainText.Safe(path)}' was named but {reason}.");

    /// <summary>What to report when a policy that nobody named was found and cannot be read: it counts as a policy, so there is no inventory instead.</summary>
    public static Finding Unreadable(string path, string reason) => Unusable(path, $"The policy '{PlainText.Safe(path)}' was found but could not be read: {reason}");

    private static Finding Unusable(string path, string message) => new(Rules.PolicyMissing, Severity.Error, message, Location.StartOf(path));

    // A key may be written with escapes.
    private static bool MayHave(string text, string key) => text.IndexOf(key, StringComparison.Ordinal) >= 0 || text.IndexOf('\\') >= 0;
}
