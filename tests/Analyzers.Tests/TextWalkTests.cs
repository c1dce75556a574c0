using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace AiToolPolicy.Analyzers.Tests;

/// <summary>What is found by a file's text is what a walk over all its tokens finds.</summary>
public sealed class TextWalkTests
{
    private const string Corners = """"
        @class.@Load("a\"b", '"', '\u0022', @"c""d", $"e{Load("f" + $"{g}")}h" /* "Load" */, $@"i{"j"}""k", """
            raw "quoted" Load
            """, $$"""l{{Load("m")}}n""", "o"u8, L\u006Fad, Lo\u200Dad, größe, 0x1L); // "Load
        #region "Load
        #if NEVER
        Load("never");
        #endif
        #endregion
        /// <see cref="Load"/> "text"
        x.Load ( "unfinished
        Load() $"unfinished {Load
        """";

    public static TheoryData<string, string> Sources => new(
        [("corners", Corners), .. Directory.EnumerateFiles(Path.Combine(Checkout.Root, "tests/Analyzers.Tests"), "*.cs").Order(StringComparer.Ordinal).Select(file => (Path.GetFileName(file), File.ReadAllText(file)))]);

    [Theory(DisableDiscoveryEnumeration = true)]
    [MemberData(nameof(Sources))]
    public void Text_showsTheSameTokensAsTheTree(string name, string source)
    {
        var random = new Random(name.Length);
        for (var round = 0; round < 20; round++)
        {
            var text = round == 0 ? source : source[..random.Next(source.Length)] + source[random.Next(source.Length)..];
            var root = CSharpSyntaxTree.ParseText(text, cancellationToken: TestContext.Current.CancellationToken).GetRoot(TestContext.Current.CancellationToken);
            var all = root.DescendantTokens().Where(token => Identifies(token) || SyntaxKinds.CSharp.IsString(token)).ToList();
            var words = new WordSet([.. all.Where(Identifies).Select(token => token.ValueText).Distinct().Where((_, index) => index % 3 == round % 3), "Load"], isCaseSensitive: true);

            Assert.Equal(all.Where(token => IsWanted(token, words)), Found(root, text, words));
        }
    }

    private static List<SyntaxToken> Found(SyntaxNode root, string text, WordSet words)
    {
        var found = new List<SyntaxToken>();
        TextWalk.Over(root, text, words, withText: true, 0, token =>
        {
            if (IsWanted(token, words))
            {
                found.Add(token);
            }
        });
        return found;
    }

    // In broken code a token may be missing, and stand in no text, or a name may be what is left of a number.
    private static bool IsWanted(SyntaxToken token, WordSet words) =>
        token.Span.Length > 0 && (Identifies(token) ? words.Contains(token.ValueText) && !FollowsNumber(token) : SyntaxKinds.CSharp.IsString(token));

    private static bool FollowsNumber(SyntaxToken name) => name.GetPreviousToken() is { Value: not null and not string } number && number.Span.End == name.SpanStart;

    private static bool Identifies(SyntaxToken token) => SyntaxKinds.CSharp.IsIdentifier(token);
}
