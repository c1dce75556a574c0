using AiToolPolicy.Engine.Exemptions;

namespace AiToolPolicy.Engine.Judging;

/// <summary>An exemption that holds, and what it is good for.</summary>
/// <param name="Covered">How many findings it covers in this check.</param>
/// <param name="IsUnused">True where everything it could be about was seen and nothing of it is restricted.</param>
public sealed record ExemptionUse(Exemption Exemption, int Covered, bool IsUnused);
