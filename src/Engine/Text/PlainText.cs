using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace AiToolPolicy.Engine.Text;

/// <summary>Makes text that came from a repository or a feed safe to print on a terminal or in a pipeline's log.</summary>
public static class PlainText
{
    private static readonly Regex Commands =
        new(@"##(?=(vso)?\[)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, TimeSpan.FromSeconds(1));

    /// <summary>
    /// Control, bidirectional and other invisible characters become <c>\u{XXXX}</c>; the beginnings of pipeline commands
    /// (<c>##vso[</c>, <c>##[</c> anywhere, <c>::</c> at the start, also after blanks) are broken with a space; anything over <paramref name="longest"/> is cut.
    /// </summary>
    public static string Safe(string text, int longest = 300)
    {
        if (text.Length <= longest && IsSafe(text))
        {
            return text;
        }

        var cut = text.Length > longest;
        var result = new StringBuilder(Math.Min(text.Length, longest));
        for (var i = 0; i < text.Length && i < longest; i++)
        {
            Append(result, text, ref i);
        }

        var safe = Commands.Replace(result.Append(cut ? "…" : "").ToString(), "# #");
        var start = safe.Length - safe.TrimStart().Length;
        return string.CompareOrdinal(safe, start, "::", 0, 2) == 0 ? safe.Insert(start + 1, " ") : safe;
    }

    // Nearly every text is, and is left as it stands.
    private static bool IsSafe(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (IsHidden(text[i]) || (text[i] is '#' or ':' && i > 0 && text[i - 1] == text[i]))
            {
                return false;
            }
        }

        return true;
    }

    private static void Append(StringBuilder result, string text, ref int index)
    {
        if (char.IsHighSurrogate(text[index]) && index + 1 < text.Length && char.IsLowSurrogate(text[index + 1]))
        {
            var code = char.ConvertToUtf32(text[index], text[++index]);
            _ = code is >= 0xE0000 and <= 0xE0FFF or >= 0x1BCA0 and <= 0x1BCA3 or >= 0x1D173 and <= 0x1D17A
                ? AppendEscaped(result, code)
                : result.Append(text, index - 1, 2);
            return;
        }

        _ = IsHidden(text[index]) ? AppendEscaped(result, text[index]) : result.Append(text[index]);
    }

    private static StringBuilder AppendEscaped(StringBuilder result, int code) =>
        result.Append("\\u{").Append(code.ToString("X4", CultureInfo.InvariantCulture)).Append('}');

    // Default_Ignorable_Code_Point of the Unicode character database (basic plane), controls, line separators and lone surrogates.
    private static bool IsHidden(char c) =>
        char.IsControl(c) || char.IsSurrogate(c) || c is '\u00AD' or '\u034F' or '\u061C' or '\u115F' or '\u1160' or '\u17B4' or '\u17B5'
            or (>= '\u180B' and <= '\u180F') or (>= '\u200B' and <= '\u200F') or (>= '\u2028' and <= '\u202E')
            or (>= '\u2060' and <= '\u206F') or '\u3164' or (>= '\uFE00' and <= '\uFE0F') or '\uFEFF' or '\uFFA0' or (>= '\uFFF0' and <= '\uFFFB');
}
