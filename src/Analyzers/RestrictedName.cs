using Microsoft.CodeAnalysis;

namespace AiToolPolicy.Analyzers;

/// <summary>A name in a file that means something of a restricted assembly.</summary>
internal sealed record RestrictedName(SyntaxToken Token, ISymbol Symbol, RestrictedAssembly Assembly);
