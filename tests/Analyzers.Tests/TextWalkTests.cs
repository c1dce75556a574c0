using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiToolPolicy.Analyzers.Tests;

/// <summary>What is found by a file's text is what a walk over all its tokens finds.</summary>
public sealed class TextWalkTests
{
    private const string Corners = """"
        @class.@Load("a\"b", '"', '\u0022', @"c""d", $"e{Load("f" + $"{g}")}h" /* "Load" */, $@"i{"j"}""k", """
            raw "quoted" Load
            """, $$"""l{{Load("m")}}n""", "o"u8, "p" + "q", "r" /* s */ + "t", Load /* "u */ + "v", "w" // "
            + "x", /* "y */ Load("z"), '\'', "a" +
            #if true
            "b",
            #endif
            L\u006Fad, Lo\u200Dad, größe, 0x1L); // "Load
        #region "Load
        #if NEVER
        Load("never");
        #endif
        #endregion
        $"plain {Load} and {x.Load():F2} // {Load(3)} 'q' {a[Load],5} {(Load ? 1 : 2)} {Load:Load}", $"{Load()}" + "after", "before" + $"{nameof(Load)} {Load(1)}",
        $"{{Load}} {Load}", $"{a::Load} {Load('}')} {Load /* } */}", $"{Load(
            2)}", $"{new[] { Load }}", $"} {Load}", $"{}{Load()}", $"",
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

    // What is read by the text alone must leave out nothing that is of interest, nor anything that is joined to something else.
    [Theory(DisableDiscoveryEnumeration = true)]
    [MemberData(nameof(Sources))]
    public void Literals_arePassedOverOnlyWhereTheyMeanWhatStandsThere(string name, string source)
    {
        var root = CSharpSyntaxTree.ParseText(source, cancellationToken: TestContext.Current.CancellationToken).GetRoot(TestContext.Current.CancellationToken);
        var words = new WordSet(["Load"], isCaseSensitive: true);
        for (var rest = 0; rest < 5; rest++)
        {
            var look = new Look(value => value.Length % 5 == rest);
            var all = root.DescendantTokens().Where(token => IsWanted(token, words)
                && (Identifies(token) || token.ValueText.Length % 5 == rest || token.Parent!.Parent is BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression })).ToList();
            var found = Found(root, source, words, look);

            Assert.True(name == "corners" || all.Count < 20 || look.PassedOver > 0, name);
            Assert.Empty(all.Except(found));
        }
    }

    private static List<SyntaxToken> Found(SyntaxNode root, string text, WordSet words, ITextLook? look = null)
    {
        var found = new List<SyntaxToken>();
        TextWalk.Over(root, text, words, look ?? new Look(_ => true), 0, token =>
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

    private sealed class Look(Func<string, bool> isLiteralWanted) : ITextLook
    {
        public int PassedOver { get; private set; }

        public bool IsWordWanted(string text, int start, int length) => true;

        public bool IsLiteralWanted(string? value)
        {
            var isWanted = value is null || isLiteralWanted(value);
            PassedOver += isWanted ? 0 : 1;
            return isWanted;
        }
    }

    private static bool Identifies(SyntaxToken token) => SyntaxKinds.CSharp.IsIdentifier(token);
}
