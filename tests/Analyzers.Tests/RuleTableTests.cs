using Microsoft.CodeAnalysis;
using CSharpKind = Microsoft.CodeAnalysis.CSharp.SyntaxKind;
using VisualBasicKind = Microsoft.CodeAnalysis.VisualBasic.SyntaxKind;

namespace AiToolPolicy.Analyzers.Tests;

public sealed class RuleTableTests
{
    [Fact]
    public void ReleaseFile_namesWhatTheAnalyzerReports()
    {
        var rows = File.ReadAllLines(Path.Combine(Checkout.Root, "src/Analyzers/AnalyzerReleases.Unshipped.md"))
            .Where(line => line.StartsWith("AITP", StringComparison.Ordinal));

        Assert.Equal(new AiToolPolicyAnalyzer().SupportedDiagnostics.Select(d => $"{d.Id} | {d.Category} | {d.DefaultSeverity} | {d.Title}").Order(), rows.Order());
    }

    [Fact]
    public void SyntaxKinds_areThoseOfBothLanguages()
    {
        AssertKinds<CSharpKind>(SyntaxKinds.CSharp,
            "IdentifierToken",
            ["StringLiteralToken", "InterpolatedStringTextToken", "SingleLineRawStringLiteralToken", "MultiLineRawStringLiteralToken", "Utf8StringLiteralToken", "Utf8SingleLineRawStringLiteralToken", "Utf8MultiLineRawStringLiteralToken"],
            ["AddExpression", "InterpolatedStringExpression"],
            ["UsingDirective", "ExternAliasDirective"]);
        AssertKinds<VisualBasicKind>(SyntaxKinds.VisualBasic,
            "IdentifierToken",
            ["StringLiteralToken", "InterpolatedStringTextToken", "XmlTextLiteralToken"],
            ["AddExpression", "ConcatenateExpression", "InterpolatedStringExpression"],
            ["ImportsStatement"],
            "DeclareSubStatement",
            "DeclareFunctionStatement");
    }

    private static void AssertKinds<T>(SyntaxKinds kinds, string identifier, string[] strings, string[] joined, string[] imports, params string[] declares)
        where T : struct, Enum
    {
        static int[] Numbers(params IEnumerable<string> names) => [.. names.Select(name => Convert.ToInt32(Enum.Parse<T>(name), System.Globalization.CultureInfo.InvariantCulture))];

        Assert.Equal(Numbers(identifier).Single(), kinds.Identifier);
        Assert.Equal(Numbers(strings).Order(), kinds.Strings.Order());
        Assert.Equal(Numbers(joined).Order(), kinds.Joining.Order());
        Assert.Equal(Numbers(imports).Order(), kinds.Imports.Order());
        Assert.Equal(Numbers("DotToken").Single(), kinds.Dot);
        Assert.Equal(Numbers("AttributeList").Single(), kinds.AttributeList);
        Assert.Equal(Numbers("InvocationExpression").Single(), kinds.Invocation);
        Assert.Equal(Numbers(declares), kinds.Declares);
    }

    [Fact]
    public void EveryDescriptor_isNotConfigurable() =>
        Assert.All(new AiToolPolicyAnalyzer().SupportedDiagnostics, descriptor => Assert.Contains(WellKnownDiagnosticTags.NotConfigurable, descriptor.CustomTags));
}
