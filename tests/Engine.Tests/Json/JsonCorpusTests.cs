using System.Text;
using AiToolPolicy.Engine.Json;

namespace AiToolPolicy.Engine.Tests.Json;

/// <summary>The files of JSONTestSuite, read by the engine and by System.Text.Json.</summary>
public class JsonCorpusTests
{
    private const string Surrogate = "System.Text.Json has no string for an escaped lone surrogate; the engine keeps the code unit, and escapes it when it prints it.";

    // Strict reading. An entry that is no difference any more fails the test.
    private static readonly Dictionary<string, string> Differences = new(StringComparer.Ordinal)
    {
        ["i_object_key_lone_2nd_surrogate.json"] = Surrogate,
        ["i_string_1st_surrogate_but_2nd_missing.json"] = Surrogate,
        ["i_string_1st_valid_surrogate_2nd_invalid.json"] = Surrogate,
        ["i_string_incomplete_surrogate_and_escape_valid.json"] = Surrogate,
        ["i_string_incomplete_surrogate_pair.json"] = Surrogate,
        ["i_string_incomplete_surrogates_escape_valid.json"] = Surrogate,
        ["i_string_invalid_lonely_surrogate.json"] = Surrogate,
        ["i_string_invalid_surrogate.json"] = Surrogate,
        ["i_string_inverted_surrogates_U+1D11E.json"] = Surrogate,
        ["i_string_lone_second_surrogate.json"] = Surrogate,
    };

    [Fact]
    public void The_suite_gives_the_same_as_the_reference_but_for_the_listed_differences()
    {
        var texts = Texts(Surroundings.Corpus("json/test_parsing"));
        var different = texts
            .Where(file => JsonTrees.OfEngine(file.Text, JsonOptions.Strict) != JsonTrees.OfReference(file.Text, relaxed: false))
            .Select(file => file.Name);

        Assert.True(texts.Count > 280);
        Assert.Equal(string.Join("\n", Differences.Keys), string.Join("\n", different));
    }

    [Fact]
    public void Relaxed_reading_gives_the_same_as_the_reference_with_comments_and_trailing_commas()
    {
        var different = Texts(Surroundings.Corpus("json/test_parsing"))
            .Where(file => JsonTrees.OfEngine(file.Text, JsonOptions.Relaxed) != JsonTrees.OfReference(file.Text, relaxed: true))
            .Select(file => file.Name);

        Assert.Equal(string.Join("\n", Differences.Keys), string.Join("\n", different));
    }

    [Fact]
    public void The_suite_is_accepted_and_refused_as_it_says()
    {
        Assert.All(Texts(Surroundings.Corpus("json/test_parsing")), file =>
        {
            var accepted = JsonTrees.OfEngine(file.Text, JsonOptions.Strict) is not null;
            Assert.True(file.Name[0] == 'i' || accepted == (file.Name[0] == 'y'), file.Name);
        });
    }

    // Files that are no UTF-8 are the business of whoever reads bytes; the engine gets text.
    private static List<(string Name, string Text)> Texts(string folder)
    {
        var texts = new List<(string, string)>();
        foreach (var path in Directory.GetFiles(folder, "*.json").Order(StringComparer.Ordinal))
        {
            try
            {
                texts.Add((Path.GetFileName(path), new UTF8Encoding(false, true).GetString(File.ReadAllBytes(path))));
            }
            catch (DecoderFallbackException)
            {
                continue;
            }
        }

        return texts;
    }
}
