using AiToolPolicy.Engine.Edits;
using AiToolPolicy.Engine.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace AiToolPolicy.CodeFixes;

/// <summary>Mends all findings of a project or solution in one way. Roslyn's own knows source code only.</summary>
internal sealed class EntryFixAll(EntryFix fix) : FixAllProvider
{
    public override IEnumerable<FixAllScope> GetSupportedFixAllScopes() => [FixAllScope.Project, FixAllScope.Solution];

    public override Task<CodeAction?> GetFixAsync(FixAllContext fixAllContext) => Task.FromResult<CodeAction?>(CodeAction.Create(
        "Mend all findings of this kind",
        cancellation => MendAsync(fixAllContext.WithCancellationToken(cancellation)),
        fixAllContext.CodeActionEquivalenceKey));

    private async Task<Solution> MendAsync(FixAllContext context)
    {
        var solution = context.Solution;
        foreach (var (path, findings) in await FindingsAsync(context).ConfigureAwait(false))
        {
            if (AdditionalDocuments.At(solution, path) is { } document)
            {
                var text = await document.GetTextAsync(context.CancellationToken).ConfigureAwait(false);
                var mended = FileMender.Mend(
                    new SourceFile(findings[0].Path, text.ToString()), findings.Select(finding => finding.Target), (file, target) => Edit(file, findings.Find(f => f.Target == target)!, context.CodeActionEquivalenceKey));
                solution = AdditionalDocuments.With(solution, document, mended.Text);
            }
        }

        return solution;
    }

    private FileEdit Edit(SourceFile file, Mendable finding, string? key) =>
        fix.Ways(finding).FirstOrDefault(way => way.Key == key)?.Edit(file, finding) ?? FileEdit.Refused("is mended in another way");

    // A file that several projects share is reported by each of them.
    private static async Task<IEnumerable<(string Path, List<Mendable> Findings)>> FindingsAsync(FixAllContext context)
    {
        var projects = context.Scope == FixAllScope.Solution ? context.Solution.Projects : [context.Project];
        var found = new List<(string Path, Mendable Finding)>();
        foreach (var project in projects)
        {
            foreach (var diagnostic in await context.GetAllDiagnosticsAsync(project).ConfigureAwait(false))
            {
                if (diagnostic.Location.Kind == LocationKind.ExternalFile && Mendable.Of(diagnostic) is { } finding)
                {
                    found.Add((diagnostic.Location.GetLineSpan().Path, finding));
                }
            }
        }

        return found.GroupBy(one => one.Path, StringComparer.Ordinal)
            .Select(file => (file.Key, file.Select(one => one.Finding).GroupBy(one => one.Target).Select(same => same.First()).ToList()));
    }
}
