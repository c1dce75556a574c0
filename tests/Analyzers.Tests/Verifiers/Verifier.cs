using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace AiToolPolicy.Analyzers.Tests.Verifiers;

/// <summary>Verifiers of the shape of Microsoft.CodeAnalysis.Testing: exactly the marked places are reported, as first or as further uses.</summary>
internal static class CSharpVerifier
{
    public static Task VerifyAnalyzerAsync(params string[] sources) => Verifier.VerifyAnalyzerAsync(new AnalyzerTest(LanguageNames.CSharp, sources));
}

internal static class VisualBasicVerifier
{
    public static Task VerifyAnalyzerAsync(params string[] sources) => Verifier.VerifyAnalyzerAsync(new AnalyzerTest(LanguageNames.VisualBasic, sources));
}

internal static class Verifier
{
    private const string DefaultId = "AITP1009";

    /// <summary>The sources of <paramref name="marked"/> carry the marks; <c>[|…|]</c> is AITP1009.</summary>
    public static async Task VerifyAnalyzerAsync(AnalyzerTest marked, bool compiles = true)
    {
        var parsed = marked.Sources.Select(source => Markup.Parse(source, DefaultId)).ToList();
        var test = marked with { Sources = [.. parsed.Select(p => p.Text)] };
        if (compiles)
        {
            Assert.Empty(test.Compilation().GetDiagnostics(TestContext.Current.CancellationToken).Where(d => d.Severity == DiagnosticSeverity.Error));
        }

        var diagnostics = await test.RunAsync(TestContext.Current.CancellationToken);
        var expected = parsed.SelectMany((p, i) => p.Places.Select(place => Line(i, place.Id, place.Span, p.Text)));
        var found = diagnostics.SelectMany(d => d.AdditionalLocations.Prepend(d.Location).Select(place =>
            Line(IndexOf(place), d.Id, place.SourceSpan, parsed[IndexOf(place)].Text)));
        Assert.Equal(string.Join("\n", expected.Order()), string.Join("\n", found.Order()));
    }

    private static int IndexOf(Location place) => place.SourceTree!.FilePath["/repo/src/App/File".Length] - '0';

    private static string Line(int file, string id, TextSpan span, string text) => $"{file} {span.Start:D5} {id} {text[span.Start..span.End]}";
}
