using AiToolPolicy.Analyzers.Tests.Verifiers;

namespace AiToolPolicy.Analyzers.Tests;

public sealed class StartedProcessTests
{
    private static Task VerifyAsync(string statement) => CSharpVerifier.VerifyAnalyzerAsync($$"""
        using System;
        using System.Diagnostics;
        using System.Reflection;
        class A
        {
            const string Tool = "claude";
            void Run(string prompt)
            {
                {{statement}}
            }
        }
        """);

    [Theory]
    [InlineData("""{|AITP1010:Process.Start("claude")|};""")]
    [InlineData("""{|AITP1010:Process.Start(Tool, prompt)|};""")]
    [InlineData("""{|AITP1010:Process.Start("/usr/local/bin/claude", "-p")|};""")]
    [InlineData("""{|AITP1010:Process.Start(@"C:\tools\claude.exe")|};""")]
    [InlineData("""{|AITP1010:Process.Start("cmd", "/c claude -p hi")|};""")]
    [InlineData("""{|AITP1010:Process.Start("cmd.exe", "/d /s /c \"claude -p hi\"")|};""")]
    [InlineData("""{|AITP1010:Process.Start("sh", "-c 'cd /tmp && claude -p hi'")|};""")]
    [InlineData("""{|AITP1010:Process.Start("npx", "-y @anthropic-ai/claude-code@latest")|};""")]
    [InlineData("""{|AITP1010:Process.Start("dotnet", "tool run claude")|};""")]
    [InlineData("""{|AITP1010:Process.Start("uvx", "claude-agent-sdk")|};""")]
    [InlineData("""{|AITP1010:Process.Start("npx", new[] { "-y", "claude-code" })|};""")]
    [InlineData("""Process.Start({|AITP1010:new ProcessStartInfo("claude")|});""")]
    [InlineData("""ProcessStartInfo info = {|AITP1010:new("claude", "-p")|};""")]
    [InlineData("""var info = {|AITP1010:new ProcessStartInfo { FileName = "bash", Arguments = "-c claude" }|};""")]
    [InlineData("""var info = {|AITP1010:new ProcessStartInfo("npx") { ArgumentList = { "-y", "claude-code" } }|};""")]
    [InlineData("""var info = new ProcessStartInfo(); {|AITP1010:info.FileName = "claude"|};""")]
    public Task RestrictedCommand_isReportedWhereItStarts(string statement) => VerifyAsync(statement);

    [Theory]
    [InlineData("""Process.Start("git", "commit -m claude");""")]
    [InlineData("""Process.Start("cmd", "/c echo claude");""")]
    [InlineData("""Console.WriteLine("claude");""")]
    [InlineData("""Process.Start("claudette");""")]
    [InlineData("""Process.Start("dotnet", "build");""")]
    [InlineData("""Process.Start("npx", "prettier");""")]
    [InlineData("""new System.Threading.Thread(() => { }).Start("claude");""")]
    public Task OtherCommand_isSilent(string statement) => VerifyAsync(statement);

    [Theory]
    [InlineData("""{|AITP1009:Assembly.Load("Anthropic")|};""")]
    [InlineData("""{|AITP1009:Assembly.LoadFrom("/opt/plug-ins/Anthropic.dll")|};""")]
    [InlineData("""{|AITP1009:Type.GetType("Anthropic.AnthropicClient, Anthropic")|};""")]
    [InlineData("""{|AITP1009:Activator.CreateInstance("Anthropic", "Anthropic.AnthropicClient")|};""")]
    public Task AssemblyLoadedByName_isReported(string statement) => VerifyAsync(statement);

    [Theory]
    [InlineData("""prompt.GetType();""")]
    [InlineData("""Assembly.Load("Contoso.Anthropic");""")]
    [InlineData("""Type.GetType("System.String");""")]
    public Task OtherAssembly_isSilent(string statement) => VerifyAsync(statement);

    [Fact]
    public Task NativeImport_isReported() => CSharpVerifier.VerifyAnalyzerAsync("""
        using System.Runtime.InteropServices;
        static class A
        {
            [{|AITP1009:DllImport("Anthropic.dll")|}] static extern int ask();
            [DllImport("kernel32")] static extern int other();
        }
        """);

    [Fact]
    public Task GeneratedNativeImport_isReported() => Verifier.VerifyAnalyzerAsync(
        new AnalyzerTest(Microsoft.CodeAnalysis.LanguageNames.CSharp, """
            using System.Runtime.InteropServices;
            static partial class A
            {
                [{|AITP1009:LibraryImport("Anthropic", StringMarshalling = StringMarshalling.Utf8)|}] internal static partial int ask();
                [LibraryImport("kernel32")] internal static partial int other();
            }
            """),
        compiles: false);

    [Fact]
    public Task VisualBasicLoadingByName_isReportedAlike() => VisualBasicVerifier.VerifyAnalyzerAsync("""
        Imports System.Reflection
        Imports System.Runtime.InteropServices
        Module A
            Declare Function ask Lib {|AITP1009:"Anthropic.dll"|} () As Integer
            Declare Sub other Lib "kernel32" Alias "Other" ()
            <{|AITP1009:DllImport("Anthropic")|}> Function ask2() As Integer
            End Function
            Sub Run()
                {|AITP1009:Assembly.Load("Anthropic, Version=1.0.0.0")|}
                {|AITP1009:System.Activator.CreateInstance("Anthropic", "Anthropic.AnthropicClient")|}
                Dim type = {|AITP1009:System.Type.GetType("Anthropic.AnthropicClient, Anthropic")|}
            End Sub
        End Module
        """);

    [Fact]
    public Task VisualBasic_isReportedAlike() => VisualBasicVerifier.VerifyAnalyzerAsync("""
        Imports System.Diagnostics
        Class A
            Sub Run()
                {|AITP1010:Process.Start("claude")|}
                Dim info = {|AITP1010:New ProcessStartInfo With {.FileName = "cmd", .Arguments = "/c claude"}|}
                Process.Start("git", "log claude")
            End Sub
        End Class
        """);
}
