using System.Collections.Immutable;
using System.Reflection;
using AiToolPolicy.Package.Tests.Infrastructure;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.MSBuild;
using Microsoft.CodeAnalysis.Text;
using Diagnostic = Microsoft.CodeAnalysis.Diagnostic;

namespace AiToolPolicy.Ide.Tests;

/// <summary>A host as editors are one: a project loaded by a design-time build, with the analyzer and the fixes of the packages it references.</summary>
internal sealed class Editor : IDisposable
{
    private readonly MSBuildWorkspace _workspace;
    private readonly ProjectId _project;
    private readonly Repository _repository;
    private Solution _solution;

    private Editor(MSBuildWorkspace workspace, Project project, Repository repository) =>
        (_workspace, _project, _repository, _solution) = (workspace, project.Id, repository, project.Solution);

    private Project Project => _solution.GetProject(_project)!;

    /// <summary>Restores and opens a project; anything that the load complains of fails the test.</summary>
    public static async Task<Editor> OpenAsync(Repository repository, string project)
    {
        var restored = await DotNet.RunAsync(repository.Root, "restore", project, "-tl:off");
        Assert.True(restored.ExitCode == 0, restored.Output);
        var workspace = MSBuildWorkspace.Create();
        var opened = await workspace.OpenProjectAsync(Path.Combine(repository.Root, project), cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal("", string.Join("\n", workspace.Diagnostics.Select(d => d.Message)));
        return new Editor(workspace, opened, repository);
    }

    /// <summary>Our diagnostics as the editor has the files now: <c>App/App.csproj(4,5): Error AITP1001</c>.</summary>
    public async Task<string> DiagnosticsAsync() => string.Join('\n', (await ReportedAsync()).Select(Line));

    public async Task<Diagnostic> DiagnosticAsync(string line) =>
        (await ReportedAsync()).FirstOrDefault(d => Line(d) == line) ?? throw new InvalidOperationException($"There is no {line} among:\n{await DiagnosticsAsync()}");

    /// <summary>Types into a file without saving it.</summary>
    public async Task TypeAsync(string path, string old, string typed)
    {
        var document = DocumentAt(path);
        var text = (await document.GetTextAsync(TestContext.Current.CancellationToken)).ToString();
        Assert.Contains(old, text, StringComparison.Ordinal);
        var changed = SourceText.From(text.Replace(old, typed, StringComparison.Ordinal));
        _solution = document is Document ? _solution.WithDocumentText(document.Id, changed) : _solution.WithAdditionalDocumentText(document.Id, changed);
    }

    /// <summary>The fixes that the light bulb of a diagnostic offers, from the assemblies that the package brings.</summary>
    public async Task<IReadOnlyList<CodeAction>> FixesAsync(Diagnostic diagnostic)
    {
        var document = DocumentAt(PathOf(diagnostic));
        var actions = new List<CodeAction>();
        foreach (var provider in Providers(document).Where(p => p.FixableDiagnosticIds.Contains(diagnostic.Id)))
        {
            var context = new CodeFixContext(document, diagnostic, (action, _) => actions.Add(action), TestContext.Current.CancellationToken);
            await provider.RegisterCodeFixesAsync(context);
        }

        return actions;
    }

    /// <summary>Applies a fix as an editor does; the file on the disk is then the fixed one.</summary>
    public async Task ApplyAsync(CodeAction action)
    {
        foreach (var operation in await action.GetOperationsAsync(TestContext.Current.CancellationToken))
        {
            operation.Apply(_workspace, TestContext.Current.CancellationToken);
        }

        _solution = _workspace.CurrentSolution;
    }

    public void Dispose() => _workspace.Dispose();

    private async Task<IReadOnlyList<Diagnostic>> ReportedAsync()
    {
        var compilation = (await Project.GetCompilationAsync(TestContext.Current.CancellationToken))!;
        var analyzers = Project.AnalyzerReferences.SelectMany(reference => reference.GetAnalyzers(Project.Language))
            .Where(analyzer => analyzer.GetType().FullName!.StartsWith("AiToolPolicy.", StringComparison.Ordinal)).ToImmutableArray();
        Assert.Single(analyzers);
        var all = await compilation.WithAnalyzers(analyzers, Project.AnalyzerOptions).GetAllDiagnosticsAsync(TestContext.Current.CancellationToken);
        return
        [
            .. all.Where(d => d.Id.StartsWith("AITP", StringComparison.Ordinal) || d.Id.StartsWith("AD", StringComparison.Ordinal))
                .OrderBy(PathOf, StringComparer.Ordinal).ThenBy(d => d.Location.GetLineSpan().StartLinePosition),
        ];
    }

    // As editors find them: exported from the analyzer references, for the language, the kind of document and its extension.
    private IEnumerable<CodeFixProvider> Providers(TextDocument document) =>
        from reference in Project.AnalyzerReferences.OfType<AnalyzerFileReference>()
        where Path.GetFileName(reference.FullPath).StartsWith("AiToolPolicy.", StringComparison.Ordinal)
        from type in reference.GetAssembly().GetTypes()
        let export = type.GetCustomAttribute<ExportCodeFixProviderAttribute>()
        where export is not null && export.Languages.Contains(Project.Language)
            && (export.DocumentKinds ?? [nameof(TextDocumentKind.Document)]).Contains(document is Document ? "Document" : "AdditionalDocument")
            && (export.DocumentExtensions is null || export.DocumentExtensions.Contains(Path.GetExtension(document.FilePath)))
        orderby type.Name
        select (CodeFixProvider)Activator.CreateInstance(type)!;

    private TextDocument DocumentAt(string path)
    {
        var id = _solution.GetDocumentIdsWithFilePath(Path.GetFullPath(Path.Combine(_repository.Root, path))).First(id => id.ProjectId == _project);
        return (TextDocument?)_solution.GetDocument(id) ?? _solution.GetAdditionalDocument(id)!;
    }

    private string Line(Diagnostic diagnostic)
    {
        var start = diagnostic.Location.GetLineSpan().StartLinePosition;
        return $"{PathOf(diagnostic)}({start.Line + 1},{start.Character + 1}): {diagnostic.Severity} {diagnostic.Id}";
    }

    private string PathOf(Diagnostic diagnostic) => Path.GetRelativePath(_repository.Root, diagnostic.Location.GetLineSpan().Path).Replace('\\', '/');
}
