using AiToolPolicy.Engine.Json;
using Stj = System.Text.Json;

namespace AiToolPolicy.Engine.Tests.Reporting;

public sealed class JsonWriterTests
{
    [Fact]
    public void Nesting_gives_indented_text() => Assert.Equal(
        """
        {
          "text": "a",
          "number": -1,
          "yes": true,
          "nothing": null,
          "empty": {},
          "none": [],
          "items": [
            {
              "id": 1
            },
            {}
          ]
        }

        """,
        JsonWriter.Object(json =>
        {
            json.String("text", "a");
            json.String("absent", null);
            json.Number("number", -1);
            json.Boolean("yes", true);
            json.Null("nothing");
            json.Object("empty", () => { });
            json.Array("none", () => { });
            json.Array("items", () =>
            {
                json.Object(() => json.Number("id", 1));
                json.Object(() => { });
            });
        }));

    [Fact]
    public void Every_character_comes_back_as_it_was_written()
    {
        var all = string.Concat(Enumerable.Range(0, 0x10000).Where(c => c is < 0xD800 or > 0xDFFF).Select(c => (char)c)) + "😀\U000E0041\U0001D173";

        using var read = Stj.JsonDocument.Parse(JsonWriter.Object(json => json.String(all, all)));

        var member = Assert.Single(read.RootElement.EnumerateObject());
        Assert.Equal(all, member.Name);
        Assert.Equal(all, member.Value.GetString());
    }

    [Theory]
    [InlineData("a\"b\\c/", @"a\""b\\c/")]
    [InlineData("\t\n\u001b\u007f", @"\u0009\u000a\u001b\u007f")]
    [InlineData("\u200b\u202e\ufeff\u2028", @"\u200b\u202e\ufeff\u2028")]
    [InlineData("\U000E0041", @"\udb40\udc41")]
    [InlineData("é😀", "é😀")]
    public void What_a_reader_would_not_see_is_escaped(string value, string expected) => Assert.Equal(
        "{\n  \"x\": \"" + expected + "\"\n}\n",
        JsonWriter.Object(json => json.String("x", value)));

    [Fact]
    public void Half_a_character_becomes_the_sign_for_none()
    {
        using var read = Stj.JsonDocument.Parse(JsonWriter.Object(json => json.String("x", "a\ud800b\udc00\ud800")));

        Assert.Equal("a\ufffdb\ufffd\ufffd", read.RootElement.GetProperty("x").GetString());
    }
}
