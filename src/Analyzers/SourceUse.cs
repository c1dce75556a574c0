using AiToolPolicy.Engine.Catalog;
using Microsoft.CodeAnalysis;

namespace AiToolPolicy.Analyzers;

/// <summary>One sign of an AI tool in a source file.</summary>
/// <param name="What">What was seen, as a message begins.</param>
/// <param name="Seen">The bare thing that was seen.</param>
internal sealed record SourceUse(Signature Signature, string What, string Seen, string? Version, Location Location);
