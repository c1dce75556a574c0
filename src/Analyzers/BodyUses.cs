using Microsoft.CodeAnalysis.Text;

namespace AiToolPolicy.Analyzers;

/// <summary>What the operations of one body of code, of a method or an initial value, tell of restricted members.</summary>
/// <param name="Span">Of the body.</param>
/// <param name="Names">Of the restricted members that it uses; a constructor's and an operator's are their names in metadata.</param>
/// <param name="Unclear">Where names stand in it that no operation tells of.</param>
internal sealed record BodyUses(TextSpan Span, IReadOnlyList<string> Names, IReadOnlyList<TextSpan> Unclear);
