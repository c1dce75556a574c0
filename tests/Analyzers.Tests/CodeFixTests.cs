using AiToolPolicy.Analyzers.Tests.Verifiers;
using AiToolPolicy.CodeFixes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using CSharpKind = Microsoft.CodeAnalysis.CSharp.SyntaxKind;
using VisualBasicKind = Microsoft.CodeAnalysis.VisualBasic.SyntaxKind;

namespace AiToolPolicy.Analyzers.Tests;

public sealed class CodeFixTests
{
    private const string Replacing = """{ "tools": ["vendor:anthropic"], "action": "deny", "useInstead": ["contoso-ai"] }""";

    private const string OwnCatalog = """
         "catalog": [ { "vendor": { "id": "contoso", "name": "Contoso" }, "tools": [ { "id": "contoso-ai", "name": "Contoso AI", "category": "llm-api", "signatures": [
           { "kind": "nuget", "value": "Contoso.Ai", "role": "client" }, { "kind": "npm", "value": "@contoso/ai", "role": "client" } ] } ] } ],
        """;

    private static readonly (string Path, string Text) Project =
        ("src/App/App.csproj", "<Project>\n  <ItemGroup>\n    <PackageReference Include=\"Anthropic\" />\n    <PackageReference Include=\"A\" />\n  </ItemGroup>\n</Project>\n");

    private static readonly (string Path, string Text) Central =
        ("Directory.Packages.props", "<Project>\n  <ItemGroup>\n    <PackageVersion Include=\"Anthropic\" Version=\"12.36.0\" />\n  </ItemGroup>\n</Project>\n");

    private static string Policy { get; } = AnalyzerTest.PolicyOf(Replacing, OwnCatalog);

    [Fact]
    public Task Using_isRemovedWithItsLine_andTheRestStays() => CSharpCodeFixVerifier<RemoveImportFix>.VerifyCodeFixAsync(
        """
        // The head.
        using System;
        using [|Anthropic|]; // clients
        using static [|Anthropic.Known|];
        using Bot = [|Anthropic.AnthropicClient|];

        class A { }
        """,
        """
        // The head.
        using System;
        // clients

        class A { }
        """);

    [Fact]
    public Task GlobalUsing_isRemoved_andTheUsesAreLeftToThePerson() => CSharpCodeFixVerifier<RemoveImportFix>.VerifyCodeFixAsync(
        "global using [|Anthropic.Models|];\nclass A { [|Message|] m; }",
        "class A { Message m; }");

    [Fact]
    public Task Imports_keepTheirOtherClauses() => VisualBasicCodeFixVerifier<RemoveImportFix>.VerifyCodeFixAsync(
        """
        Imports System, [|Anthropic|], System.IO, [|Anthropic.Models|]
        Imports Bot = [|Anthropic.AnthropicClient|]
        Class A
        End Class
        """,
        """
        Imports System, System.IO
        Class A
        End Class
        """);

    [Fact]
    public async Task UseWithoutImport_hasNothingToRemove()
    {
        using var test = new CodeFixTest(new RemoveImportFix(), LanguageNames.CSharp, ["class A { Anthropic.ITool t; }"], [], AnalyzerTest.PolicyOf(AnalyzerTest.Deny));

        Assert.Empty(await test.ActionsAsync(Assert.Single(await CodeFixTest.DiagnosticsAsync(test.Project))));
    }

    [Theory]
    [InlineData(".config/dotnet-tools.json", "{ \"tools\": { \"anthropic\": { \"version\": \"1.0.0\" }, \"b\": { } } }", "{ \"tools\": { \"b\": { } } }")]
    [InlineData("package.json", "{\n  \"dependencies\": {\n    \"@anthropic-ai/sdk\": \"1.0.0\"\n  }\n}", "{\n  \"dependencies\": {\n  }\n}")]
    [InlineData("src/App/App.vbproj", "<Project><ItemGroup><PackageReference Include=\"A;Anthropic\" /></ItemGroup></Project>", "<Project><ItemGroup><PackageReference Include=\"A\" /></ItemGroup></Project>")]
    public Task Entry_isRemoved(string path, string text, string left) => CodeFixVerifier.VerifyFileAsync(new RemoveEntryFix(), Policy, path, text, left);

    [Theory]
    [InlineData("package.json", "{ \"dependencies\": { \"@anthropic-ai/sdk\": \"1.0.0\" } }", "{ \"dependencies\": { \"@contoso/ai\": \"latest\" } }")]
    [InlineData("src/App/App.csproj", "<Project><ItemGroup><PackageReference Include=\"Anthropic\" /></ItemGroup></Project>", "<Project><ItemGroup><PackageReference Include=\"Contoso.Ai\" /></ItemGroup></Project>")]
    public Task Entry_isReplacedByWhatThePolicyNames(string path, string text, string replaced) =>
        CodeFixVerifier.VerifyFileAsync(new ReplaceEntryFix(), Policy, path, text, replaced);

