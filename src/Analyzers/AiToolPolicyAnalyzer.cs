using System.Collections.Immutable;
using AiToolPolicy.Engine;
using AiToolPolicy.Engine.Findings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Place = AiToolPolicy.Engine.Text.Location;

namespace AiToolPolicy.Analyzers;

/// <summary>Reports the use of restricted AI tools in source code, and in design-time builds echoes what the build says of a project's own files.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp, LanguageNames.VisualBasic)]
public sealed class AiToolPolicyAnalyzer : DiagnosticAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => Descriptors.All;

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();

        // Generated code calls services like any other.
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.Analyze | GeneratedCodeAnalysisFlags.ReportDiagnostics);
        context.RegisterCompilationStartAction(Start);
    }

    // Without a policy nothing is registered and nothing costs anything.
    private static void Start(CompilationStartAnalysisContext context)
    {
        var inputs = AnalyzerInputs.Read(context.Options);
        if (AnalyzerPolicy.Load(inputs, context.CancellationToken) is not { } policy)
        {
            return;
        }

        var kinds = SyntaxKinds.Of(context.Compilation.Language);
        var symbols = RestrictedSymbols.Of(context.Compilation, policy.Catalog, kinds, context.CancellationToken);
        var report = new FileReport(policy, context.Compilation.Options);
        var bodies = new Bodies(symbols);
        var names = new FileNames(symbols, bodies, kinds);
        var inspector = new SourceInspector(policy, symbols, names, report, kinds);
        context.RegisterSemanticModelAction(file => Guarded(() => inspector.Inspect(file), file.ReportDiagnostic, file.SemanticModel.SyntaxTree));
        if (symbols.Any)
        {
            var members = new MemberUses(symbols, bodies, names, report, kinds);

            // For a whole body at once: a callback for each operation costs more than what is done with it.
            context.RegisterOperationBlockAction(block => Guarded(() => members.Inspect(block), block.ReportDiagnostic, block.OperationBlocks[0].Syntax.SyntaxTree));
        }

        if (inputs.Echoed.Count > 0)
        {
            var echo = new AdditionalFileEcho(policy, inputs, context.Compilation.Options);
            context.RegisterAdditionalFileAction(echo.Report);
        }
    }

    // A fault of ours is one warning at the file it came from, never the compiler's AD0001.
    private static void Guarded(Action inspect, Action<Diagnostic> report, SyntaxTree tree)
    {
        try
        {
            inspect();
        }
#pragma warning disable CA1031 // Whatever went wrong is ours to report.
        catch (Exception error) when (error is not OperationCanceledException)
#pragma warning restore CA1031
        {
            var finding = CheckFailure.Of(error, "while reading a source file", Place.StartOf(""));
            report(Diagnostic.Create(Descriptors.Of(Rules.CheckFailed, finding.HelpLink), Location.Create(tree, default), finding.Message));
        }
    }
}
