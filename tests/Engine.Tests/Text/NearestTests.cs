using AiToolPolicy.Engine.Text;

namespace AiToolPolicy.Engine.Tests.Text;

public class NearestTests
{
    [Theory]
    [InlineData("efective", "effective")]
    [InlineData("EFFECTIVE", "effective")]
    [InlineData("rulse", "rules")]
    [InlineData("rule", "rules")]
    [InlineData("tols", "tools")]
    [InlineData("paht", "paths")]
    public void A_slip_finds_the_word_meant(string word, string expected) =>
        Assert.Equal(expected, Nearest.To(word, ["effective", "rules", "tools", "paths"]));

    [Theory]
    [InlineData("")]
    [InlineData("exemptions")]
    [InlineData("xxeffective!!")]
    public void A_word_far_from_all_finds_none(string word) => Assert.Null(Nearest.To(word, ["effective", "rules", "tools", "paths"]));

    [Fact]
    public void A_short_candidate_is_not_offered_for_any_two_letters() => Assert.Null(Nearest.To("zz", ["ab", "a"]));

    [Fact]
    public void Among_equals_the_first_in_ordinal_order_is_named() => Assert.Equal("cat", Nearest.To("xat", ["rat", "hat", "cat"]));

    [Fact]
    public void The_nearest_wins_over_the_first() => Assert.Equal("denied", Nearest.To("denie", ["dens", "denied", "dented"]));

    [Fact]
    public void The_only_word_that_begins_so_is_meant() => Assert.Equal("useInstead", Nearest.To("use", ["tools", "useInstead"]));

    [Theory]
    [InlineData("use", "useInstead", "useOther")]
    [InlineData("us", "useInstead", "tools")]
    public void A_beginning_of_several_or_of_two_letters_is_no_hint(string word, string one, string other) => Assert.Null(Nearest.To(word, [one, other]));

    [Fact]
    public void A_hint_is_a_sentence_or_nothing()
    {
        Assert.Equal(" Did you mean 'deny'?", Nearest.Hint("dney", ["allow", "deny"]));
        Assert.Equal("", Nearest.Hint("prohibit", ["allow", "deny"]));
    }
}
