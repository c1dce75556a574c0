namespace AiToolPolicy.Engine.Policies;

/// <summary>A layer and one of those above it.</summary>
/// <param name="Written">The lower one as written.</param>
internal sealed record LayerPair(PolicyDocument Written, Policy Low, Policy High);
