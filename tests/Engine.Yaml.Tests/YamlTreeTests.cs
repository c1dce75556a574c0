using AiToolPolicy.Engine.Text;

namespace AiToolPolicy.Engine.Yaml.Tests;

public class YamlTreeTests
{
    [Theory]
    [InlineData("a: word", "word", "(1,4)-(1,8)")]
    [InlineData("a: 'it''s one'", "it's one", "(1,5)-(1,14)")]
    [InlineData("a: \"\\u0041\\x42C\\t\\\"D\\\"\"", "ABC\t\"D\"", "(1,5)-(1,22)")]
    [InlineData("a: \"\\U0001F600b\"", "😀b", "(1,5)-(1,16)")]
    [InlineData("a: |\n  one\n  two\n", "one\ntwo\n", "(2,3)-(3,6)")]
    [InlineData("a: >-\r\n  one\r\n  two\r\n", "one two", "(2,3)-(3,6)")]
    [InlineData("a: one\n   two", "one two", "(1,4)-(2,7)")]
    [InlineData("a: \"\\\n  x\"", "x", "(2,3)-(2,4)")]
    [InlineData("a: \"\"", "", "(1,4)-(1,5)")]
    [InlineData("a: &b !!str 'one'", "one", "(1,14)-(1,17)")]
    [InlineData("a: !t # two\n  one", "one", "(2,3)-(2,6)")]
    [InlineData("a: &b |\n  one\n", "one\n", "(2,3)-(2,6)")]
    public void A_scalar_has_its_value_and_the_place_of_its_text(string yaml, string value, string place)
    {
        var scalar = Only(yaml).Scalar("a")!;

        Assert.Equal(value, scalar.Value);
        Assert.Equal(place, Range(scalar.Location));
    }

    [Theory]
    [InlineData("a: |\n  if x; then\n    y\n  fi\n", "y", "(3,5)")]
    [InlineData("a: |2\n    x\n   y\n", "y", "(3,4)")]
    [InlineData("a: >\n  one\n  two\n\n  three\n", "three", "(5,3)")]
    [InlineData("a: >\r\n  one\r\n  two\r\n\r\n  three\r\n", "three", "(5,3)")]
    [InlineData("a: |\r  one\r  two\r", "two", "(3,3)")]
    [InlineData("a: \"one\\n\\\n   two \\\"three\\\"\"", "three", "(2,10)")]
    [InlineData("a: 'don''t and''won''t'", "won", "(1,17)")]
    [InlineData("a: \"one\n  \\ttwo\\n three\"", "three", "(2,11)")]
    [InlineData("a: | # said\n  😀 one\n", "one", "(2,6)")]
    public void A_word_inside_a_scalar_has_its_exact_place(string yaml, string word, string place)
    {
        var text = Only(yaml).Scalar("a")!.Text;
        var at = text.At(text.Text.IndexOf(word, StringComparison.Ordinal), word.Length);

        Assert.Equal(place, $"({at.Line},{at.Column})");
        Assert.Equal(word.Length, at.EndColumn - at.Column);
    }

    [Fact]
    public void Aliases_and_merged_mappings_lead_to_what_was_written_once()
    {
        var root = Only("base: &base { image: x, env: &env [A] }\njob:\n  <<: *base\n  also: *env\nmany:\n  <<: [*base, { own: y }]\n");

        Assert.Equal("(1,22)-(1,23)", Range(root["job"]!.Scalar("image")!.Location));
        Assert.Equal(["A"], root["job"]!["also"]!.Items.OfType<YamlScalar>().Select(s => s.Value));
        Assert.Equal(["image", "env", "own"], root["many"]!.Members.Select(m => m.Key.Value));
        Assert.Equal(12, root.SelfAndDescendants().OfType<YamlScalar>().Count());
    }

    [Fact]
    public void An_alias_to_the_node_around_it_leads_nowhere()
    {
        var root = Only("a: &a\n  b: *a\n  c: d\n");

        Assert.Null(root["a"]!["b"]);
        Assert.Equal("d", root["a"]!.Scalar("c")!.Value);
    }

    [Fact]
    public void Every_document_is_read()
    {
        var tree = Read("a: 1\n---\nb: 2\n---\n");

        Assert.Equal(3, tree.Documents.Count);
        Assert.Equal("2", tree.Documents[1].Scalar("b")!.Value);
    }

    [Theory]
    [InlineData("a: 1\nb: [x, 'y\nc: 2", 2)]
    [InlineData("a: 1\nb: { c: 2,\n  d: ]\n", 3)]
    [InlineData("a: 1\nb: *nowhere\nc: }\n", 3)]
    [InlineData("a: 1\n<<<<<<< HEAD\nb: 1\n=======\nb: 2\n>>>>>>> other\n", 2)]
    public void A_malformed_text_gives_what_stands_before_the_mistake(string yaml, int line)
    {
        var tree = Read(yaml);

        Assert.Equal("1", tree.Documents[0].Scalar("a")!.Value);
        Assert.InRange(tree.Problem!.Location.Line, line, line + 1);
        Assert.EndsWith(".", tree.Problem.Message, StringComparison.Ordinal);
    }

    private static YamlTree Read(string yaml) => YamlTree.Read(new SourceFile("a.yml", yaml));

    private static YamlNode Only(string yaml)
    {
        var tree = Read(yaml);
        Assert.Null(tree.Problem);
        return Assert.Single(tree.Documents);
    }

    private static string Range(Location place) => $"({place.Line},{place.Column})-({place.EndLine},{place.EndColumn})";
}
