namespace AiToolPolicy.Feeds.Remedies;

/// <summary>What to do about a direct reference that brings in something restricted.</summary>
/// <param name="Version">The nearest version that brings in nothing restricted; null when none is known.</param>
/// <param name="Examined">How many other versions were looked at.</param>
/// <param name="Problem">Why not every version could be examined: a whole sentence, safe to print; null when all were, or one was found.</param>
/// <param name="Withdrawn">The nearest version that is free and was withdrawn by its owner, so that nobody is sent to it; null where there is none.</param>
public sealed record Remedy(string? Version, int Examined, string? Problem, string? Withdrawn = null);
