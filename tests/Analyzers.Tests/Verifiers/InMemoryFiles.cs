using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace AiToolPolicy.Analyzers.Tests.Verifiers;

/// <summary>An AdditionalFile and its role, as a build would hand it to the compiler.</summary>
internal sealed class InMemoryFile(string path, string text, string role) : AdditionalText
{
    public override string Path => path;

    public string Role => role;

    public override SourceText GetText(CancellationToken cancellationToken = default) => SourceText.From(text);
}

internal sealed class InMemoryOptions : AnalyzerConfigOptionsProvider
{
    public override AnalyzerConfigOptions GlobalOptions { get; } = new Role("");

    public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => GlobalOptions;

    public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => new Role(((InMemoryFile)textFile).Role);

    private sealed class Role(string role) : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string key, out string value)
        {
            value = role;
            return key == "build_metadata.AdditionalFiles.AiToolPolicyRole" && role.Length > 0;
        }
    }
}
