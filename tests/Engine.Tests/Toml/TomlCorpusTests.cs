using System.Text;
using System.Text.Json;
using AiToolPolicy.Engine.Text;
using AiToolPolicy.Engine.Toml;

namespace AiToolPolicy.Engine.Tests.Toml;

/// <summary>The files of toml-test (toml-lang/toml-test).</summary>
public class TomlCorpusTests
{
    [Fact]
    public void Every_valid_file_is_read_as_the_suite_says()
    {
        var files = Directory.GetFiles(Surroundings.Corpus("toml/tests/valid"), "*.toml", SearchOption.AllDirectories);

        Assert.True(files.Length > 250);
        Assert.All(files, file =>
        {
            var document = Read(File.ReadAllText(file));
            using var expected = JsonDocument.Parse(File.ReadAllText(Path.ChangeExtension(file, ".json")));

            Assert.Equal("", Rendered.Lines(document.Problems));
            Assert.Equal(TomlTrees.Of(expected.RootElement), TomlTrees.Of(document.Root!));
        });
    }

    // Accepted are keys and tables that stand twice, dates out of range and what only the newer version of TOML allows: nothing that would be misread.
    [Fact]
    public void Every_invalid_file_is_refused_but_for_the_listed_ones()
    {
        var folder = Surroundings.Corpus("toml/tests/invalid");
        var accepted = Directory.GetFiles(folder, "*.toml", SearchOption.AllDirectories)
            .Where(file => Text(file) is { } text && Read(text).Problems.Count == 0)
            .Select(file => Path.GetRelativePath(folder, file).Replace('\\', '/'))
            .Order(StringComparer.Ordinal);

        var listed = File.ReadAllLines(Path.Combine(Surroundings.Root, "tests/Engine.Tests/Toml/AcceptedInvalidFiles.txt"));
        Assert.Equal(string.Join("\n", listed), string.Join("\n", accepted));
    }

    private static Engine.Json.JsonDocument Read(string text) => TomlReader.Read(new SourceFile("a.toml", text));

    // Files that are no UTF-8 are the business of whoever reads bytes; the engine gets text.
    private static string? Text(string file)
    {
        try
        {
            return new UTF8Encoding(false, true).GetString(File.ReadAllBytes(file)).TrimStart('\uFEFF');
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }
}
