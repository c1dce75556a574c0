using AiToolPolicy.Analyzers.Tests.Verifiers;
using AiToolPolicy.Engine;
using AiToolPolicy.Engine.Catalog;
using AiToolPolicy.Engine.Inspection;
using AiToolPolicy.Engine.Policies;
using AiToolPolicy.Engine.Text;
using Microsoft.CodeAnalysis;

namespace AiToolPolicy.Analyzers.Tests;

public sealed class EchoTests
{
    private static readonly (string Path, string Text)[] Files =
    [
        ("src/App/App.csproj", "<Project>\n  <ItemGroup>\n    <PackageReference Include=\"Anthropic\" />\n  </ItemGroup>\n</Project>\n"),
        ("Directory.Packages.props", "<Project>\n  <ItemGroup>\n    <PackageVersion Include=\"Anthropic\" Version=\"12.36.0\" />\n  </ItemGroup>\n</Project>\n"),
        (".config/dotnet-tools.json", "{ \"tools\": { \"anthropic\": { \"version\": \"1.0.0\", \"commands\": [] } } }"),
        ("package.json", "{\n  \"dependencies\": { \"@anthropic-ai/sdk\": \"1.0.0\" }\n}"),
        ("global.json", "{\n  \"msbuild-sdks\": {\n    \"Anthropic\": \"12.0.0\"\n  }\n}"),
    ];

    private static AnalyzerTest Test(bool isDesignTime, params IEnumerable<(string Path, string Text)> files) =>
        new(LanguageNames.CSharp, "class A { }")
        {
            More = [.. files.Select(file => new InMemoryFile("/repo/" + file.Path, file.Text)), .. isDesignTime ? new[] { new InMemoryFile(InMemoryFile.DesignTimeMark, "<Project />") } : []],
        };

    private static string Line(string path, int line, int column, string severity, string id, string message) => $"{path}({line},{column}): {severity} {id}: {message}";

    [Fact]
    public async Task ProjectFiles_areEchoedAsTheEngineSaysOfThem()
    {
        var policy = PolicyFile.Load(new SourceFile("ai-tool-policy.json", AnalyzerTest.PolicyOf(AnalyzerTest.Deny)), CompiledCatalog.Embedded);
        var inputs = Files.Select(file => InputFile.Of(file.Path, file.Text)).ToList();
        var engine = PolicyCheck.Run(new CheckRequest(policy, inputs, new Day(2026, 8, 1)));

        var echoed = await Test(true, Files).RunAsync(TestContext.Current.CancellationToken);

        Assert.Equal(5, engine.Findings.Count);
        Assert.Equal(
            string.Join("\n", engine.Findings.Select(f => Line(f.Location.Path, f.Location.Line, f.Location.Column, f.Severity.ToString(), f.Rule.Id, f.Message)).Order()),
            string.Join("\n", echoed.Select(d => Line(
                d.Location.GetLineSpan().Path["/repo/".Length..],
                d.Location.GetLineSpan().StartLinePosition.Line + 1,
                d.Location.GetLineSpan().StartLinePosition.Character + 1,
                d.Severity.ToString(),
                d.Id,
                d.GetMessage(System.Globalization.CultureInfo.InvariantCulture))).Order()));
    }

    [Fact]
    public async Task FilesInARealBuild_areTheTasksBusiness() => Assert.Empty(await Test(false, Files).RunAsync(TestContext.Current.CancellationToken));

    [Fact]
    public async Task RestrictedPackageWrittenAndTakenAway_comesAndGoes()
    {
        var (path, text) = Files[0];

        Assert.Single(await Test(true, Files[0]).RunAsync(TestContext.Current.CancellationToken));
        Assert.Empty(await Test(true, (path, text.Replace("Anthropic", "Contoso", StringComparison.Ordinal))).RunAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task HalfWrittenFile_isNotComplainedOf() =>
        Assert.Empty(await Test(true, ("src/App/App.csproj", "<Project>\n  <ItemGroup>\n    <PackageRef"), ("package.json", "{ \"dep")).RunAsync(TestContext.Current.CancellationToken));

    [Fact]
    public async Task CodeOfOthers_isWhatTheRepositorySaysItIs()
    {
        var package = ("src/App/package.json", Files[3].Text);

        Assert.Single(await Test(true, package).RunAsync(TestContext.Current.CancellationToken));
        Assert.Single(await Test(true, package, (".gitattributes", "lib/** linguist-vendored\n")).RunAsync(TestContext.Current.CancellationToken));
        Assert.Empty(await Test(true, package, (".gitattributes", "src/** linguist-vendored\n")).RunAsync(TestContext.Current.CancellationToken));
        Assert.Single(await Test(true, package, (".gitattributes", "src/** linguist-vendored\n"), ("src/App/.gitattributes", "* -linguist-vendored\n")).RunAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task ProjectInTheCodeOfOthers_countsInFull() =>
        Assert.Single(await Test(true, Files[0], (".gitattributes", "src/** linguist-vendored\n")).RunAsync(TestContext.Current.CancellationToken));
}
