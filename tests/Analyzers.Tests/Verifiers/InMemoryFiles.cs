using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace AiToolPolicy.Analyzers.Tests.Verifiers;

/// <summary>An AdditionalFile, as a build would hand it to the compiler.</summary>
internal sealed class InMemoryFile(string path, string text) : AdditionalText
{
    /// <summary>Where the package's own file lies, which only design-time builds hand over.</summary>
    public const string DesignTimeMark = "/packages/aitoolpolicy/1.0.0/build/AiToolPolicy.targets";

    public override string Path => path;

    public override SourceText GetText(CancellationToken cancellationToken = default) => SourceText.From(text);
}

/// <param name="policyName">What the policy is called where it is not the usual name, or null.</param>
internal sealed class InMemoryOptions(string? policyName) : AnalyzerConfigOptionsProvider
{
    public override AnalyzerConfigOptions GlobalOptions { get; } = new Properties(policyName);

    public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => GlobalOptions;

    public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => GlobalOptions;

    private sealed class Properties(string? policyName) : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string key, out string value)
        {
            value = policyName ?? "";
            return key == "build_property._AiToolPolicyFileName" && policyName is not null;
        }
    }
}
