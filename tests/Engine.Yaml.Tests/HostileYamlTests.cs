using System.Text;
using AiToolPolicy.Engine.Text;

namespace AiToolPolicy.Engine.Yaml.Tests;

public class HostileYamlTests
{
    [Theory]
    [InlineData("[", "]")]
    [InlineData("{a: ", "}")]
    public void Nesting_is_bounded(string open, string close)
    {
        Assert.Null(Read(Repeat(open, 64) + "x" + Repeat(close, 64)).Problem);

        var tree = Read(Repeat(open, 100_000) + Repeat(close, 100_000));
        Assert.Equal("The YAML is nested more than 64 deep.", tree.Problem?.Message);
        Assert.Equal((64 * open.Length) + 1, tree.Problem?.Location.Column);
    }

    [Fact]
    public void The_number_of_nodes_is_bounded()
    {
        var tree = Read("[" + Repeat("a,", 250_001) + "]");

        Assert.Equal("The YAML is of more than 250000 nodes.", tree.Problem?.Message);
    }

    [Fact]
    public void Aliases_of_aliases_cost_nothing_where_nobody_follows_them_and_little_where_somebody_does()
    {
        var bomb = new StringBuilder("a0: &a0 [x]\n");
        for (var level = 1; level < 60; level++)
        {
            bomb.Append('a').Append(level).Append(": &a").Append(level).Append(" [").Append(Repeat($"*a{level - 1},", 9)).Append("]\n");
        }

        var tree = Read(bomb.ToString());
        Assert.Null(tree.Problem);
        Assert.Equal(1 + (60 * 2) + 1 + (59 * 9), tree.Documents[0].SelfAndDescendants().Count());

        Assert.True(Leaves(tree.Documents[0]["a59"]!) < 100_001);
        Assert.StartsWith("More than 100000 aliases", tree.Problem?.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_tag_makes_no_type_and_costs_no_value()
    {
        var tree = Read("%TAG !e! tag:example.com,2000:\n---\na: !!python/object:os.system [x]\nb: !e!thing y\nc: !System.IO.FileInfo z\n");

        Assert.Null(tree.Problem);
        Assert.Equal("y", tree.Documents[0].Scalar("b")?.Value);
        Assert.Equal("z", tree.Documents[0].Scalar("c")?.Value);
    }

    /// <summary>Whatever the bytes, reading ends and says where; the reader's own exceptions are the only ones it may meet.</summary>
    [Fact]
    public void The_suite_of_the_language_is_read_without_a_fault()
    {
        var cases = Directory.EnumerateFiles(Corpus("yaml"), "in.yaml", SearchOption.AllDirectories).Order(StringComparer.Ordinal).ToList();
        Assert.True(cases.Count > 300);
        foreach (var path in cases)
        {
            var text = File.ReadAllText(path);
            foreach (var cut in new[] { text.Length, text.Length / 2, text.Length / 3 })
            {
                var tree = Read(text[..cut]);
                Assert.All(tree.Documents.SelectMany(d => d.SelfAndDescendants()).OfType<YamlScalar>(), scalar => AssertPlaced(scalar, path));
            }
        }
    }

    // A character that is no blank and needs no escape stands where the value says it does.
    private static void AssertPlaced(YamlScalar scalar, string path)
    {
        for (var i = 0; i < scalar.Value.Length; i++)
        {
            var c = scalar.Value[i];
            if (char.IsAsciiLetterOrDigit(c))
            {
                var found = scalar.File.Text[scalar.Text.OffsetOf(i)];
                Assert.True(found == c || found == '\\', $"{path}: '{c}' of {scalar.Value} is '{found}'");
            }
        }
    }

    private static int Leaves(YamlNode node) => node is YamlSequence sequence ? sequence.Values.Sum(Leaves) : 1;

    private static YamlTree Read(string yaml) => YamlTree.Read(new SourceFile("a.yml", yaml));

    private static string Repeat(string text, int count) => string.Concat(Enumerable.Repeat(text, count));

    private static string Corpus(string relative)
    {
        const string Variable = "AITOOLPOLICY_CORPORA";
        var folder = Environment.GetEnvironmentVariable(Variable);
        Assert.SkipWhen(string.IsNullOrEmpty(folder), $"This test needs {relative} in the folder that {Variable} names.");
        return Path.Combine(folder!, relative);
    }
}
