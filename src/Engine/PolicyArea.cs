using AiToolPolicy.Engine.Policies;

namespace AiToolPolicy.Engine;

/// <summary>A folder of a repository in which more layers hold than at its root; it ends where the next such folder begins.</summary>
/// <param name="Folder">Relative to the repository's root, without a slash at the end; empty for the root itself.</param>
/// <param name="Policy">All layers that hold there, those of the repository included.</param>
public sealed record PolicyArea(string Folder, LoadedPolicy Policy)
{
    /// <summary>Whether a path lies in the folder, or in one within it.</summary>
    public bool Contains(string path) => Folder.Length == 0 || path.StartsWith(Folder + "/", StringComparison.Ordinal);
}
