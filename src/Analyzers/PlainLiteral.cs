using System.Runtime.CompilerServices;
using AiToolPolicy.Engine.Text;

namespace AiToolPolicy.Analyzers;

/// <summary>
/// String literals of C# that mean what stands in the text: of one line, with no escape in them and nothing before them, and not joined to
/// something else. Anything beyond that is for the compiler to tell.
/// </summary>
internal static class PlainLiteral
{
    /// <summary>What ends a line of C#.</summary>
    public static readonly char[] LineEnds = ['\r', '\n', '\u0085', '\u2028', '\u2029'];

    private static readonly char[] Ends = ['"', '\\', .. LineEnds];

    /// <param name="at">Of a quotation mark that no comment and no other literal holds.</param>
    /// <returns>Where the literal ends, behind its second mark; -1 where it may not be plain.</returns>
    [MethodImpl(HotPath.Optimized)]
    public static int End(string text, int at)
    {
        // A character's own quotes, and the signs of literals that have other rules.
        if (at > 0 && text[at - 1] is '\'' or '"' or '\\' or '@' or '$')
        {
            return -1;
        }

        var end = text.IndexOfAny(Ends, at + 1);
        var isClosed = end > 0 && text[end] == '"' && !(end + 1 < text.Length && text[end + 1] is '"' or '\'');
        return isClosed && StandsAlone(text, at, end + 1) ? end + 1 : -1;
    }

    // A comment or a directive may hide what it is joined to.
    [MethodImpl(HotPath.Optimized)]
    private static bool StandsAlone(string text, int start, int end)
    {
        while (end < text.Length && char.IsWhiteSpace(text[end]))
        {
            end++;
        }

        return !(end < text.Length && text[end] is '+' or '/' or '#') && !MayBeJoinedBefore(text, start - 1);
    }

    [MethodImpl(HotPath.Optimized)]
    private static bool MayBeJoinedBefore(string text, int before)
    {
        var isSameLine = true;
        while (before >= 0 && char.IsWhiteSpace(text[before]))
        {
            isSameLine &= Array.IndexOf(LineEnds, text[before]) < 0;
            before--;
        }

        return before >= 0 && (text[before] is '+' or '/' || (!isSameLine && HasCommentOrDirective(text, before)));
    }

    private static bool HasCommentOrDirective(string text, int end)
    {
        var start = text.LastIndexOfAny(LineEnds, end) + 1;
        return text.IndexOf('#', start, end - start + 1) >= 0 || text.IndexOf("//", start, end - start + 1, StringComparison.Ordinal) >= 0;
    }
}
