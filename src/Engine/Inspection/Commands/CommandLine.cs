using AiToolPolicy.Engine.Json;
using AiToolPolicy.Engine.Text;

namespace AiToolPolicy.Engine.Inspection.Commands;

/// <summary>Scripts out of lists of words.</summary>
public static class CommandLine
{
    /// <summary>A command of words that are taken as they are: each in quotes, so that none is taken for more than one.</summary>
    public static PlacedText OfWords(SourceFile file, IEnumerable<PlacedText> words)
    {
        var line = new PlacedText.Builder(file);
        foreach (var word in words)
        {
            var start = word.OffsetOf(0);
            line.Append('\'', start);
            for (var i = 0; i < word.Text.Length; i++)
            {
                // A quote of its own kind would end it; which of the two it was tells nothing here.
                line.Append(word.Text[i] == '\'' ? '"' : word.Text[i], word.OffsetOf(i));
            }

            line.Append('\'', start).Append(' ', start);
        }

        return line.Build();
    }

    /// <summary>The command of a JSON array such as <c>["sh", "-c", "…"]</c>; null when the text is none.</summary>
    public static PlacedText? OfJson(PlacedText text)
    {
        if (text.Text.Length == 0 || text.Text[0] != '[')
        {
            return null;
        }

        var root = JsonReader.Read(new SourceFile(text.File.Path, text.Text), JsonOptions.Strict).Root as JsonArray;
        return root is null || root.Items.Any(i => i is not JsonString)
            ? null
            : OfWords(text.File, root.Items.Cast<JsonString>().Select(s => Placed(s, text)));
    }

    /// <summary>The value of a JSON string with the place of each of its characters.</summary>
    public static PlacedText Of(JsonString value) => Placed(value, PlacedText.Of(value.File));

    private static PlacedText Placed(JsonString value, PlacedText source)
    {
        var offsets = new int[value.Value.Length];
        var at = value.Offset + 1;
        for (var i = 0; i < offsets.Length; i++)
        {
            offsets[i] = source.OffsetOf(at);
            at += source.Text[at] != '\\' ? 1 : source.Text[at + 1] == 'u' ? 6 : 2;
        }

        return PlacedText.Of(source.File, value.Value, offsets);
    }
}
