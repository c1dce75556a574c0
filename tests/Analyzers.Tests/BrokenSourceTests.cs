using AiToolPolicy.Analyzers.Tests.Verifiers;
using Microsoft.CodeAnalysis;

namespace AiToolPolicy.Analyzers.Tests;

/// <summary>Code as it is while somebody types: the analyzer must survive every stage of it.</summary>
public sealed class BrokenSourceTests
{
    private const string CSharp = """"
        using Anthropic; using static Anthropic.Known; using B = Anthropic.AnthropicClient;
        [Tool] class A<T> : AnthropicClient, ITool where T : Anthropic.ITool
        {
            const string H = "https://api." + "anthropic.com"; string R = $$"""{ "model": "claude-3-{{H}}" }""";
            [System.Runtime.InteropServices.DllImport("Anthropic")] static extern int f();
            B this[int i] => new("k") { Key = $"x{H}" };
            void M() { System.Diagnostics.Process.Start(new System.Diagnostics.ProcessStartInfo("cmd", $"/c claude {H}")); var q = from x in new[] { Messages } select x.Create(nameof(Message)); }
        }
        """";

    private const string VisualBasic = """
        Imports Anthropic
        Imports B = Anthropic.AnthropicClient
        <Tool> Class A(Of T As ITool)
            Inherits AnthropicClient
            WithEvents c As New B("https://api.anthropic.com")
            Sub M() Handles c.Changed
                Process.Start("cmd", $"/c claude {c.Key}") : Dim x = From y In {c.Messages} Select y.Create("claude-3" & "-opus")
            End Sub
        End Class
        """;

    [Theory]
    [InlineData(LanguageNames.CSharp, CSharp, 1)]
    [InlineData(LanguageNames.VisualBasic, VisualBasic, 2)]
    public async Task MangledSource_neverBreaksTheAnalyzer(string language, string source, int seed)
    {
        var random = new Random(seed);
        var found = 0;
        for (var round = 0; round < 150; round++)
        {
            var diagnostics = await new AnalyzerTest(language, Mangled(source, random)).RunAsync(TestContext.Current.CancellationToken);

            Assert.DoesNotContain(diagnostics, d => d.Id is "AD0001" or "AITP3006");
            found += diagnostics.Length;
        }

        Assert.True(found > 150, $"Only {found} findings: the sources are too broken to test anything.");
    }

    [Fact]
    public async Task SourceCutAnywhere_neverBreaksTheAnalyzer()
    {
        for (var length = 0; length < CSharp.Length; length += 7)
        {
            var diagnostics = await new AnalyzerTest(LanguageNames.CSharp, CSharp[..length]).RunAsync(TestContext.Current.CancellationToken);

            Assert.DoesNotContain(diagnostics, d => d.Id is "AD0001" or "AITP3006");
        }
    }

    // Removes, repeats and moves a few stretches.
    private static string Mangled(string source, Random random)
    {
        var text = source;
        for (var i = random.Next(1, 5); i > 0; i--)
        {
            var start = random.Next(text.Length);
            var length = random.Next(Math.Min(12, text.Length - start));
            var piece = text.Substring(start, length);
            text = random.Next(3) switch
            {
                0 => text.Remove(start, length),
                1 => text.Insert(start, piece),
                _ => text.Remove(start, length) is var cut ? cut.Insert(random.Next(cut.Length), piece) : text,
            };
        }

        return text;
    }
}