    [Fact]
    public async Task All_areRemovedInEveryFileOfTheProject()
    {
        using var test = new CodeFixTest(new RemoveEntryFix(), LanguageNames.VisualBasic, [], [Project, Central, ("package.json", "{ \"dependencies\": { \"@anthropic-ai/sdk\": \"1\" } }")], Policy);
        var diagnostics = await CodeFixTest.DiagnosticsAsync(test.Project);
        var action = Assert.Single(await test.ActionsAsync(diagnostics.First(d => d.Id == "AITP1001")));

        var after = await test.ApplyAllAsync(diagnostics.First(d => d.Id == "AITP1001"), action.EquivalenceKey!);

        Assert.Equal("Remove 'Anthropic'", action.Title);
        Assert.DoesNotContain("Anthropic", await CodeFixTest.TextAsync(after, Project.Path), StringComparison.Ordinal);
        Assert.Equal("<Project>\n  <ItemGroup>\n  </ItemGroup>\n</Project>\n", await CodeFixTest.TextAsync(after, Central.Path));
        Assert.Equal(["AITP1003"], (await CodeFixTest.DiagnosticsAsync(after)).Select(d => d.Id));
    }

    [Fact]
    public async Task CentralVersion_isNotReplaced_asNobodyKnowsTheVersion()
    {
        using var test = new CodeFixTest(new ReplaceEntryFix(), LanguageNames.CSharp, [], [Central], Policy);

        Assert.Empty(await test.ActionsAsync(Assert.Single(await CodeFixTest.DiagnosticsAsync(test.Project))));
    }

    [Fact]
    public async Task Exemption_isBegunInTheFileOfTheSolution()
    {
        using var test = new CodeFixTest(
            new ExemptFix(), LanguageNames.CSharp, ["class A { Anthropic.ITool t; }"], [Project, ("ai-tool-exemptions.json", "{ \"exemptions\": [] }\n")], Policy);
        var diagnostics = await CodeFixTest.DiagnosticsAsync(test.Project);

        foreach (var (diagnostic, expected) in diagnostics.Zip(["\"rule\": \"AITP1001\"", "\"rule\": \"AITP1009\""]))
        {
            var action = Assert.Single(await test.ActionsAsync(diagnostic));
            var text = await CodeFixTest.TextAsync(await test.ApplyAsync(action), "ai-tool-exemptions.json");
            Assert.Contains(expected, text, StringComparison.Ordinal);
            Assert.Contains($"\"{(diagnostic.Id == "AITP1001" ? "src/App/App.csproj" : "src/App/File0.cs")}\"", text, StringComparison.Ordinal);
            Assert.Equal(diagnostic.Id == "AITP1001", text.Contains("\"evidence\"", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task Exemption_whereThereIsNoFileYet_isWrittenToTheDisk_andAPreviewWritesNothing()
    {
        using var test = new CodeFixTest(new ExemptFix(), LanguageNames.CSharp, [], [Project], Policy);
        var action = Assert.Single(await test.ActionsAsync(Assert.Single(await CodeFixTest.DiagnosticsAsync(test.Project))));

        Assert.IsNotType<ApplyChangesOperation>(Assert.Single(await action.GetOperationsAsync(TestContext.Current.CancellationToken)), exactMatch: false);
        Assert.Empty(await action.GetPreviewOperationsAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public void SyntaxKinds_areThoseOfTheLanguages()
    {
        Assert.Equal((int)CSharpKind.UsingDirective, Imports.UsingDirective);
        Assert.Equal((int)VisualBasicKind.ImportsStatement, Imports.ImportsStatement);
    }

    [Fact]
    public void EveryFix_isExportedForBothLanguages_andEveryRestrictionHasOne()
    {
        var fixes = typeof(RemoveImportFix).Assembly.GetTypes().Where(type => !type.IsAbstract && type.IsSubclassOf(typeof(CodeFixProvider))).ToList();

        Assert.Equal(4, fixes.Count);
        Assert.All(fixes, type => Assert.Equal(
            [LanguageNames.CSharp, LanguageNames.VisualBasic],
            ((ExportCodeFixProviderAttribute)Attribute.GetCustomAttribute(type, typeof(ExportCodeFixProviderAttribute))!).Languages));
        var fixable = fixes.SelectMany(type => ((CodeFixProvider)Activator.CreateInstance(type)!).FixableDiagnosticIds);
        Assert.Empty(Descriptors.All.Select(d => d.Id).Where(id => id.StartsWith("AITP1", StringComparison.Ordinal)).Except(fixable));
    }
}
