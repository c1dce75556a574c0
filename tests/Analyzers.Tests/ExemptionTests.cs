using System.Globalization;
using AiToolPolicy.Analyzers.Tests.Verifiers;
using Microsoft.CodeAnalysis;

namespace AiToolPolicy.Analyzers.Tests;

public sealed class ExemptionTests
{
    private const string Use = "class A { Anthropic.AnthropicClient _client; string Url = \"https://api.anthropic.com\"; }";

    private const string Record =
        """{ "exemptions": [ { "tool": "anthropic-api", "surface": "source", "justification": "The importer cannot do without it.", "owner": "jane@contoso.example", "expires": "2026-08-31" } ] }""";

    [Theory]
    [InlineData("2026-07-10", "Info AITP1009,Info AITP1010")]
    [InlineData("2026-08-31", "Info AITP1009,Info AITP1010")]
    [InlineData("2026-09-01", "Error AITP1009,Error AITP1010")]
    [InlineData(null, "Warning AITP1009,Warning AITP1010")]
    public async Task Exempted_use_is_information_through_the_last_day(string? since, string expected) =>
        Assert.Equal(expected, string.Join(",", (await FoundAsync(Record, since)).Select(d => $"{d.Severity} {d.Id}")));

    [Fact]
    public async Task It_says_until_when_by_whom_and_why() => Assert.All(
        await FoundAsync(Record, "2026-07-10"),
        d => Assert.EndsWith(" · exempted until 2026-08-31 by jane@contoso.example: The importer cannot do without it.", d.GetMessage(CultureInfo.InvariantCulture), StringComparison.Ordinal));

    [Theory]
    [InlineData("\"surface\": \"source\"", "\"rule\": \"AITP1010\"", "Error AITP1009,Info AITP1010")]
    [InlineData("\"surface\": \"source\"", "\"paths\": [\"src/Other/**\"]", "Error AITP1009,Error AITP1010")]
    [InlineData("jane@contoso.example", "TODO", "Error AITP1009,Error AITP1010")]
    [InlineData("{ \"exemptions\"", "{ nonsense", "Error AITP1009,Error AITP1010")]
    public async Task Only_what_is_named_is_exempted_and_a_mistake_exempts_nothing(string right, string wrong, string expected) =>
        Assert.Equal(expected, string.Join(",", (await FoundAsync(Record.Replace(right, wrong, StringComparison.Ordinal), "2026-07-10")).Select(d => $"{d.Severity} {d.Id}")));

    private static Task<System.Collections.Immutable.ImmutableArray<Diagnostic>> FoundAsync(string exemptions, string? since) =>
        new AnalyzerTest(LanguageNames.CSharp, Use) { Since = since, Exemptions = exemptions }.RunAsync(TestContext.Current.CancellationToken);
}
