using AiToolPolicy.Engine.Catalog;

namespace AiToolPolicy.Analyzers;

/// <summary>A referenced assembly that belongs to AI tools.</summary>
/// <param name="Version">Of its package, where the path of the reference tells it.</param>
/// <param name="Signatures">Whose it is, one for each tool.</param>
internal sealed record RestrictedAssembly(string Name, string? Version, IReadOnlyList<Signature> Signatures);
