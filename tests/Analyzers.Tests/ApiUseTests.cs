using AiToolPolicy.Analyzers.Tests.Verifiers;
using AiToolPolicy.Engine.Catalog;
using Microsoft.CodeAnalysis;

namespace AiToolPolicy.Analyzers.Tests;

public sealed class ApiUseTests
{
    private const string EveryUse = """
        using [|Anthropic|];
        using [|Anthropic.Models|];
        using static [|Anthropic.Known|];
        using Bot = [|Anthropic.AnthropicClient|];

        [[|Tool|]]
        public class Uses : [|AnthropicClient|], [|ITool|]
        {
            private readonly System.Collections.Generic.List<[|Message|]> _list = new();
            [|Handler|]? _handler;
            [|Bot|]? _bot;

            public [|Message|]? Run([|Level|] level)
            {
                var client = new [|AnthropicClient|]("k") { [|Key|] = "x" };
                client.[|Changed|] += (_, _) => { };
                client.[|Raise|]();
                [|Ping|]();
                System.Console.WriteLine("hi".[|AsChat|]() + [|Name|]);
                System.Console.WriteLine(typeof([|AnthropicClient|]).Name + nameof([|Messages|]));
                global::[|Anthropic.AnthropicClient|]? other = [|AnthropicClient.Default|];
                if (other is [|AnthropicClient|] { [|Key|]: "k" }) { }
                return client.[|Messages|].[|Create|]("hello");
            }
        }
        """;

    private static string Tool { get; } = $"{CompiledCatalog.Embedded.Tool("anthropic-api")!.Name} (anthropic-api) by Anthropic";

    [Fact]
    public Task EveryKindOfUse_isReportedAtItsSpan() => CSharpVerifier.VerifyAnalyzerAsync("#nullable enable annotations\n" + EveryUse);

    [Fact]
    public Task SameCodeAgainstAnUnrelatedPackage_isSilent() => Verifier.VerifyAnalyzerAsync(
        new AnalyzerTest(LanguageNames.CSharp, "#nullable enable annotations\n" + EveryUse.Replace("[|", "", StringComparison.Ordinal).Replace("|]", "", StringComparison.Ordinal)) { References = [Libraries.Unrelated] });

    [Fact]
    public Task VisualBasic_isReportedAlike() => VisualBasicVerifier.VerifyAnalyzerAsync("""
        Imports [|Anthropic|]
        Imports [|Anthropic.Models|]
        Imports Bot = [|Anthropic.AnthropicClient|]

        <[|Tool|]>
        Public Class Uses
            Inherits [|AnthropicClient|]
            Implements [|ITool|]
            Private WithEvents client As New [|AnthropicClient|]("k")
            Private bot As [|Bot|]
            Private list As New System.Collections.Generic.List(Of [|Message|])

            Private Sub OnChanged() Handles client.[|Changed|]
                System.Console.WriteLine("hi".[|AsChat|]() & [|Known.Name|])
                System.Console.WriteLine(GetType([|AnthropicClient|]).Name & NameOf([|Message|]))
            End Sub

            Public Function Run(level As [|Level|]) As [|MESSAGE|]
                Dim other As [|Anthropic.AnthropicClient|] = [|AnthropicClient.Default|]
                Return client.[|Messages|].[|Create|]("hello")
            End Function
        End Class
        """);

    [Fact]
    public Task GlobalUsings_andTheFilesThatLiveOfThem_areReported() => CSharpVerifier.VerifyAnalyzerAsync(
        "global using [|Anthropic|];\nglobal using Bot = [|Anthropic.AnthropicClient|];",
        "class A { [|AnthropicClient|] _client = new(); }",
        "class B { [|Bot|] _client; string Ask(A a) => \"x\"; }",
        "class C { int Name; string Messages() => nameof(Name); }");

    [Theory]
    [InlineData("renamed")]
    [InlineData("vendored")]
    public Task AssemblyToldByPathOrByName_isReported(string how) => Verifier.VerifyAnalyzerAsync(new AnalyzerTest(LanguageNames.CSharp, "class A { [|Anthropic.AnthropicClient|] _client; }")
    {
        References = [how == "renamed" ? Libraries.Renamed : Libraries.Vendored],
    });

    [Fact]
    public Task NamespaceThatOthersShare_isNotReportedItself() => Verifier.VerifyAnalyzerAsync(new AnalyzerTest(LanguageNames.CSharp, """
        using Anthropic;
        class A { [|AnthropicClient|] _client; Own _own; }
        """)
    {
        References = [Libraries.Vendor, Libraries.Compile("Contoso", "/p/contoso/1.0.0/lib/net8.0/Contoso.dll", "namespace Anthropic { public class Own { } }")],
    });

