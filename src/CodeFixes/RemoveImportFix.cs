using System.Collections.Immutable;
using System.Composition;
using AiToolPolicy.Engine.Findings;
using AiToolPolicy.Engine.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Text;

namespace AiToolPolicy.CodeFixes;

/// <summary>Takes the <c>using</c> directives and <c>Imports</c> of a restricted tool out of a source file.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, LanguageNames.VisualBasic, Name = nameof(RemoveImportFix))]
[Shared]
public sealed class RemoveImportFix : CodeFixProvider
{
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [Rules.Api.Id];

    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        if (await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false) is not { } root)
        {
            return;
        }

        foreach (var diagnostic in context.Diagnostics)
        {
            var imports = Imports.At(root, diagnostic.AdditionalLocations.Prepend(diagnostic.Location).Where(place => place.SourceTree == root.SyntaxTree));
            if (imports.Count > 0)
            {
                context.RegisterCodeFix(CodeAction.Create(Title(diagnostic, context.Document), cancellation => WithoutAsync(context.Document, imports, cancellation), "AiToolPolicy.RemoveImport"), diagnostic);
            }
        }
    }

    private static string Title(Diagnostic diagnostic, Document document) =>
        $"Remove {(document.Project.Language == LanguageNames.VisualBasic ? "Imports" : "using")} of {PlainText.Safe(Mendable.Of(diagnostic)?.Tool ?? "the tool", 60)}";

    private static async Task<Document> WithoutAsync(Document document, IReadOnlyList<SyntaxNode> imports, CancellationToken cancellation)
    {
        var text = await document.GetTextAsync(cancellation).ConfigureAwait(false);
        var edits = Imports.Removal(imports, text.ToString());
        return document.WithText(text.WithChanges(edits.Select(edit => new TextChange(new TextSpan(edit.Offset, edit.Length), edit.NewText))));
    }
}
