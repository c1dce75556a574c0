using AiToolPolicy.Engine.Text;

namespace AiToolPolicy.Engine.Exemptions;

/// <summary>Comments of JSON with comments and of its relatives: <c>// …</c> and <c>/* … */</c>, outside of strings.</summary>
internal static class SlashComments
{
    private static readonly char[] LineEnds = ['\n', '\r'];

    public static IEnumerable<PlacedText> In(SourceFile file)
    {
        var text = file.Text;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] is '"' or '\'')
            {
                i = EndOfString(text, i);
            }
            else if (text[i] == '/' && i + 1 < text.Length && text[i + 1] is '/' or '*')
            {
                var end = text[i + 1] == '/' ? text.IndexOfAny(LineEnds, i) : text.IndexOf("*/", i + 2, StringComparison.Ordinal);
                end = end < 0 ? text.Length : end;
                yield return PlacedText.Of(file, i + 2, Math.Max(0, end - i - 2));
                i = text[i + 1] == '/' ? end : end + 1;
            }
        }
    }

    // A string that nobody ends, ends with its line.
    private static int EndOfString(string text, int start)
    {
        var i = start + 1;
        for (; i < text.Length && text[i] != text[start] && text[i] is not ('\n' or '\r'); i++)
        {
            i += text[i] == '\\' ? 1 : 0;
        }

        return i;
    }
}
