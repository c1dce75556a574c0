using System.Runtime.CompilerServices;
using AiToolPolicy.Engine.Text;

namespace AiToolPolicy.Analyzers;

/// <summary>
/// Interpolated strings of C# whose fixed text means what stands there: of one line, with no escape, no other text and no braces of their own within
/// the holes. Anything beyond that is for the compiler to tell.
/// </summary>
internal static class InterpolatedText
{
    private static readonly char[] Marks = ['"', '\\', '{', '}', .. PlainLiteral.LineEnds];

    // What may bring in another text, a comment or a brace, and names with two colons, of which none begins a format.
    private static readonly char[] BeyondHoles = ['"', '\\', '{', '\'', '/', .. PlainLiteral.LineEnds];

    // Calls that may come to a constant.
    private static readonly string[] ConstantCalls = ["nameof", "checked", "unchecked"];

    /// <param name="at">Of the quotation mark behind the sign that begins it.</param>
    /// <returns>Where the string ends, behind its second mark, if it is plain and nothing in its fixed text is wanted; else -1.</returns>
    [MethodImpl(HotPath.Optimized)]
    public static int EndOfUnwanted(string text, int at, ITextLook look)
    {
        if (at < 1 || text[at - 1] != '$' || (at > 1 && text[at - 2] is '$' or '@' or '"') || (at + 1 < text.Length && text[at + 1] == '"'))
        {
            return -1;
        }

        var mayBeConstant = true;
        for (var start = at + 1; ;)
        {
            var mark = text.IndexOfAny(Marks, start);
            if (mark < 0 || text[mark] is not ('"' or '{') || (mark > start && look.IsLiteralWanted(text.Substring(start, mark - start))))
            {
                return -1;
            }

            if (text[mark] == '"')
            {
                return mayBeConstant && look.IsLiteralWanted(null) ? -1 : mark + 1;
            }

            start = EndOfHole(text, mark + 1, look, ref mayBeConstant);
            if (start < 0)
            {
                return -1;
            }
        }
    }

    // Behind its brace; -1 where the hole is not plain. A value with a format is no constant, and the format is a text as well.
    [MethodImpl(HotPath.Optimized)]
    private static int EndOfHole(string text, int start, ITextLook look, ref bool mayBeConstant)
    {
        var end = text.IndexOf('}', start);
        if (end < 0 || text.IndexOfAny(BeyondHoles, start, end - start) >= 0 || text.IndexOf("::", start, end - start, StringComparison.Ordinal) >= 0)
        {
            return -1;
        }

        var depth = 0;
        for (var at = start; at < end; at++)
        {
            switch (text[at])
            {
                case '(' or '[':
                    depth++;
                    mayBeConstant &= !IsCall(text, start, at);
                    break;
                case ')' or ']':
                    depth--;
                    break;
                case ':' when depth <= 0:
                    mayBeConstant = false;
                    return look.IsLiteralWanted(text.Substring(at + 1, end - at - 1)) ? -1 : end + 1;
            }
        }

        return end + 1;
    }

    private static bool IsCall(string text, int start, int open)
    {
        var name = open;
        while (name > start && (char.IsLetterOrDigit(text[name - 1]) || text[name - 1] == '_'))
        {
            name--;
        }

        return text[open] == '(' && name < open && !Array.Exists(ConstantCalls, call => string.CompareOrdinal(text, name, call, 0, call.Length) == 0 && call.Length == open - name);
    }
}
