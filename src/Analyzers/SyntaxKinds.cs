using Microsoft.CodeAnalysis;

namespace AiToolPolicy.Analyzers;

/// <summary>
/// The few kinds of syntax that must be told apart. One assembly serves both compilers and each loads only its own language, so the kinds are
/// written as numbers; a test holds them against both languages.
/// </summary>
/// <param name="Strings">String literals of every form, and the fixed text of interpolated ones.</param>
/// <param name="Joining">Expressions that may join constant strings into another constant.</param>
/// <param name="Imports">A <c>using</c> directive, an <c>Imports</c> statement, and what may stand between them.</param>
/// <param name="Declares">A <c>Declare</c> statement of Visual Basic, which names a library.</param>
internal sealed record SyntaxKinds(int Identifier, int[] Strings, int[] Joining, int[] Imports, int Dot, int[] Declares, int AttributeList, int Invocation)
{
    public static SyntaxKinds CSharp { get; } = new(8508, [8511, 8517, 8518, 8519, 8520, 8521, 8522], [8668, 8655], [8843, 8844], 8218, [], 8847, 8634);

    public static SyntaxKinds VisualBasic { get; } = new(700, [705, 786, 695], [307, 317, 780], [42], 650, [96, 97], 135, 296);

    public static SyntaxKinds Of(string language) => language == LanguageNames.VisualBasic ? VisualBasic : CSharp;

    public bool IsIdentifier(SyntaxToken token) => token.RawKind == Identifier;

    public bool IsString(SyntaxToken token) => Array.IndexOf(Strings, token.RawKind) >= 0;

    public bool IsLibrary(SyntaxToken text) => text.Parent?.Parent is { } statement && Array.IndexOf(Declares, statement.RawKind) >= 0;

    public bool Joins(SyntaxNode node) => Array.IndexOf(Joining, node.RawKind) >= 0;

    public bool IsImport(SyntaxNode node) => Array.IndexOf(Imports, node.RawKind) >= 0;
}
