using AiToolPolicy.Analyzers.Tests.Verifiers;
using Microsoft.CodeAnalysis;

namespace AiToolPolicy.Analyzers.Tests;

public sealed class PolicyTests
{
    private const string Use = "class A { Anthropic.AnthropicClient _client; string Url = \"https://api.anthropic.com\"; }";

    private static async Task<string> FoundAsync(AnalyzerTest test) => string.Join("\n", (await test.RunAsync(TestContext.Current.CancellationToken))
        .Select(d => $"{d.Severity} {d.Id} {d.GetMessage(System.Globalization.CultureInfo.InvariantCulture).Split(" · ")[2]}"));

    [Fact]
    public async Task NoPolicy_saysNothing() => Assert.Equal("", await FoundAsync(new AnalyzerTest(LanguageNames.CSharp, Use) { Policy = null }));

    [Fact]
    public async Task PolicyOfAnotherName_isKnownByWhatTheBuildSays() => Assert.StartsWith(
        "Error AITP1009", await FoundAsync(new AnalyzerTest(LanguageNames.CSharp, Use) { PolicyName = "ours.json" }), StringComparison.Ordinal);

    [Fact]
    public async Task UnreadablePolicy_saysNothing() => Assert.Equal("", await FoundAsync(new AnalyzerTest(LanguageNames.CSharp, Use) { Policy = "{ \"rules\": [" }));

    [Theory]
    [InlineData("2026-07-10", "Error", "denied since 2026-07-10 by rule 'r' of policy 'Contoso' 1")]
    [InlineData("2026-07-11", "Error", "denied since 2026-07-10 by rule 'r' of policy 'Contoso' 1")]
    [InlineData("2026-07-09", "Warning", "denied from 2026-07-10 on by rule 'r' of policy 'Contoso' 1")]
    [InlineData("0001-01-01", "Warning", "denied from 2026-07-10 on by rule 'r' of policy 'Contoso' 1")]
    [InlineData(null, "Warning", "denied from 2026-07-10 on by rule 'r' of policy 'Contoso' 1")]
    public async Task Phase_decidesTheSeverityAndNoMessageCountsDays(string? since, string severity, string clause) => Assert.Equal(
        $"{severity} AITP1009 {clause}\n{severity} AITP1010 {clause}",
        await FoundAsync(new AnalyzerTest(LanguageNames.CSharp, Use) { Since = since }));

    [Fact]
    public async Task UndatedRestriction_isAWarningUntilABuildHasTold() => Assert.Equal(
        "Warning AITP1009 denied by policy 'Contoso' 1, line 1\nWarning AITP1010 denied by policy 'Contoso' 1, line 1",
        await FoundAsync(new AnalyzerTest(LanguageNames.CSharp, Use) { Since = null, Policy = AnalyzerTest.PolicyOf("""{ "tools": ["vendor:anthropic"], "action": "deny" }""") }));

    [Fact]
    public async Task WarningsAsErrors_areObeyed() => Assert.StartsWith(
        "Error AITP1009",
        await FoundAsync(new AnalyzerTest(LanguageNames.CSharp, Use) { Since = "2026-01-01", General = ReportDiagnostic.Error }),
        StringComparison.Ordinal);

    [Fact]
    public async Task Notice_isInformation() => Assert.StartsWith(
        "Info AITP1009 noted by",
        await FoundAsync(new AnalyzerTest(LanguageNames.CSharp, Use) { Policy = AnalyzerTest.PolicyOf("""{ "tools": ["vendor:anthropic"], "action": "notice" }""") }),
        StringComparison.Ordinal);

    [Theory]
    [InlineData("\"surfaces\": [\"package\"]")]
    [InlineData("\"paths\": [\"src/Other/**\"]")]
    [InlineData("\"versions\": \"[13.0.0,)\", \"surfaces\": [\"source\"]")]
    public async Task RuleThatSpeaksOfSomethingElse_isSilent(string scope) => Assert.Equal(
        "",
        await FoundAsync(new AnalyzerTest(LanguageNames.CSharp, Use) { Policy = AnalyzerTest.PolicyOf($$"""{ "tools": ["vendor:anthropic"], "action": "deny", {{scope}} }""") }));

    [Theory]
    [InlineData("\"paths\": [\"src/App/*.cs\"]")]
    [InlineData("\"versions\": \"[12.0.0,13.0.0)\"")]
    public async Task RuleThatSpeaksOfThis_isHeard(string scope) => Assert.StartsWith(
        "Error AITP1009",
        await FoundAsync(new AnalyzerTest(LanguageNames.CSharp, Use) { Policy = AnalyzerTest.PolicyOf($$"""{ "tools": ["vendor:anthropic"], "action": "deny", {{scope}} }""") }),
        StringComparison.Ordinal);

    [Fact]
    public async Task HelpLink_isThePolicysOwn()
    {
        var test = new AnalyzerTest(LanguageNames.CSharp, Use) { Policy = AnalyzerTest.PolicyOf("""{ "tools": ["vendor:anthropic"], "action": "deny", "link": "https://intranet.example/ai" }""") };

        var found = await test.RunAsync(TestContext.Current.CancellationToken);

        Assert.All(found, d => Assert.Equal("https://intranet.example/ai", d.Descriptor.HelpLinkUri));
    }

    [Fact]
    public async Task OrganisationsOwnTool_isKnown()
    {
        const string own = """ "catalog": [ { "vendor": { "id": "contoso" }, "tools": [ { "id": "bot", "category": "sdk", "signatures": [ { "kind": "host", "value": "bot.contoso.example", "confidence": "high", "source": "own" } ] } ] } ],""";
        var test = new AnalyzerTest(LanguageNames.CSharp, "class A { string Url = \"https://bot.contoso.example\"; }") { Policy = AnalyzerTest.PolicyOf("""{ "tools": ["bot"], "action": "deny" }""", own) };

        Assert.StartsWith("Error AITP1010", await FoundAsync(test), StringComparison.Ordinal);
    }
}
