using System.Globalization;
using AiToolPolicy.Engine.Text;
using AiToolPolicy.Engine.Text.Hidden;

namespace AiToolPolicy.Engine.Tests.Text.Hidden;

public class HiddenCharactersTests
{
    // Default_Ignorable_Code_Point of the Unicode character database.
    private const string DefaultIgnorable =
        "AD 34F 61C 115F-1160 17B4-17B5 180B-180F 200B-200F 202A-202E 2060-206F 3164 FE00-FE0F FEFF FFA0 FFF0-FFF8 1BCA0-1BCA3 1D173-1D17A E0000-E0FFF";

    [Fact]
    public void Every_default_ignorable_code_point_is_found_between_letters_and_at_the_start_of_a_line()
    {
        var missed = Codes(DefaultIgnorable).Where(c => Found($"a{char.ConvertFromUtf32(c)}b\n{char.ConvertFromUtf32(c)}b").Count != 2).ToList();

        Assert.Equal(4174, Codes(DefaultIgnorable).Count());
        Assert.Empty(missed);
    }

    [Theory]
    [InlineData("\u001B[31m", HiddenClass.Control)]
    [InlineData("a\u0000b", HiddenClass.Control)]
    [InlineData("a\u007Fb", HiddenClass.Control)]
    [InlineData("a\u009Bb", HiddenClass.Control)]
    [InlineData("a\u0085b", HiddenClass.LineSeparator)]
    [InlineData("a\u2028b", HiddenClass.LineSeparator)]
    [InlineData("a\uFFF9b", HiddenClass.Ignorable)]
    [InlineData("a\u2800b", HiddenClass.BlankPattern)]
    [InlineData("a\uFDD0b", HiddenClass.Noncharacter)]
    [InlineData("a\uDBFF\uDFFFb", HiddenClass.Noncharacter)]
    [InlineData("access\u202E\u2066 user", HiddenClass.BidirectionalControl)]
    [InlineData("\u05D0\u05D1 \u202E abc \u202C", HiddenClass.BidirectionalControl)]
    [InlineData("\u05D0\u05D1 \u2067 abc", HiddenClass.BidirectionalControl)]
    [InlineData("\u05D0\u05D1\n\u2067 abc \u2069", HiddenClass.BidirectionalControl)]
    [InlineData("4\uFE0F", HiddenClass.VariationSelector)]
    [InlineData("\U0001F600\uFE0F\uFE0F", HiddenClass.VariationSelector)]
    [InlineData("\U0001F600\uFE00", HiddenClass.VariationSelector)]
    [InlineData("\u845B\U000E0100\U000E0100", HiddenClass.VariationSelector)]
    [InlineData("\U0001F3F4\U000E0067\U000E0062\U000E0078\U000E0078\U000E0078\U000E007F", HiddenClass.Tag)]
    [InlineData("\U0001F3F4\U000E0067\U000E0062\U000E0065\U000E006E\U000E0067", HiddenClass.Tag)]
    [InlineData("\U0001F600\u200D\U0001F600", HiddenClass.ZeroWidthJoiner)]
    [InlineData("\U0001F468\u200D\u200D\U0001F469\u200D\U0001F466", HiddenClass.ZeroWidthJoiner)]
    [InlineData("\u0645\u06CC\u200C\u200C\u062E\u0648\u0627\u0647\u0645", HiddenClass.ZeroWidthNonJoiner)]
    [InlineData("\u0E01\u200Ba", HiddenClass.ZeroWidthSpace)]
    [InlineData("a\uFEFF", HiddenClass.ByteOrderMark)]
    [InlineData("a\u180Bb", HiddenClass.MongolianSelector)]
    public void What_does_not_belong_where_it_stands_is_found(string text, HiddenClass expected) => Assert.Equal(expected, Found(text)[0].Class);

    [Fact]
    public void A_lone_surrogate_is_found() => Assert.Equal(HiddenClass.LoneSurrogate, Assert.Single(Found("a" + (char)0xD800 + "b")).Class);

