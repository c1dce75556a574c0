using AiToolPolicy.Engine.Json;
using AiToolPolicy.Engine.Text;

namespace AiToolPolicy.Engine.Tests.Json;

public class JsonPlacesTests
{
    [Fact]
    public void Every_key_and_value_knows_its_line_column_and_length() =>
        Places("""
            // head
            {
              "name": "a\u0041",
              "list": [ -1.5e3, true,
                        null, [], {} ],
              /* between */ "o": { "": false }
            }
            """,
            """
            object (2,1)-(7,2) 113
            key name (3,3)-(3,9) 6
            string (3,11)-(3,20) 9
            key list (4,3)-(4,9) 6
            array (4,11)-(5,27) 42
            number (4,13)-(4,19) 6
            boolean (4,21)-(4,25) 4
            null (5,13)-(5,17) 4
            array (5,19)-(5,21) 2
            object (5,23)-(5,25) 2
            key o (6,17)-(6,20) 3
            object (6,22)-(6,35) 13
            key  (6,24)-(6,26) 2
            boolean (6,28)-(6,33) 5
            """);

    [Fact]
    public void Line_ends_of_every_kind_count_alike() =>
        Places("[1,\r\n2,\r3,\n\n  4]", """
            array (1,1)-(5,5) 16
            number (1,2)-(1,3) 1
            number (2,1)-(2,2) 1
            number (3,1)-(3,2) 1
            number (5,3)-(5,4) 1
            """);

    [Fact]
    public void Columns_count_UTF_16_units_as_editors_do() =>
        Places("[\"🦊\", \"é\", 1]", """
            array (1,1)-(1,15) 14
            string (1,2)-(1,6) 4
            string (1,8)-(1,11) 3
            number (1,13)-(1,14) 1
            """);

    [Fact]
    public void What_a_node_covers_is_the_text_it_was_read_from()
    {
        const string text = "{ \"a\": [1, {\"b\": \"\\n\"}], \"c\": null }";
        var root = JsonReader.Read(new SourceFile("a.json", text), JsonOptions.Strict).Root!;

        Assert.All(All(root), node =>
        {
            var again = JsonReader.Read(new SourceFile("b.json", text.Substring(node.Offset, node.Length)), JsonOptions.Strict);
            Assert.Equal(node.Kind, again.Root?.Kind);
        });
    }

    private static void Places(string text, string expected)
    {
        var document = JsonReader.Read(new SourceFile("a.json", text), JsonOptions.Relaxed);

        Assert.Empty(document.Problems);
        Assert.Equal(expected, string.Join("\n", Lines(document.Root!)));
    }

    private static IEnumerable<string> Lines(JsonNode node) => node switch
    {
        JsonObject o => [Line("object", o), .. o.Members.SelectMany(m => Lines(m.Value).Prepend(Line($"key {m.Name.Value}", m.Name)))],
        JsonArray a => [Line("array", a), .. a.Items.SelectMany(Lines)],
        _ => [Line(node.GetType().Name["Json".Length..].ToLowerInvariant(), node)],
    };

    private static string Line(string what, JsonNode node) => $"{what} {Rendered.Range(node.Location)} {node.Length}";

    private static IEnumerable<JsonNode> All(JsonNode node) => node switch
    {
        JsonObject o => o.Members.SelectMany(m => All(m.Value).Prepend(m.Name)).Prepend(o),
        JsonArray a => a.Items.SelectMany(All).Prepend(a),
        _ => [node],
    };
}
