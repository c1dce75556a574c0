namespace AiToolPolicy.Feeds.Remedies;

/// <summary>A package reference of a project that brings in something restricted.</summary>
/// <param name="Version">As resolved, or the lowest that is asked for; in its normal form.</param>
/// <param name="Frameworks">Short names of the project's target frameworks.</param>
/// <param name="Others">Ids of the project's other direct references.</param>
public sealed record DirectReference(string Id, string Version, IReadOnlyList<string> Frameworks, IReadOnlyCollection<string> Others);