    [Theory]
    [InlineData("\uFEFF# Title")]
    [InlineData("tab\tand\r\nlines\n")]
    [InlineData("## \uFFFD\uFE0F Types")]
    [InlineData("\u2764\uFE0F \u00A9\uFE0F 1\uFE0F\u20E3 #\uFE0F\u20E3 \u2600\uFE0E")]
    [InlineData("\U0001F468\u200D\U0001F469\u200D\U0001F467\u200D\U0001F466\U0001F468\u200D\U0001F4BB")]
    [InlineData("\U0001F469\U0001F3FD\u200D\U0001F680 \U0001F9D1\U0001F3FB\u200D\u2764\uFE0F\u200D\U0001F48B\u200D\U0001F9D1\U0001F3FF")]
    [InlineData("\U0001F3F3\uFE0F\u200D\U0001F308 \U0001F441\uFE0F\u200D\U0001F5E8\uFE0F \U0001F3C3\u200D\u2642\uFE0F")]
    [InlineData("\U0001F3F4\U000E0067\U000E0062\U000E0065\U000E006E\U000E0067\U000E007F\U0001F3F4\U000E0067\U000E0062\U000E0073\U000E0063\U000E0074\U000E007F")]
    [InlineData("\u0645\u06CC\u200C\u062E\u0648\u0627\u0647\u0645 \u062E\u0627\u0646\u0647\u200C\u0627\u06CC")]
    [InlineData("\u05E9\u05DC\u05D5\u05DD \u200Eabc\u200F \u2067abc\u2069")]
    [InlineData("\u0915\u094D\u200D\u0937 \u0915\u094D\u200C\u0937")]
    [InlineData("\u0D28\u0D4D\u200D \u09B0\u200D\u09CD\u09AF \u0DC1\u0DCA\u200D\u0DBB\u0DD3")]
    [InlineData("\u0E20\u0E32\u0E29\u0E32\u200B\u0E44\u0E17\u0E22 \u1797\u17B6\u179F\u17B6\u200B\u1781\u17D2\u1798\u17C2\u179A")]
    [InlineData("\u182E\u180B \u845B\U000E0100 \u2229\uFE00 \u4FAE\uFE00")]
    [InlineData("\u2801\u2800\u2802")]
    [InlineData("\uE0B0 \U000F0001")]
    [InlineData("na\u00EFve caf\u00E9 \u4F60\u597D \uD55C\uAD6D\uC5B4")]
    public void What_belongs_where_it_stands_is_silent(string text) => Assert.Empty(Found(text));

    [Fact]
    public void A_run_has_its_place_its_length_and_what_it_spells()
    {
        var spelled = string.Concat("Run \u001B::x".Where(c => c >= ' ').Select(c => char.ConvertFromUtf32(0xE0000 + c)));

        var run = Assert.Single(Found($"# Rules\nBe kind.{spelled} Yes."));

        Assert.Equal(("Run ::x", 7, "(2,9)-(2,23)"), (run.Decoded, run.Codes.Count, Rendered.Range(run.Location)));
    }

    [Fact]
    public void Selectors_spell_bytes() =>
        Assert.Equal("ok", Found("\U0001F600" + string.Concat("ok".Select(c => char.ConvertFromUtf32(0xE0100 + c - 16))))[0].Decoded);

    [Fact]
    public void A_long_message_is_cut() =>
        Assert.Equal(new string('A', 80) + "…", Found(string.Concat(Enumerable.Repeat(char.ConvertFromUtf32(0xE0041), 500)))[0].Decoded);

    [Fact]
    public void Marks_of_one_endless_line_cost_no_more_than_their_number() =>
        Assert.Equal(200_000, Found(string.Concat(Enumerable.Repeat("\u200Ea", 200_000))).Count);

    private static IReadOnlyList<HiddenRun> Found(string text) => HiddenCharacters.In(new SourceFile("AGENTS.md", text));

    private static IEnumerable<int> Codes(string ranges) => ranges.Split(' ').Select(r => r.Split('-')).SelectMany(r =>
    {
        var (first, last) = (int.Parse(r[0], NumberStyles.HexNumber, CultureInfo.InvariantCulture), int.Parse(r[^1], NumberStyles.HexNumber, CultureInfo.InvariantCulture));
        return Enumerable.Range(first, last - first + 1);
    });
}
