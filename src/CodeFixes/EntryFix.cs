using System.Collections.Immutable;
using AiToolPolicy.Engine.Edits;
using AiToolPolicy.Engine.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace AiToolPolicy.CodeFixes;

/// <summary>A fix of a project file or manifest, by the engine's own edits.</summary>
public abstract class EntryFix : CodeFixProvider
{
    public sealed override ImmutableArray<string> FixableDiagnosticIds => Mendable.Ids;

    public sealed override FixAllProvider GetFixAllProvider() => new EntryFixAll(this);

    public sealed override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var text = await context.TextDocument.GetTextAsync(context.CancellationToken).ConfigureAwait(false);
        foreach (var diagnostic in context.Diagnostics)
        {
            if (Mendable.Of(diagnostic) is { } finding)
            {
                Register(context, diagnostic, finding, new SourceFile(finding.Path, text.ToString()));
            }
        }
    }

    /// <summary>The ways to mend a finding that this fix knows.</summary>
    internal abstract IEnumerable<Way> Ways(Mendable finding);

    private void Register(CodeFixContext context, Diagnostic diagnostic, Mendable finding, SourceFile file)
    {
        foreach (var way in Ways(finding))
        {
            if (way.Edit(file, finding) is { Refusal: null } edit)
            {
                var changed = AdditionalDocuments.With(context.TextDocument.Project.Solution, context.TextDocument, TextEdit.Apply(file.Text, edit.Edits));
                context.RegisterCodeFix(CodeAction.Create(way.Title, _ => Task.FromResult(changed), way.Key), diagnostic);
            }
        }
    }

    /// <param name="Key">Equal for ways that are one and the same in several places.</param>
    internal sealed record Way(string Title, string Key, Func<SourceFile, Mendable, FileEdit> Edit);
}
