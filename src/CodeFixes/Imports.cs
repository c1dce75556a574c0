using AiToolPolicy.Engine.Edits;
using Microsoft.CodeAnalysis;

namespace AiToolPolicy.CodeFixes;

/// <summary>The <c>using</c> directives of C# and the <c>Imports</c> clauses of Visual Basic.</summary>
internal static class Imports
{
    /// <summary>As in <c>Microsoft.CodeAnalysis.CSharp.SyntaxKind</c>: one assembly serves both languages, and a host loads only what it needs.</summary>
    public const int UsingDirective = 8843;

    /// <summary>As in <c>Microsoft.CodeAnalysis.VisualBasic.SyntaxKind</c>; its children are the clauses.</summary>
    public const int ImportsStatement = 42;

    /// <summary>The directives and clauses that hold one of the places.</summary>
    public static IReadOnlyList<SyntaxNode> At(SyntaxNode root, IEnumerable<Location> places) =>
    [
        .. places.Select(place => root.FindNode(place.SourceSpan).AncestorsAndSelf().FirstOrDefault(IsImport)).OfType<SyntaxNode>().Distinct(),
    ];

    /// <summary>The edits that take them out; an <c>Imports</c> statement keeps its other clauses.</summary>
    public static IEnumerable<TextEdit> Removal(IReadOnlyList<SyntaxNode> imports, string text) => imports
        .GroupBy(import => import.RawKind == UsingDirective ? import : import.Parent!)
        .Select(statement => Removal(statement.Key, statement.Key.ChildNodes().Except(statement).ToList(), text));

    private static TextEdit Removal(SyntaxNode statement, List<SyntaxNode> kept, string text)
    {
        if (statement.RawKind == UsingDirective || kept.Count == 0)
        {
            return TextCut.Of(text, statement.Span.Start, statement.Span.End);
        }

        var clauses = statement.ChildNodes().ToList();
        var start = clauses[0].Span.Start;
        return new TextEdit(start, clauses[clauses.Count - 1].Span.End - start, string.Join(", ", kept.Select(clause => clause.ToString())));
    }

    private static bool IsImport(SyntaxNode node) => node.RawKind == UsingDirective || node.Parent?.RawKind == ImportsStatement;
}
