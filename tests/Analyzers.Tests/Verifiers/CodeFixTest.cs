using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.VisualBasic;

namespace AiToolPolicy.Analyzers.Tests.Verifiers;

/// <summary>A project in an editor's workspace under the analyzer, and what a fix makes of it.</summary>
internal sealed class CodeFixTest : IDisposable
{
    private const string PolicyPath = "/repo/ai-tool-policy.json";

    private readonly AdhocWorkspace _workspace = new();
    private readonly CodeFixProvider _fix;

    /// <param name="files">Files that are echoed, by their path in the repository.</param>
    public CodeFixTest(CodeFixProvider fix, string language, IReadOnlyList<string> sources, IReadOnlyList<(string Path, string Text)> files, string policy)
    {
        _fix = fix;
        var isCSharp = language == LanguageNames.CSharp;
        var project = _workspace.AddProject(ProjectInfo.Create(ProjectId.CreateNewId(), VersionStamp.Default, "App", "App", language, "/repo/src/App/App.proj")
            .WithCompilationOptions(isCSharp ? new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary) : new VisualBasicCompilationOptions(OutputKind.DynamicallyLinkedLibrary))
            .WithMetadataReferences([.. Libraries.Framework, Libraries.Vendor])
            .WithAnalyzerReferences([new AnalyzerImageReference([new AiToolPolicyAnalyzer()])]));
        foreach (var (source, i) in sources.Select((source, i) => (source, i)))
        {
            project = project.AddDocument($"File{i}", source, null, $"/repo/src/App/File{i}.{(isCSharp ? "cs" : "vb")}").Project;
        }

        foreach (var (path, text) in files.Select(file => ("/repo/" + file.Path, file.Text)).Append((PolicyPath, policy)).Append((InMemoryFile.DesignTimeMark, "")))
        {
            project = project.AddAdditionalDocument(path, text, null, path).Project;
        }

        Project = project;
    }

    public Project Project { get; }

    public static async Task<IReadOnlyList<Diagnostic>> DiagnosticsAsync(Project project)
    {
        var compilation = (await project.GetCompilationAsync(TestContext.Current.CancellationToken))!;
        var analyzers = project.AnalyzerReferences.SelectMany(reference => reference.GetAnalyzers(project.Language)).ToImmutableArray();
        var diagnostics = await compilation.WithAnalyzers(analyzers, project.AnalyzerOptions).GetAllDiagnosticsAsync(TestContext.Current.CancellationToken);
        return [.. diagnostics.Where(d => d.Id.StartsWith('A')).OrderBy(d => d.Location.GetLineSpan().Path, StringComparer.Ordinal).ThenBy(d => d.Location.SourceSpan.Start)];
    }

    /// <summary>The fixes that are offered for a diagnostic.</summary>
    public async Task<IReadOnlyList<CodeAction>> ActionsAsync(Diagnostic diagnostic)
    {
        var actions = new List<CodeAction>();
        var context = new CodeFixContext(DocumentOf(diagnostic), diagnostic, (action, _) => actions.Add(action), TestContext.Current.CancellationToken);
        await _fix.RegisterCodeFixesAsync(context);
        return actions;
    }

    public async Task<Project> ApplyAsync(CodeAction action) => After(await action.GetOperationsAsync(TestContext.Current.CancellationToken));

    public async Task<Project> ApplyAllAsync(Diagnostic diagnostic, string key)
    {
        var context = new FixAllContext(Project, _fix, FixAllScope.Project, key, [diagnostic.Id], new Provider(), TestContext.Current.CancellationToken);
        var action = await _fix.GetFixAllProvider()!.GetFixAsync(context);
        return After(await action!.GetOperationsAsync(TestContext.Current.CancellationToken));
    }

    /// <summary>The text of a source or other file of a project.</summary>
    public static async Task<string> TextAsync(Project project, string path)
    {
        var id = project.Solution.GetDocumentIdsWithFilePath("/repo/" + path).Single();
        TextDocument document = (TextDocument?)project.Solution.GetDocument(id) ?? project.Solution.GetAdditionalDocument(id)!;
        return (await document.GetTextAsync(TestContext.Current.CancellationToken)).ToString();
    }

    public void Dispose() => _workspace.Dispose();

    private TextDocument DocumentOf(Diagnostic diagnostic)
    {
        var id = Project.Solution.GetDocumentIdsWithFilePath(diagnostic.Location.GetLineSpan().Path).Single();
        return (TextDocument?)Project.Solution.GetDocument(id) ?? Project.Solution.GetAdditionalDocument(id)!;
    }

    private Project After(IEnumerable<CodeActionOperation> operations) =>
        Assert.IsType<ApplyChangesOperation>(Assert.Single(operations)).ChangedSolution.GetProject(Project.Id)!;

    private sealed class Provider : FixAllContext.DiagnosticProvider
    {
        public override async Task<IEnumerable<Diagnostic>> GetAllDiagnosticsAsync(Project project, CancellationToken cancellationToken) => await DiagnosticsAsync(project);

        public override async Task<IEnumerable<Diagnostic>> GetDocumentDiagnosticsAsync(Document document, CancellationToken cancellationToken) =>
            (await DiagnosticsAsync(document.Project)).Where(d => d.Location.SourceTree?.FilePath == document.FilePath);

        public override async Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(Project project, CancellationToken cancellationToken) =>
            (await DiagnosticsAsync(project)).Where(d => d.Location.SourceTree is null);
    }
}
