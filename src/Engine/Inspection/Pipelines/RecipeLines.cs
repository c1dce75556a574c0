namespace AiToolPolicy.Engine.Inspection.Pipelines;

/// <summary>The lines of a makefile that a shell gets.</summary>
internal static class RecipeLines
{
    /// <summary>Offsets of each line without its tab and the prefixes <c>@</c>, <c>-</c>, <c>+</c>; a line that continues one is whole but for the tab.</summary>
    public static IEnumerable<(int Start, int End)> Of(string text)
    {
        var continues = false;
        for (var at = 0; at < text.Length;)
        {
            var end = text.IndexOf('\n', at);
            end = end < 0 ? text.Length : end;
            var isRecipe = text[at] == '\t' || continues;
            if (isRecipe)
            {
                var start = continues ? at : AfterPrefix(text, at + 1, end);
                yield return (start, end);
            }

            continues = isRecipe && end > at && text.Substring(at, end - at).TrimEnd('\r').EndsWith("\\", StringComparison.Ordinal);
            at = end + 1;
        }
    }

    private static int AfterPrefix(string text, int start, int end)
    {
        while (start < end && text[start] is ' ' or '\t' or '@' or '-' or '+')
        {
            start++;
        }

        return start;
    }
}
