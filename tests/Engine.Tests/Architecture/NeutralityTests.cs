using System.Text.RegularExpressions;
using AiToolPolicy.Engine.Tests.Catalog;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace AiToolPolicy.Engine.Tests.Architecture;

/// <summary>Code names no vendor: who makes which tool is data.</summary>
public partial class NeutralityTests
{
    // Ids of vendors that are also words which code needs for other reasons.
    private static readonly Dictionary<string, string> CommonWords = new(StringComparer.Ordinal)
    {
        ["microsoft"] = "the platform's own namespaces and package ids",
        ["github"] = "addresses of this project's pages",
        ["gitlab"] = "the name of a format of pipelines",
        ["jetbrains"] = "the name of an ecosystem of plug-ins, as npm or NuGet is one",
        ["community"] = "a word of every language",
        ["factory"] = "the name of a pattern",
        ["continue"] = "a word of every language",
        ["replicate"] = "a word of every language",
        ["together"] = "a word of every language",
        ["generic"] = "a word of every language",
        ["warp"] = "a word of every language",
        ["amp"] = "the XML entity",
        ["eca"] = "digits of a hexadecimal number",
        ["meta"] = "the HTML element",
        ["just-every"] = "two words of every language",
    };

    [Fact]
    public void No_literal_and_no_name_in_the_sources_is_a_vendors() =>
        Assert.Equal("", string.Join("\n", Surroundings.SourceFiles("src").SelectMany(path => Named(path, File.ReadAllText(Path.Combine(Surroundings.Root, path))))));

    [Theory]
    [InlineData("class OpenAiClient { }", "OpenAiClient names 'openai'")]
    [InlineData("class C { string s = \"https://api.anthropic.com\"; }", "\"https://api.anthropic.com\" names 'anthropic'")]
    [InlineData("class C { string s = $\"{1} all-hands-ai\"; }", " all-hands-ai names 'all-hands-ai'")]
    [InlineData("class C { void M(int allHandsAi) { } }", "allHandsAi names 'all-hands-ai'")]
    [InlineData("class C { string s = \"\"\"mistral\"\"\"; }", "\"\"\"mistral\"\"\" names 'mistral'")]
    public void A_vendor_in_the_sources_is_found(string text, string expected) => Assert.Equal($"a.cs(1): {expected}", Assert.Single(Named("a.cs", text)));

    [Theory]
    [InlineData("// OpenAI\nclass C { }")]
    [InlineData("class C { string s = \"openair\"; }")]
    [InlineData("class C { string s = \"Microsoft.NET.Sdk\"; }")]
    public void A_comment_a_longer_word_and_a_common_word_are_not(string text) => Assert.Empty(Named("a.cs", text));

    [Fact]
    public void Every_common_word_is_a_vendor_of_the_catalog() =>
        Assert.Empty(CommonWords.Keys.Except(Vendors()).Except(["generic"]));

    private static IEnumerable<string> Named(string path, string text)
    {
        var vendors = Vendors().Where(id => !CommonWords.ContainsKey(id)).ToDictionary(id => id.Replace("-", "", StringComparison.Ordinal), StringComparer.Ordinal);
        return CSharpSyntaxTree.ParseText(text, new CSharpParseOptions(LanguageVersion.Latest)).GetRoot().DescendantTokens()
            .Where(token => token.IsKind(SyntaxKind.IdentifierToken) || token.IsKind(SyntaxKind.InterpolatedStringTextToken) || token.Value is string)
            .SelectMany(token => Runs(token.Text).Where(vendors.ContainsKey).Distinct()
                .Select(run => $"{path}({token.GetLocation().GetLineSpan().StartLinePosition.Line + 1}): {token.Text} names '{vendors[run]}'"));
    }

    // Every word and every up to four neighbouring words, joined: OpenAiClient gives open, openai, openaiclient, ai …
    private static IEnumerable<string> Runs(string text)
    {
        var words = Word().Matches(text).Select(match => match.Value.ToLowerInvariant()).ToList();
        return Enumerable.Range(0, words.Count).SelectMany(start => Enumerable.Range(1, Math.Min(4, words.Count - start)).Select(length => string.Concat(words.Skip(start).Take(length))));
    }

    private static IEnumerable<string> Vendors() => CatalogFiles.Vendors.Select(vendor => vendor.GetProperty("id").GetString()!);

    [GeneratedRegex("[A-Z]+(?![a-z])|[A-Z]?[a-z]+|[0-9]+")]
    private static partial Regex Word();
}
