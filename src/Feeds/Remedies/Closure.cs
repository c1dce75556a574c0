using AiToolPolicy.Engine.Inspection.Dependencies;

namespace AiToolPolicy.Feeds.Remedies;

/// <summary>What one reference brings into a project, as a restore would resolve it.</summary>
/// <param name="Graph">Null when it could not be told.</param>
/// <param name="Problem">Why not: a whole sentence, safe to print.</param>
/// <param name="IsUnrestorable">True when the feeds answered and a restore would fail: a dependency is nowhere.</param>
public sealed record Closure(PackageGraph? Graph, string? Problem = null, bool IsUnrestorable = false)
{
    /// <summary>The package at which the walk ended, where it was told to; then there is no graph.</summary>
    public string? EndedAt { get; init; }
}
