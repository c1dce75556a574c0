using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace AiToolPolicy.Analyzers.Tests.Verifiers;

/// <summary>Verifiers of the shape of Microsoft.CodeAnalysis.Testing: the fix of the first diagnostic makes the fixed source.</summary>
internal static class CSharpCodeFixVerifier<TCodeFix>
    where TCodeFix : CodeFixProvider, new()
{
    public static Task VerifyCodeFixAsync(string source, string fixedSource) => CodeFixVerifier.VerifyAsync(new TCodeFix(), LanguageNames.CSharp, source, fixedSource);
}

internal static class VisualBasicCodeFixVerifier<TCodeFix>
    where TCodeFix : CodeFixProvider, new()
{
    public static Task VerifyCodeFixAsync(string source, string fixedSource) => CodeFixVerifier.VerifyAsync(new TCodeFix(), LanguageNames.VisualBasic, source, fixedSource);
}

internal static class CodeFixVerifier
{
    /// <param name="source">With marks at the places of its diagnostics, the further uses included.</param>
    public static async Task VerifyAsync(CodeFixProvider fix, string language, string source, string fixedSource)
    {
        await Verifier.VerifyAnalyzerAsync(new AnalyzerTest(language, source), compiles: false);
        var text = Markup.Parse(source, "AITP1009").Text;
        using var test = new CodeFixTest(fix, language, [text], [], AnalyzerTest.PolicyOf(AnalyzerTest.Deny));
        var file = $"src/App/File0.{(language == LanguageNames.CSharp ? "cs" : "vb")}";
        var diagnostic = (await CodeFixTest.DiagnosticsAsync(test.Project))[0];

        var action = Assert.Single(await test.ActionsAsync(diagnostic));
        Assert.Equal(fixedSource, await CodeFixTest.TextAsync(await test.ApplyAsync(action), file));
        Assert.Equal(fixedSource, await CodeFixTest.TextAsync(await test.ApplyAllAsync(diagnostic, action.EquivalenceKey!), file));
    }

    /// <summary>The first fix of the first diagnostic in a file that is no source makes the fixed text.</summary>
    public static async Task VerifyFileAsync(CodeFixProvider fix, string policy, string path, string text, string fixedText)
    {
        using var test = new CodeFixTest(fix, LanguageNames.CSharp, ["class A { }"], [(path, text)], policy);
        var action = (await test.ActionsAsync((await CodeFixTest.DiagnosticsAsync(test.Project))[0]))[0];

        Assert.Equal(fixedText, await CodeFixTest.TextAsync(await test.ApplyAsync(action), path));
    }
}
