using AiToolPolicy.Engine.Catalog;
using AiToolPolicy.Engine.Inspection;
using AiToolPolicy.Engine.Policies;
using AiToolPolicy.Engine.Text;
using AiToolPolicy.Files;
using AiToolPolicy.Tool.Feeds;

namespace AiToolPolicy.Tool;

/// <summary>A policy that a command is about, apart from the files it is for.</summary>
/// <param name="Root">The folder that findings' paths are relative to.</param>
internal sealed record OpenedPolicy(string Root, LoadedPolicy Policy)
{
    /// <summary>The files of exemptions that stand beside the policy and in the repository's root.</summary>
    public IReadOnlyList<InputFile> ExemptionFiles { get; private init; } = [];

    /// <param name="file">The policy file; null for the policy that holds in the current folder.</param>
    /// <exception cref="UsageException">There is none.</exception>
    public static OpenedPolicy Open(string? file, CancellationToken cancellation)
    {
        var folder = Path.GetFullPath(file is null ? "." : Path.GetDirectoryName(Path.GetFullPath(file))!);
        var upper = file is null ? PolicyLocator.Uppermost(folder) : Path.GetFullPath(file);
        var root = RepositoryRoot.Find(folder, upper is null ? null : Path.GetDirectoryName(upper));
        var sources = new PolicySources([], [ToolFeeds.Layers(root, cancellation)]);
        var found = file is null ? PolicyLocator.Found(folder, root, sources) : PolicyLocator.Named(file, root, sources);
        return found.Exists
            ? new OpenedPolicy(root, found.Load(CompiledCatalog.Embedded)) { ExemptionFiles = ExemptionLocator.Reaching(folder, root, file) }
            : throw new UsageException($"There is no {PolicyFile.Name} at or above '{PlainText.Safe(folder, 4096)}'; name the policy file.");
    }
}
