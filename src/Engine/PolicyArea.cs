using AiToolPolicy.Engine.Inspection;
using AiToolPolicy.Engine.Judging;
using AiToolPolicy.Engine.Policies;
using AiToolPolicy.Engine.Text;

namespace AiToolPolicy.Engine;

/// <summary>A folder of a repository in which more layers hold than at its root; it ends where the next such folder begins.</summary>
/// <param name="Folder">Relative to the repository's root, without a slash at the end; empty for the root itself.</param>
/// <param name="Policy">All layers that hold there, those of the repository included.</param>
public sealed record PolicyArea(string Folder, LoadedPolicy Policy)
{
    /// <summary>Whether a path lies in the folder, or in one within it.</summary>
    public bool Contains(string path) => Folder.Length == 0 || path.StartsWith(Folder + "/", StringComparison.Ordinal);

    /// <summary>
    /// Whether a policy that holds for a project has more to say of something than the one that holds where it is written: what a shared file brings
    /// into projects is judged there, and once more by each project that has stricter layers.
    /// </summary>
    public static bool IsStricter(Policy? project, Policy? file, Evidence evidence, Day asOf) =>
        project is not null && Rank(project, evidence, asOf) > Rank(file, evidence, asOf);

    private static int Rank(Policy? policy, Evidence evidence, Day asOf) => new Judge(policy, asOf).Decide(evidence).Severity is { } severity ? (int)severity : -1;
}
