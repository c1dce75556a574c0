using System.Globalization;
using AiToolPolicy.Engine.Text;

namespace AiToolPolicy.Engine.Exemptions;

/// <summary>Whether a text of an exemption says something to a person who reads it.</summary>
internal static class Wording
{
    // A sentence of twenty characters has more different letters than this; a key that was held down has not.
    private const int FewestLetters = 6;

    // What people write where they have nothing to say.
    private static readonly HashSet<string> Empty = new(StringComparer.OrdinalIgnoreCase)
    {
        "a", "admin", "and", "any", "anybody", "anyone", "approved", "approver", "asdf", "bla", "blah", "bar", "baz", "because", "company", "description",
        "dolor", "dummy", "enter", "everybody", "everyone", "example", "exempt", "exempted", "exemption", "fill", "fix", "fixme", "foo", "here", "in", "ipsum",
        "is", "it", "justification", "justify", "later", "lorem", "me", "n", "na", "name", "needed", "no", "nobody", "none", "null", "ok", "okay", "owner",
        "placeholder", "please", "qwerty", "reason", "reviewed", "sit", "some", "somebody", "someone", "tba", "tbc", "tbd", "team", "temp", "temporary", "test",
        "text", "the", "this", "todo", "undefined", "unknown", "user", "we", "why", "write", "x", "xx", "xxx", "yes", "you", "your",
    };

    private static readonly string[] Unfinished = ["todo", "tbd", "tba", "fixme", "xxx"];

    /// <summary>What is wrong with a text of any field, to continue "'owner' "; null when nothing is.</summary>
    public static string? Fault(string text, int longest)
    {
        if (PlainText.Safe(text, int.MaxValue) != text)
        {
            return "holds characters that a reader does not see, or what a pipeline would obey";
        }

        return text.Length > longest ? $"is longer than {longest} characters" : null;
    }

    /// <summary>What is wrong with the name of a person or a thing.</summary>
    public static string? NameFault(string name)
    {
        var fault = Fault(name, 200);
        return fault is not null ? fault
            : !name.Any(char.IsLetter) || IsPlaceholder(name) ? "names nobody"
            : name.IndexOf('*') >= 0 ? "names nobody: there are no wildcards here"
            : name.Split(default(char[]), StringSplitOptions.RemoveEmptyEntries).Any(IsOfMixedScripts) ? "mixes letters of different scripts that look alike, so that it is not the name it seems to be"
            : null;
    }

    /// <summary>What is wrong with a justification of at least <paramref name="shortest"/> characters.</summary>
    public static string? JustificationFault(string text, int shortest)
    {
        var length = string.Join(" ", text.Split(default(char[]), StringSplitOptions.RemoveEmptyEntries)).Length;
        return Fault(text, 1000) is { } fault ? fault
            : length < shortest ? $"has {length} characters; the policy asks for at least {shortest}"
            : IsPlaceholder(text) || text.Where(char.IsLetter).Select(char.ToUpperInvariant).Distinct().Count() < FewestLetters
                ? "is a placeholder: say why the tool is needed here, and until when"
            : null;
    }

    /// <summary>Whether a text only stands where one is to be written.</summary>
    public static bool IsPlaceholder(string text)
    {
        var trimmed = text.Trim();
        var words = Words(trimmed).ToList();
        return words.TrueForAll(Empty.Contains)
            || Unfinished.Contains(words[0], StringComparer.OrdinalIgnoreCase)
            || (trimmed[0] is '<' or '[' or '{' && trimmed[trimmed.Length - 1] is '>' or ']' or '}');
    }

    private static IEnumerable<string> Words(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            var start = i;
            while (i < text.Length && char.IsLetterOrDigit(text[i]))
            {
                i++;
            }

            if (i > start)
            {
                yield return text.Substring(start, i - start);
            }
        }
    }

    private static bool IsOfMixedScripts(string word) =>
        word.Any(c => c < '\u0250' && char.IsLetter(c)) && word.Any(LooksLatin);

    // Scripts with letters that look like Latin ones, and forms of Latin letters that no keyboard types.
    private static bool LooksLatin(char c) =>
        c is (>= '\u0250' and <= '\u02AF') or (>= '\u0370' and <= '\u058F') or (>= '\u13A0' and <= '\u13FF') or (>= '\u2100' and <= '\u218F') or (>= '\uFF21' and <= '\uFF5A')
        || CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.Surrogate;
}
