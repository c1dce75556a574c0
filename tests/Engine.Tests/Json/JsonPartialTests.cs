using AiToolPolicy.Engine.Json;
using AiToolPolicy.Engine.Text;

namespace AiToolPolicy.Engine.Tests.Json;

public class JsonPartialTests
{
    [Theory]
    [InlineData("{ \"a\": 1, \"b\": { \"c\": [ 1, { \"d\": 2, \"e\" ] } }", "{a:1,b:{c:[1,{d:2}]}}")]
    [InlineData("{ \"a\": 1, \"b\": ? }", "{a:1}")]
    [InlineData("{ \"a\": 1 } x", "{a:1}")]
    [InlineData("{ \"a\": 1, \"a\": { \"b\": 2", "{a:1}")]
    [InlineData("[ 1, 2", "[1,2]")]
    [InlineData("?", "")]
    public void After_a_syntax_error_what_stands_before_it_is_kept(string text, string expected)
    {
        var document = JsonReader.Read(new SourceFile("a.json", text), JsonOptions.Strict);

        Assert.Null(document.Root);
        Assert.Equal(expected, document.Partial is { } partial ? Write(partial) : "");
    }

    [Fact]
    public void A_text_without_mistakes_has_no_part() =>
        Assert.Null(JsonReader.Read(new SourceFile("a.json", "{}"), JsonOptions.Strict).Partial);

    private static string Write(JsonNode node) => node switch
    {
        JsonObject o => "{" + string.Join(",", o.Members.Select(m => m.Name.Value + ":" + Write(m.Value))) + "}",
        JsonArray a => "[" + string.Join(",", a.Items.Select(Write)) + "]",
        _ => ((JsonNumber)node).Raw,
    };
}
