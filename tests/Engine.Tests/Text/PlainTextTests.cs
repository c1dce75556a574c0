using System.Text;
using System.Text.Json;
using AiToolPolicy.Engine.Text;

namespace AiToolPolicy.Engine.Tests.Text;

public class PlainTextTests
{
    [Theory]
    [InlineData("plain text, ünïcödé, 日本語, 🦊, a.b::c", "plain text, ünïcödé, 日本語, 🦊, a.b::c")]
    [InlineData("a\u001b[31mred", @"a\u{001B}[31mred")]
    [InlineData("a\r\nb\tc\0", @"a\u{000D}\u{000A}b\u{0009}c\u{0000}")]
    [InlineData("\u009b31m\u0085", @"\u{009B}31m\u{0085}")]
    [InlineData("a\u202egnp.exe\u2066\u2069", @"a\u{202E}gnp.exe\u{2066}\u{2069}")]
    [InlineData("a\u200bb\u200dc\ufeffd\u00ade", @"a\u{200B}b\u{200D}c\u{FEFF}d\u{00AD}e")]
    [InlineData("a\u2028b\u2029c", @"a\u{2028}b\u{2029}c")]
    [InlineData("a\U000E0041\U000E007Fb", @"a\u{E0041}\u{E007F}b")]
    [InlineData("a\ufe0fb\U000E0101c", @"a\u{FE0F}b\u{E0101}c")]
    [InlineData("##vso[task.setvariable]x", "# #vso[task.setvariable]x")]
    [InlineData("a ##VSO[task.complete]", "a # #VSO[task.complete]")]
    [InlineData("###vso[x ##[error]y", "## #vso[x # #[error]y")]
    [InlineData("::set-output name=a::b", ": :set-output name=a::b")]
    [InlineData("  ::error::b", "  : :error::b")]
    [InlineData("", "")]
    public void Text_is_made_safe_and_stays_readable(string text, string expected) => Assert.Equal(expected, PlainText.Safe(text));

    [Theory]
    [InlineData(0xD800)]
    [InlineData(0xDBFF)]
    [InlineData(0xDC00)]
    [InlineData(0xDFFF)]
    public void A_lone_surrogate_is_named(int code)
    {
        Assert.Equal($"a\\u{{{code:X4}}}b", PlainText.Safe($"a{(char)code}b"));
        Assert.Equal($"\\u{{{code:X4}}}", PlainText.Safe(((char)code).ToString()));
    }

    [Theory]
    [InlineData("abcdef", 6, "abcdef")]
    [InlineData("abcdef", 5, "abcde…")]
    [InlineData("abcdef", 0, "…")]
    public void Long_text_is_cut(string text, int longest, string expected) => Assert.Equal(expected, PlainText.Safe(text, longest));

    [Fact]
    public void Text_is_never_cut_inside_a_character() => Assert.DoesNotContain("\\u{D8", PlainText.Safe("ab🦊🦊", 3), StringComparison.Ordinal);

    [Fact]
    public void A_megabyte_is_cut_to_its_first_300_characters() => Assert.Equal(new string('x', 300) + "…", PlainText.Safe(new string('x', 1 << 20)));

    [Fact]
    public void No_naughty_string_can_reach_a_terminal_or_a_pipeline()
    {
        var strings = JsonSerializer.Deserialize<string[]>(File.ReadAllText(Surroundings.Corpus("blns.json")))!;

        Assert.True(strings.Length > 500);
        Assert.All(strings, text =>
        {
            var safe = PlainText.Safe(text, int.MaxValue);
            Assert.DoesNotContain(safe.EnumerateRunes(), rune => Rune.IsControl(rune) || Rune.GetUnicodeCategory(rune) == System.Globalization.UnicodeCategory.LineSeparator);
            Assert.DoesNotContain(safe, c => c is (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069') or '\u200B');
            Assert.DoesNotContain("##[", safe, StringComparison.Ordinal);
            Assert.False(safe.TrimStart().StartsWith("::", StringComparison.Ordinal));
        });
    }
}
