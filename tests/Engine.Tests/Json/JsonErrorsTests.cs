using AiToolPolicy.Engine.Json;
using AiToolPolicy.Engine.Text;

namespace AiToolPolicy.Engine.Tests.Json;

public class JsonErrorsTests
{
    [Theory]
    [InlineData("{\n  \"a\": 1\n  \"b\": 2\n}", "(3,3)-(3,4): Expected ',' or '}', found '\"'.")]
    [InlineData("[1 2]", "(1,4)-(1,5): Expected ',' or ']', found '2'.")]
    [InlineData("{ a: 1 }", "(1,3)-(1,4): Expected a key in double quotes or '}', found 'a'.")]
    [InlineData("{ \"a\" = 1 }", "(1,7)-(1,8): Expected ':' after the key, found '='.")]
    [InlineData("{ \"a\": }", "(1,8)-(1,9): Expected a value (an object, an array, a string in double quotes, a number, true, false or null), found '}'.")]
    [InlineData("{ \"a\": yes }", "(1,8)-(1,9): Expected a value (an object, an array, a string in double quotes, a number, true, false or null), found 'y'.")]
    [InlineData("[1,]", "(1,4)-(1,5): Expected another entry after ',', found ']'.")]
    [InlineData("{\"a\":1,}", "(1,8)-(1,9): Expected another entry after ',', found '}'.")]
    [InlineData("// c\n[]", "(1,1)-(1,2): Expected a value (an object, an array, a string in double quotes, a number, true, false or null), found '/'.")]
    [InlineData("[] x", "(1,4)-(1,5): Expected nothing more after the value, found 'x'.")]
    [InlineData("{\"a\": 1", "(1,8)-(1,8): Expected ',' or '}', found the end of the file.")]
    [InlineData("[\"a\n\"]", "(1,2)-(1,4): The string is not closed: expected '\"' before the end of the line.")]
    [InlineData("[\"a", "(1,2)-(1,3): The string is not closed: expected '\"' before the end of the file.")]
    [InlineData("[\"a\tb\"]", "(1,4)-(1,5): A control character in a string must be written as an escape.")]
    [InlineData("[\"C:\\dir\"]", "(1,5)-(1,7): Expected an escape: one of \\\" \\\\ \\/ \\b \\f \\n \\r \\t or \\u and four hexadecimal digits.")]
    [InlineData("[1.]", "(1,2)-(1,4): Expected a digit in this number.")]
    [InlineData("[007]", "(1,3)-(1,4): A number was expected to end here.")]
    [InlineData("<<<<<<< HEAD\n{}", "(1,1)-(1,2): Expected a value (an object, an array, a string in double quotes, a number, true, false or null), found '<'.")]
    [InlineData("[\u001b]", "(1,2)-(1,3): Expected a value (an object, an array, a string in double quotes, a number, true, false or null), found '\\u{001B}'.")]
    [InlineData("", "(1,1)-(1,1): Expected a value (an object, an array, a string in double quotes, a number, true, false or null), found the end of the file.")]
    public void A_syntax_error_says_what_was_expected_and_where(string text, string expected) => Expect(text, JsonOptions.Strict, expected);

    [Theory]
    [InlineData("[] /", "(1,4)-(1,5): Expected '//' or '/*' to begin a comment, found '/'.")]
    [InlineData("[\n/* a ]", "(2,1)-(2,3): The comment is not closed: expected '*/'.")]
    [InlineData("[1,,]", "(1,4)-(1,5): Expected a value (an object, an array, a string in double quotes, a number, true, false or null), found ','.")]
    public void Relaxed_reading_has_its_own_errors(string text, string expected) => Expect(text, JsonOptions.Relaxed, expected);

    [Fact]
    public void Nesting_too_deep_is_an_error_at_the_bracket_too_many() =>
        Expect(new string('[', 65), JsonOptions.Strict, "(1,65)-(1,66): Objects and arrays are nested more than 64 deep.");

    [Fact]
    public void Every_duplicate_key_is_a_problem_and_the_first_keeps_its_value()
    {
        var document = JsonReader.Read(
            new SourceFile("a.json", "{\n  \"a\": 1, \"b\": { \"c\": 1, \"c\": 2 },\n  \"\\u0061\": 2,\n  \"A\": 3,\n  \"a\": 4\n}"),
            JsonOptions.Strict);

        Assert.Equal("1", ((JsonNumber)((JsonObject)document.Root!)["a"]!).Raw);
        Assert.Equal(
            """
            (2,26)-(2,29): The key 'c' stands here a second time; the first is on line 2.
            (3,3)-(3,11): The key 'a' stands here a second time; the first is on line 2.
            (5,3)-(5,6): The key 'a' stands here a second time; the first is on line 2.
            """,
            Rendered.Lines(document.Problems));
    }

    [Fact]
    public void A_duplicate_key_is_made_safe_to_print() =>
        Assert.Contains(
            "The key '\\u{001B}[2J# #vso[x]' stands",
            Rendered.Lines(JsonReader.Read(new SourceFile("a.json", "{\"\\u001b[2J##vso[x]\":1,\"\\u001b[2J##vso[x]\":2}"), JsonOptions.Strict).Problems),
            StringComparison.Ordinal);

    [Fact]
    public void A_hundred_thousand_duplicates_are_told_apart_in_linear_time()
    {
        var keys = string.Join(",", Enumerable.Range(0, 100_000).Select(i => $"\"k{i}\":{i}"));
        var document = JsonReader.Read(new SourceFile("a.json", $"{{{keys},{keys}}}"), JsonOptions.Strict);

        Assert.Equal(100_000, document.Problems.Count);
        Assert.Equal(100_000, ((JsonObject)document.Root!).Members.Count);
    }

    private static void Expect(string text, JsonOptions options, string expected)
    {
        var document = JsonReader.Read(new SourceFile("a.json", text), options);

        Assert.Null(document.Root);
        Assert.Equal(expected, Rendered.Lines(document.Problems));
    }
}
