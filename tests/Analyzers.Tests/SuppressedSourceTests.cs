using AiToolPolicy.Analyzers.Tests.Verifiers;

namespace AiToolPolicy.Analyzers.Tests;

/// <summary>An attribute or a pragma speaks of the uses in its own region only.</summary>
public sealed class SuppressedSourceTests
{
    [Theory]
    [InlineData("[SuppressMessage(\"AiToolPolicy\", \"AITP1010\", Justification = \"x\")]")]
    [InlineData("[System.Diagnostics.CodeAnalysis.SuppressMessageAttribute(\"AiToolPolicy\", \"AITP1010:Literal\", Justification = \"x\")]")]
    public Task AttributeOnTheFirstUse_doesNotHideLaterOnes(string attribute) => CSharpVerifier.VerifyAnalyzerAsync($$"""
        using System.Diagnostics.CodeAnalysis;
        class A
        {
            {{attribute}}
            string First => "https://api.anthropic.com/1";
            string Second => {|AITP1010:"https://api.anthropic.com/2"|};
            {{attribute}}
            class Inner { string Third => "https://api.anthropic.com/3"; }
            string Fourth => {|AITP1010:"https://api.anthropic.com/4"|};
        }
        """);

    [Fact]
    public Task AttributeForAnotherRule_dividesNothing() => CSharpVerifier.VerifyAnalyzerAsync("""
        using System.Diagnostics.CodeAnalysis;
        class A
        {
            [SuppressMessage("Other", "CA1000")]
            string First => {|AITP1010:"https://api.anthropic.com/1"|};
            string Second => {|AITP1010:"https://api.anthropic.com/2"|};
        }
        """);

    [Fact]
    public Task AttributeInVisualBasic_speaksOfItsWholeBlock() => VisualBasicVerifier.VerifyAnalyzerAsync("""
        Imports System.Diagnostics.CodeAnalysis
        Class A
            <SuppressMessage("AiToolPolicy", "AITP1010", Justification:="x")>
            Function First() As String
                Return "https://api.anthropic.com/1"
            End Function
            Function Second() As String
                Return {|AITP1010:"https://api.anthropic.com/2"|}
            End Function
        End Class
        <SuppressMessage("AiToolPolicy", "AITP1010", Justification:="x")>
        Class B
            Public Third As String = "https://api.anthropic.com/3"
        End Class
        """);
}
