using AiToolPolicy.Engine.Text;

namespace AiToolPolicy.Engine.Tests.Text;

public class PathGlobTests
{
    [Theory]
    [InlineData("**/CLAUDE.md", "CLAUDE.md")]
    [InlineData("**/CLAUDE.md", "a/CLAUDE.md")]
    [InlineData("**/CLAUDE.md", "a/b/c/CLAUDE.md")]
    [InlineData("src/**", "src/a.cs")]
    [InlineData("src/**", "src/a/b.cs")]
    [InlineData("./src/*.cs", "src/a.cs")]
    [InlineData("src/**/x.json", "src/x.json")]
    [InlineData("src/**/x.json", "src/a/b/x.json")]
    [InlineData("**/.acme/**", ".acme/settings/a.json")]
    [InlineData("**/.acme/**", "app/.acme/a")]
    [InlineData("*.md", "a.md")]
    [InlineData("*.md", ".md")]
    [InlineData("?.md", "a.md")]
    [InlineData("a*b*c", "a-b-b-c")]
    [InlineData("**", "any/thing at all")]
    [InlineData("src**", "src-old/a")]
    [InlineData("a.(b)[c]+$^{d}|", "a.(b)[c]+$^{d}|")]
    [InlineData("**/a.md", "new\nline/a.md")]
    [InlineData("a?b", "a\nb")]
    [InlineData("**/Straße/*", "x/Straße/ü")]
    public void Pattern_covers_path(string pattern, string path) => Assert.True(new PathGlob(pattern).IsMatch(path));

    [Theory]
    [InlineData("**/CLAUDE.md", "MYCLAUDE.md")]
    [InlineData("**/CLAUDE.md", "a/CLAUDE.md/b")]
    [InlineData("**/CLAUDE.md", "claude.md")]
    [InlineData("**/CLAUDE.md", "CLAUDE.md\n")]
    [InlineData("src/**", "src")]
    [InlineData("src/**", "lib/src/a.cs")]
    [InlineData("*.md", "a/b.md")]
    [InlineData("?.md", "ab.md")]
    [InlineData("?.md", ".md")]
    [InlineData("a?b", "a/b")]
    [InlineData("a.b", "aXb")]
    [InlineData("src/**/x.json", "src/ax.json")]
    [InlineData("", "a")]
    public void Pattern_leaves_path_out(string pattern, string path) => Assert.False(new PathGlob(pattern).IsMatch(path));

    [Fact]
    public void Case_counts_unless_said_otherwise()
    {
        Assert.False(new PathGlob("Src/*").IsMatch("src/a"));
        Assert.True(new PathGlob("Src/*", ignoreCase: true).IsMatch("sRC/a"));
        Assert.True(new PathGlob("I/*", ignoreCase: true).IsMatch("i/a"));
    }

    [Fact]
    public void A_pattern_of_many_stars_is_still_decided()
    {
        var stars = string.Concat(Enumerable.Repeat("**/a*", 30));
        var path = string.Join("/", Enumerable.Repeat("aaaa", 300));

        Assert.True(new PathGlob(stars).IsMatch(path));
        Assert.False(new PathGlob(stars + "!").IsMatch(path));
    }

    [Fact]
    public void Every_short_pattern_is_decided_as_by_trying_everything()
    {
        var paths = Texts("ab/", 5).ToList();
        var patterns = Texts("a/*?", 5).Where(pattern => !pattern.Contains("***", StringComparison.Ordinal)).ToList();

        Assert.All(patterns, pattern =>
        {
            var glob = new PathGlob(pattern);
            Assert.All(paths, path => Assert.True(TriesEverything(pattern, 0, path, 0) == glob.IsMatch(path), $"'{pattern}' on '{path}'"));
        });
    }

    private static IEnumerable<string> Texts(string letters, int longest) =>
        longest == 0 ? [""] : Texts(letters, longest - 1).SelectMany(text => text.Length == longest - 1 ? letters.Select(c => text + c).Prepend(text) : [text]);

    private static bool TriesEverything(string pattern, int p, string path, int s)
    {
        var isTwo = string.CompareOrdinal(pattern, p, "**", 0, 2) == 0;
        if (isTwo && string.CompareOrdinal(pattern, p, "**/", 0, 3) == 0 && (p == 0 || pattern[p - 1] == '/'))
        {
            return Enumerable.Range(s, path.Length - s + 1).Any(i => (i == s || path[i - 1] == '/') && TriesEverything(pattern, p + 3, path, i));
        }

        if (p < pattern.Length && pattern[p] == '*')
        {
            return Enumerable.Range(s, path.Length - s + 1).TakeWhile(i => isTwo || i == s || path[i - 1] != '/')
                .Any(i => TriesEverything(pattern, p + (isTwo ? 2 : 1), path, i));
        }

        return p == pattern.Length || s == path.Length
            ? p == pattern.Length && s == path.Length
            : (pattern[p] == path[s] || (pattern[p] == '?' && path[s] != '/')) && TriesEverything(pattern, p + 1, path, s + 1);
    }
}
