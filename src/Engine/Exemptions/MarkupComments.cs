using AiToolPolicy.Engine.Text;

namespace AiToolPolicy.Engine.Exemptions;

/// <summary>Comments of XML: <c>&lt;!-- … --&gt;</c>; what stands in a CDATA section is text.</summary>
internal static class MarkupComments
{
    private const string Open = "<!--";
    private const string Close = "-->";
    private const string Data = "<![CDATA[";
    private const string DataEnd = "]]>";

    public static IEnumerable<PlacedText> In(SourceFile file)
    {
        var text = file.Text;
        for (var at = text.IndexOf('<'); at >= 0; at = at < text.Length ? text.IndexOf('<', at) : -1)
        {
            var isData = string.CompareOrdinal(text, at, Data, 0, Data.Length) == 0;
            var isComment = string.CompareOrdinal(text, at, Open, 0, Open.Length) == 0;
            if (!isData && !isComment)
            {
                at++;
                continue;
            }

            var start = at + (isData ? Data.Length : Open.Length);
            var end = text.IndexOf(isData ? DataEnd : Close, start, StringComparison.Ordinal);
            if (end < 0)
            {
                yield break;
            }

            if (isComment)
            {
                yield return PlacedText.Of(file, start, end - start);
            }

            at = end + Close.Length;
        }
    }
}
