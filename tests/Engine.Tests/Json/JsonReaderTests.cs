using AiToolPolicy.Engine.Json;

namespace AiToolPolicy.Engine.Tests.Json;

public class JsonReaderTests
{
    [Theory]
    [InlineData("{}")]
    [InlineData(" [ ] ")]
    [InlineData("\"a\"")]
    [InlineData("0")]
    [InlineData("-0")]
    [InlineData("-1.5e+10")]
    [InlineData("1E400")]
    [InlineData("123456789012345678901234567890")]
    [InlineData("true")]
    [InlineData("[null,false,true]")]
    [InlineData("{\"a\":{\"b\":[1,{\"c\":\"d\"}]},\"e\":null}")]
    [InlineData("\t{\r\n\"a\" : 1\n}\r")]
    [InlineData("[\"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u0041\\uD83E\\uDD8A\"]")]
    [InlineData("[\"ü 日本 🦊 \u2028 \u007f\"]")]
    [InlineData("{\"\":0,\"a\\u0062\":1}")]
    [InlineData("{\"a\":1,\"a\":2,\"A\":3}")]
    public void A_text_of_the_standard_gives_the_same_tree_as_the_reference(string text)
    {
        Assert.NotNull(JsonTrees.OfReference(text, relaxed: false));
        Assert.Equal(JsonTrees.OfReference(text, relaxed: false), JsonTrees.OfEngine(text, JsonOptions.Strict));
        Assert.Equal(JsonTrees.OfReference(text, relaxed: true), JsonTrees.OfEngine(text, JsonOptions.Relaxed));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \n")]
    [InlineData("{")]
    [InlineData("[1")]
    [InlineData("[1 2]")]
    [InlineData("[,]")]
    [InlineData("[1,,2]")]
    [InlineData("[1,,]")]
    [InlineData("{,}")]
    [InlineData("{\"a\" 1}")]
    [InlineData("{\"a\":}")]
    [InlineData("{a:1}")]
    [InlineData("{'a':1}")]
    [InlineData("{1:1}")]
    [InlineData("{\"a\":1 \"b\":2}")]
    [InlineData("]")]
    [InlineData("[1}")]
    [InlineData("{}{}")]
    [InlineData("1 2")]
    [InlineData("01")]
    [InlineData("-")]
    [InlineData("-a")]
    [InlineData("+1")]
    [InlineData(".5")]
    [InlineData("1.")]
    [InlineData("1.e1")]
    [InlineData("1e")]
    [InlineData("1e+")]
    [InlineData("0x1")]
    [InlineData("1_000")]
    [InlineData("1.2.3")]
    [InlineData("１")]
    [InlineData("NaN")]
    [InlineData("Infinity")]
    [InlineData("True")]
    [InlineData("nul")]
    [InlineData("nullx")]
    [InlineData("undefined")]
    [InlineData("\"a")]
    [InlineData("\"a\nb\"")]
    [InlineData("\"a\tb\"")]
    [InlineData("\"\u0001\"")]
    [InlineData("\"\\x41\"")]
    [InlineData("\"\\u12\"")]
    [InlineData("\"\\u+123\"")]
    [InlineData("\"\\u 123\"")]
    [InlineData("\"\\")]
    [InlineData("\"\\u")]
    [InlineData("\u00a0[]")]
    [InlineData("\ufeff[]")]
    [InlineData("[]\0")]
    [InlineData("\0")]
    [InlineData("# comment\n[]")]
    [InlineData("/")]
    [InlineData("/* open")]
    [InlineData("[1] /")]
    [InlineData("/*/")]
    public void A_text_of_no_standard_is_refused_as_by_the_reference(string text)
    {
        Assert.Null(JsonTrees.OfReference(text, relaxed: true));
        Assert.Null(JsonTrees.OfEngine(text, JsonOptions.Strict));
        Assert.Null(JsonTrees.OfEngine(text, JsonOptions.Relaxed));
    }

    [Theory]
    [InlineData("[1,]", "[1]")]
    [InlineData("{\"a\":1,}", "{\"a\":1}")]
    [InlineData("// a\n[1] // b", "[1]")]
    [InlineData("/**/[/* , ] */1/***/]/* */", "[1]")]
    [InlineData("{ // it's \"quoted\" {\r\"a\": /* x */ 1 /* y */, /* z */ }", "{\"a\":1}")]
    [InlineData("[\"// no comment\", \"/* nor this */\"]", "[\"// no comment\",\"/* nor this */\"]")]
    public void Comments_and_trailing_commas_are_for_relaxed_reading_only(string text, string expected)
    {
        Assert.Equal(expected, JsonTrees.OfEngine(text, JsonOptions.Relaxed));
        Assert.Equal(expected, JsonTrees.OfReference(text, relaxed: true));
        if (!expected.Contains("//", StringComparison.Ordinal))
        {
            Assert.Null(JsonTrees.OfEngine(text, JsonOptions.Strict));
            Assert.Null(JsonTrees.OfReference(text, relaxed: false));
        }
    }

    [Theory]
    [InlineData("[", "]")]
    [InlineData("{\"a\":", "}")]
    public void Nesting_is_bounded_where_the_reference_bounds_it(string open, string close)
    {
        var (allowed, tooDeep) = (Nested(open, close, 64), Nested(open, close, 65));

        Assert.Equal(JsonTrees.OfReference(allowed, relaxed: false), JsonTrees.OfEngine(allowed, JsonOptions.Strict));
        Assert.NotNull(JsonTrees.OfEngine(allowed, JsonOptions.Strict));
        Assert.Null(JsonTrees.OfReference(tooDeep, relaxed: false));
        Assert.Null(JsonTrees.OfEngine(tooDeep, JsonOptions.Strict));
        Assert.Null(JsonTrees.OfEngine(string.Concat(Enumerable.Repeat(open, 1_000_000)), JsonOptions.Relaxed));
    }

    private static string Nested(string open, string close, int depth) =>
        string.Concat(Enumerable.Repeat(open, depth)) + (open == "[" ? "" : "1") + string.Concat(Enumerable.Repeat(close, depth));
}
