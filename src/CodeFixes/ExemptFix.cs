using System.Collections.Immutable;
using System.Composition;
using AiToolPolicy.Engine.Edits;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace AiToolPolicy.CodeFixes;

/// <summary>Begins an exemption record for a finding. A person fills in the rest; until then nothing is exempted.</summary>
[ExportCodeFixProvider(
    LanguageNames.CSharp,
    LanguageNames.VisualBasic,
    Name = nameof(ExemptFix),
    DocumentKinds = [nameof(TextDocumentKind.Document), AdditionalDocuments.Kind])]
[Shared]
public sealed class ExemptFix : CodeFixProvider
{
    public override ImmutableArray<string> FixableDiagnosticIds => Mendable.Ids;

    // A permission is asked for one by one.
    public override FixAllProvider? GetFixAllProvider() => null;

    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        if (ExemptionFile.Of(context.TextDocument.Project) is not { } file)
        {
            return;
        }

        var text = await file.ReadAsync(context.CancellationToken).ConfigureAwait(false);
        foreach (var diagnostic in context.Diagnostics)
        {
            if (Mendable.Of(diagnostic) is { } finding && ExemptionFile.With(text, Draft(finding, diagnostic.Id)) is { } changed)
            {
                context.RegisterCodeFix(new ExemptAction($"Ask for an exemption of '{finding.Shown}' in {ExemptionSkeleton.FileName}", file, changed), diagnostic);
            }
        }
    }

    // What source code uses of a tool has many names; the tool is what is exempted.
    private static ExemptionDraft Draft(Mendable finding, string rule) =>
        new(finding.Tool, rule, finding.Surface, finding.Surface == "source" ? null : finding.Seen, finding.Path);
}
