using AiToolPolicy.Engine.Text;

namespace AiToolPolicy.Engine.Tests.Text;

public class DigestTests
{
    [Fact]
    public void A_text_has_the_digest_that_sha256sum_prints() =>
        Assert.Equal("sha256:5891b5b522d5df086d0ff0b110fbd9d21bb4fc7163af34d08286a2e846f6be03", Digest.Of("hello\n"));

    [Fact]
    public void Line_ends_do_not_count() => Assert.Equal(Digest.Of("a\nb\n"), Digest.Of("a\r\nb\r\n"));

    [Fact]
    public void Several_texts_are_not_their_sum()
    {
        Assert.Equal(Digest.Of("a"), Digest.Of(["a"]));
        Assert.Equal(4, new[] { Digest.Of(["a", "b"]), Digest.Of(["b", "a"]), Digest.Of(["ab", ""]), Digest.Of("ab") }.Distinct().Count());
    }

    [Theory]
    [InlineData("5891B5B522D5DF086D0FF0B110FBD9D21BB4FC7163AF34D08286A2E846F6BE03", true)]
    [InlineData(" sha256:5891b5b522d5df086d0ff0b110fbd9d21bb4fc7163af34d08286a2e846f6be03 ", true)]
    [InlineData("5891b5b5", false)]
    [InlineData("", false)]
    public void Expected_is_compared_as_people_write_it(string expected, bool matches) => Assert.Equal(matches, Digest.Matches(expected, Digest.Of("hello\n")));
}
