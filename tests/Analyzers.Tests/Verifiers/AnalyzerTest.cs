using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.VisualBasic;

namespace AiToolPolicy.Analyzers.Tests.Verifiers;

/// <summary>A compilation under the analyzer, and what it says.</summary>
internal sealed record AnalyzerTest(string Language, params string[] Sources)
{
    public const string Deny = """{ "id": "r", "tools": ["vendor:anthropic"], "action": "deny", "effective": "2026-07-10", "reason": "Listed." }""";

    public IReadOnlyList<MetadataReference> References { get; init; } = [Libraries.Vendor];

    public string? Policy { get; init; } = PolicyOf(Deny);

    /// <summary>First day of the policy's phase; null as long as no build has told.</summary>
    public string? Since { get; init; } = "2026-07-10";

    /// <summary>The text of the repository's exemptions, as the last build saw it; null without any.</summary>
    public string? Exemptions { get; init; }

    public IReadOnlyList<AdditionalText> More { get; init; } = [];

    public ReportDiagnostic General { get; init; } = ReportDiagnostic.Default;

    /// <summary>What the policy's file is called where it is not the usual name.</summary>
    public string? PolicyName { get; init; }

    /// <summary>Whether the sources are a C# program, which may be without a class, and no library.</summary>
    public bool IsProgram { get; init; }

    public bool IsCSharp => Language == LanguageNames.CSharp;

    public static string PolicyOf(string rules, string more = "") => $$"""{ "name": "Contoso", "version": "1", "default": "allow",{{more}} "rules": [ {{rules}} ] }""";

    public Compilation Compilation()
    {
        var trees = Sources.Select((source, i) => IsCSharp
            ? CSharpSyntaxTree.ParseText(source, new CSharpParseOptions(CSharpLanguageVersion), $"/repo/src/App/File{i}.cs")
            : VisualBasicSyntaxTree.ParseText(source, new VisualBasicParseOptions(Microsoft.CodeAnalysis.VisualBasic.LanguageVersion.Latest), $"/repo/src/App/File{i}.vb"));
        MetadataReference[] references = [.. Libraries.Framework, .. References];
        return IsCSharp
            ? CSharpCompilation.Create("App", trees, references, new CSharpCompilationOptions(IsProgram ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary, generalDiagnosticOption: General, allowUnsafe: true))
            : VisualBasicCompilation.Create("App", trees, references, new VisualBasicCompilationOptions(OutputKind.DynamicallyLinkedLibrary, generalDiagnosticOption: General, rootNamespace: "App"));
    }

    public async Task<ImmutableArray<Diagnostic>> RunAsync(CancellationToken cancellation)
    {
        AdditionalText[] files =
        [
            .. Policy is null ? [] : new[] { new InMemoryFile("/repo/" + (PolicyName ?? "ai-tool-policy.json"), Policy) },
            .. Since is null ? [] : new[] { new InMemoryFile("/repo/src/App/obj/ai-tool-policy.resolved.json", $$"""{ "since": "{{Since}}", "root": "../../.."{{ResolvedExemptions}} }""") },
            .. More,
        ];
        var options = new CompilationWithAnalyzersOptions(new AnalyzerOptions([.. files], new InMemoryOptions(PolicyName)), null, concurrentAnalysis: true, logAnalyzerExecutionTime: false);
        var diagnostics = await Compilation().WithAnalyzers([new AiToolPolicyAnalyzer()], options).GetAllDiagnosticsAsync(cancellation);
        return [.. diagnostics.Where(d => d.Id.StartsWith("AITP", StringComparison.Ordinal) || d.Id.StartsWith("AD", StringComparison.Ordinal)).OrderBy(d => d.Location.SourceTree?.FilePath).ThenBy(d => d.Location.SourceSpan.Start)];
    }

    private string ResolvedExemptions => Exemptions is null ? ""
        : $$""", "exemptions": [ { "path": "ai-tool-exemptions.json", "text": {{System.Text.Json.JsonSerializer.Serialize(Exemptions)}} } ]""";

    private const Microsoft.CodeAnalysis.CSharp.LanguageVersion CSharpLanguageVersion = Microsoft.CodeAnalysis.CSharp.LanguageVersion.Latest;
}
