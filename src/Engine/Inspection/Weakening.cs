using AiToolPolicy.Engine.Text;

namespace AiToolPolicy.Engine.Inspection;

/// <summary>One setting that weakens the check, seen at one place. Like evidence it judges nothing.</summary>
/// <param name="What">A sentence of what was seen and what it does to the check, without a full stop. Safe to print.</param>
public sealed record Weakening(string What, Location Location)
{
    /// <summary>True for what may have other reasons and changes no result by itself: never more than a notice.</summary>
    public bool IsHint { get; init; }

    /// <summary>True for what keeps the check of a project from running at all, so that only another check can say it.</summary>
    public bool Silences { get; init; }
}
