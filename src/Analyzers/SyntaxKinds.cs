using Microsoft.CodeAnalysis;

namespace AiToolPolicy.Analyzers;

/// <summary>
/// The few kinds of syntax that must be told apart. One assembly serves both compilers and each loads only its own language, so the kinds are
/// written as numbers; a test holds them against both languages.
/// </summary>
internal sealed class SyntaxKinds
{
    private readonly int _identifier;
    private readonly int[] _strings;
    private readonly int[] _joined;

    private SyntaxKinds(int identifier, int[] strings, int[] joined, int dot, int import)
    {
        _identifier = identifier;
        _strings = strings;
        _joined = joined;
        Dot = dot;
        Import = import;
    }

    public static SyntaxKinds CSharp { get; } = new(
        identifier: 8508, strings: [8511, 8517, 8518, 8519, 8520, 8521, 8522], joined: [8668, 8655], dot: 8218, import: 8843);

    public static SyntaxKinds VisualBasic { get; } = new(
        identifier: 700, strings: [705, 786, 695], joined: [307, 317, 780], dot: 650, import: 42);

    public int Dot { get; }

    /// <summary>A <c>using</c> directive or an <c>Imports</c> statement.</summary>
    public int Import { get; }

    public static SyntaxKinds Of(string language) => language == LanguageNames.VisualBasic ? VisualBasic : CSharp;

    public bool IsIdentifier(SyntaxToken token) => token.RawKind == _identifier;

    /// <summary>A string literal of any form, or the fixed text of an interpolated one.</summary>
    public bool IsString(SyntaxToken token) => Array.IndexOf(_strings, token.RawKind) >= 0;

    /// <summary>An expression that may join constant strings into another constant.</summary>
    public bool Joins(SyntaxNode node) => Array.IndexOf(_joined, node.RawKind) >= 0;
}
