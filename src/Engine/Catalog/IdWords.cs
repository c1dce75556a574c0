namespace AiToolPolicy.Engine.Catalog;

/// <summary>The words of an id such as <c>Contoso.OpenAI.Helpers</c>, for recognising what looks like an AI tool.</summary>
internal static class IdWords
{
    private static readonly char[] Separators = ['.', '-', '_', '/', '@', ' '];

    /// <summary>
    /// Each segment between separators, and each word and each two neighbouring words within a segment, where words begin at capitals
    /// and digits: <c>OpenAIKit</c> gives <c>OpenAIKit</c>, <c>Open</c>, <c>AI</c>, <c>Kit</c>, <c>OpenAI</c>, <c>AIKit</c>.
    /// </summary>
    public static IEnumerable<string> Of(string id)
    {
        foreach (var segment in id.Split(Separators, StringSplitOptions.RemoveEmptyEntries))
        {
            yield return segment;
            var words = Split(segment);
            for (var i = 0; i < words.Count && words.Count > 1; i++)
            {
                yield return words[i];
                if (i > 0)
                {
                    yield return words[i - 1] + words[i];
                }
            }
        }
    }

    private static List<string> Split(string segment)
    {
        var words = new List<string>();
        var start = 0;
        for (var i = 1; i < segment.Length; i++)
        {
            if (IsBorder(segment, i))
            {
                words.Add(segment.Substring(start, i - start));
                start = i;
            }
        }

        words.Add(segment.Substring(start));
        return words;
    }

    // openAi|Kit, AI|Kit, gpt|4
    private static bool IsBorder(string text, int index)
    {
        var (before, here) = (text[index - 1], text[index]);
        return (char.IsUpper(here) && !char.IsUpper(before))
            || (char.IsUpper(here) && index + 1 < text.Length && char.IsLower(text[index + 1]))
            || (char.IsDigit(here) != char.IsDigit(before));
    }
}
