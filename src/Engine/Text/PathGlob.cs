using System.Text;
using System.Text.RegularExpressions;

namespace AiToolPolicy.Engine.Text;

/// <summary>
/// A pattern over repository-relative paths with forward slashes: <c>**</c> crosses folders (also none), <c>*</c> and <c>?</c> stay within one,
/// everything else is literal. Case counts, as on the file system of a Linux checkout.
/// </summary>
public sealed class PathGlob
{
    private readonly string _pattern;
    private readonly bool _ignoreCase;
    private Regex? _regex;

    public PathGlob(string pattern, bool ignoreCase = false)
    {
        _pattern = pattern.StartsWith("./", StringComparison.Ordinal) ? pattern.Substring(2) : pattern;
        _ignoreCase = ignoreCase;
    }

    public string Pattern => _pattern;

    public bool IsMatch(string path) => (_regex ??= ToRegex(_pattern, _ignoreCase)).IsMatch(path);

    public override string ToString() => _pattern;

    private static Regex ToRegex(string pattern, bool ignoreCase)
    {
        var result = new StringBuilder("^");
        for (var i = 0; i < pattern.Length; i++)
        {
            result.Append(Translate(pattern, ref i));
        }

        // Only literals and simple character loops: such an expression needs no time limit to stay linear in practice, but a limit costs nothing.
        var options = RegexOptions.CultureInvariant | (ignoreCase ? RegexOptions.IgnoreCase : RegexOptions.None);
        return new Regex(result.Append('$').ToString(), options, TimeSpan.FromSeconds(1));
    }

    private static string Translate(string pattern, ref int index)
    {
        if (pattern[index] == '?')
        {
            return "[^/]";
        }

        if (pattern[index] != '*')
        {
            return Regex.Escape(pattern[index].ToString());
        }

        if (index + 1 == pattern.Length || pattern[index + 1] != '*')
        {
            return "[^/]*";
        }

        index++;
        if (index + 1 < pattern.Length && pattern[index + 1] == '/')
        {
            index++;
            return "(?:.*/)?";
        }

        return ".*";
    }
}