    [Fact]
    public Task NamespaceThatAnotherToolFillsToo_isNotReportedItself() => Verifier.VerifyAnalyzerAsync(new AnalyzerTest(LanguageNames.CSharp, """
        using Anthropic;
        class A { [|AnthropicClient|] _client; Own _own; }
        """)
    {
        References = [Libraries.Vendor, Libraries.Compile("OpenAI", "/p/openai/2.15.0/lib/net8.0/OpenAI.dll", "namespace Anthropic { public class Own { } }")],
    });

    [Fact]
    public async Task OneFinding_forFileToolAndKind_countsTheUses()
    {
        var test = new AnalyzerTest(LanguageNames.CSharp, "using Anthropic;\nclass A { AnthropicClient a = new AnthropicClient(); }", "class B { Anthropic.ITool t; }");

        var found = await test.RunAsync(TestContext.Current.CancellationToken);

        Assert.Equal(
            [
                $"Namespace 'Anthropic' of assembly 'Anthropic' 12.36.0, first of 3 uses in this file · {Tool} · denied since 2026-07-10 by rule 'r' of policy 'Contoso' 1 · Reason: Listed.",
                $"API 'Anthropic.ITool' of assembly 'Anthropic' 12.36.0 · {Tool} · denied since 2026-07-10 by rule 'r' of policy 'Contoso' 1 · Reason: Listed.",
            ],
            found.Select(d => d.GetMessage(System.Globalization.CultureInfo.InvariantCulture)));
        Assert.All(found, d => Assert.Equal(DiagnosticSeverity.Error, d.Severity));
        Assert.Equal(2, found[0].AdditionalLocations.Count);
    }

    [Fact]
    public Task MembersInHand_areReportedWhereNoTypeIsNamed() => CSharpVerifier.VerifyAnalyzerAsync(
        "class A { public [|Anthropic.AnthropicClient|] Client = new(); public [|Anthropic.Models.Message|] Ask() => Client.[|Messages|].[|Create|](\"x\"); }",
        "class B { string Run(A a) { var said = a.Ask(); return said.[|Content|] + a.Client.[|Key|]; } }",
        "class C { void Run(A a) { a.Client = [|new()|]; } string At(A a) => [|a.Client[0]|]; }",
        "class D { A a; void Run(A other) { a = other; } }");

    [Fact]
    public Task NamesThatNoOperationTellsOf_areReported() => CSharpVerifier.VerifyAnalyzerAsync("""
        using [|Anthropic|];
        using System;

        class A
        {
            string Run([|AnthropicClient|] client, dynamic any)
            {
                var length = "x".Length + client.[|Key|].Length;
                client.[|Messages|].[|Create|](any);
                Func<string, string> named = [Obsolete(nameof([|AnthropicClient.Changed|]))] (string key) => key + nameof(client.[|Messages|]);
                return Own() + named("k") + length;
                string Own(string key = nameof([|AnthropicClient.Key|])) => key;
            }

            string Key => nameof([|AnthropicClient.Default|]) + Messages.Length;
            string Messages { get; } = "";
        }
        """);

    [Fact]
    public Task ClassesBelowAProgram_areReportedWithIt() => Verifier.VerifyAnalyzerAsync(new AnalyzerTest(LanguageNames.CSharp, """
        using [|Anthropic|];

        System.Console.WriteLine("a".Length + [|Known.Name|]);
        System.Console.WriteLine([|AnthropicClient.Default|].[|Messages|].[|Create|]("x").[|Content|]);

        class Below { string Key = ""; string Of([|AnthropicClient|] client) => Key + client.[|Key|]; }
        """) { IsProgram = true });

    [Fact]
    public Task NestedTypes_areReportedWhereTheyAreInheritedThroughAnotherFile() => CSharpVerifier.VerifyAnalyzerAsync(
        "class A : [|Anthropic.AnthropicClient|] { }",
        "class B : A { object Make() => new [|Retry|](); [|Retry.Delay|] _delay; }",
        "class C { class Retry { } Retry _retry; }");

    [Fact]
    public Task NamesWithEscapes_areReported() => CSharpVerifier.VerifyAnalyzerAsync(
        """using [|@Anthropic|]; class A { [|Anthropic\u0043lient|] _client; [|\U00000041nthropic.AnthropicClient|] _other; }""");

    [Fact]
    public Task GeneratedCode_isReportedToo() => CSharpVerifier.VerifyAnalyzerAsync("// <auto-generated/>\nclass A { [|Anthropic.AnthropicClient|] _client; }");

    [Fact]
    public Task DocumentationComments_areSilent() => CSharpVerifier.VerifyAnalyzerAsync("/// <summary>Like <see cref=\"Anthropic.AnthropicClient\"/> of https://api.anthropic.com.</summary>\nclass A { }");
}
