using AiToolPolicy.Engine.Json;
using AiToolPolicy.Engine.Text;
using AiToolPolicy.Engine.Toml;

namespace AiToolPolicy.Engine.Tests.Toml;

public class TomlReaderTests
{
    [Fact]
    public void Tables_keys_and_values_become_nodes_that_know_their_place()
    {
        var root = Root("""
            a = 1
            [x.y]
            "k é" = 'v'
            q.r = { n = [1,
              true] }
            [[p]]
            name = "one"
            [[p]]
            name = "two"
            """);

        Assert.Equal("""{"a":number,"p":[{"name":"one"},{"name":"two"}],"x":{"y":{"k é":"v","q":{"r":{"n":[number,true]}}}}}""", TomlTrees.Of(root));
        var pair = ((JsonObject)((JsonObject)root["x"]!)["y"]!).Members[0];
        Assert.Equal("(3,1)-(3,6)", Rendered.Range(pair.Name.Location));
        Assert.Equal("(3,9)-(3,12)", Rendered.Range(pair.Value.Location));
    }

    [Theory]
    [InlineData("b = = 2", "(2,5)-(2,6): Expected a value (a string in quotes, a number, a date, true, false, an array or a table), found '='.")]
    [InlineData("b = \"open", "(2,5)-(2,6): The string is not closed: expected \" before the end of the line.")]
    [InlineData("b = '''open", "(2,5)-(2,6): The string is not closed: expected its closing quotes before the end of the file.")]
    [InlineData("<<<<<<< HEAD", "(2,1)-(2,2): Expected a key, found '<'.")]
    [InlineData("b", "(2,2)-(3,1): Expected '=' after the key, found the end of the line.")]
    [InlineData("b = [1, 2", "(3,1)-(3,2): Expected ',' or ']', found 'c'.")]
    [InlineData("b = [1, ?\n 3]", "(2,9)-(2,10): Expected a value (a string in quotes, a number, a date, true, false, an array or a table), found '?'.")]
    [InlineData("b = { x = 1", "(3,1)-(3,2): Expected ',' or '}', found 'c'.")]
    [InlineData("b = \"\\q\"", "(2,6)-(2,7): This is no escape sequence of TOML.")]
    [InlineData("b = 1 2", "(2,7)-(2,8): Expected the end of the line, found '2'.")]
    [InlineData(".b = 1", "(2,1)-(2,2): Expected a key, found '.'.")]
    public void A_mistake_is_told_at_its_place_and_the_rest_is_read(string line, string problem)
    {
        var document = Read($"a = 1\n{line}\nc = 3\n[t]\nd = 4\n");

        Assert.Equal(problem, Rendered.Lines(document.Problems));
        var root = (JsonObject)document.Root!;
        Assert.NotNull(root["a"]);
        Assert.NotNull(root["c"]);
        Assert.NotNull(((JsonObject)root["t"]!)["d"]);
    }

    [Fact]
    public void In_an_array_with_a_mistake_the_other_items_are_read()
    {
        var document = Read("a = [\n  \"x\",\n<<<<<<< HEAD\n  \"y\",\n=======\n  \"z\"\n  \"w\",\n>>>>>>> b\n]\nc = 1\n");

        Assert.Equal("(3,1)-(3,2)", Rendered.Lines(document.Problems)[..11]);
        Assert.Equal("""{"a":["x","y","z","w"],"c":number}""", TomlTrees.Of(document.Root!));
    }

    [Fact]
    public void Of_several_mistakes_the_first_is_told() =>
        Assert.Equal("(1,5)-(1,6)", Rendered.Lines(Read("a = ?\nb = ?\n").Problems)[..11]);

    [Fact]
    public void What_stands_under_a_header_that_cannot_be_read_belongs_nowhere() =>
        Assert.Equal("{\"t\":{\"b\":number}}", TomlTrees.Of(Read("[?]\na = 1\n[t]\nb = 2\n").Root!));

    [Theory]
    [InlineData("[")]
    [InlineData("{ a = ")]
    public void Nesting_too_deep_is_a_mistake_and_ends_the_reading(string part) =>
        Assert.EndsWith(
            "Arrays and inline tables are nested more than 64 deep.",
            Rendered.Lines(Read("a = " + string.Concat(Enumerable.Repeat(part, 100_000))).Problems),
            StringComparison.Ordinal);

    [Fact]
    public void A_key_of_too_many_parts_is_a_mistake() =>
        Assert.EndsWith(
            "A key has more than 64 parts.",
            Rendered.Lines(Read("[" + string.Join(".", Enumerable.Repeat("a", 100_000)) + "]\n").Problems),
            StringComparison.Ordinal);

    [Fact]
    public void A_file_cut_off_anywhere_is_read_to_its_end()
    {
        const string Text = "a.\"b\" = [1, { c = 'd', e = \"\"\"f\\\n g\"\"\" }] # h\n[[i . j]]\nk = 1979-05-27 07:32:32Z\n[l]\nm = '''\nn'''\n";
        Assert.Equal("", Rendered.Lines(Read(Text).Problems));
        for (var length = 0; length < Text.Length; length++)
        {
            Assert.NotNull(Read(Text[..length]).Root);
            Assert.NotNull(Read(Text[length..]).Root);
        }
    }

    private static JsonDocument Read(string text) => TomlReader.Read(new SourceFile("a.toml", text));

    private static JsonObject Root(string text)
    {
        var document = Read(text);
        Assert.Equal("", Rendered.Lines(document.Problems));
        return (JsonObject)document.Root!;
    }
}
