using System.Text;

namespace AiToolPolicy.Engine.Inspection.Source;

/// <summary>The words of a command line.</summary>
internal static class CommandWords
{
    private static readonly string[] Extensions = [".exe", ".cmd", ".bat", ".ps1", ".sh", ".com"];

    /// <summary>Split at blanks and shell separators, quotes taken off.</summary>
    public static IReadOnlyList<string> Split(string line)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        var quote = '\0';
        var wasQuoted = false;
        for (var at = 0; at < line.Length; at++)
        {
            var c = line[at];
            if (c == quote || (quote == '\0' && c is '"' or '\''))
            {
                quote = quote == '\0' ? c : '\0';
                wasQuoted = true;
            }
            else if (quote != '\0' || !(char.IsWhiteSpace(c) || c is ';' or '|' or '&'))
            {
                word.Append(c);
            }
            else
            {
                Take(words, word, ref wasQuoted);
                AddSeparator(words, c);
            }
        }

        Take(words, word, ref wasQuoted);
        return words;
    }

    /// <summary>The words of a file name to start: a path may hold blanks, a careless one holds its arguments.</summary>
    public static IReadOnlyList<string> Program(string fileName)
    {
        var trimmed = fileName.Trim().Trim('"');
        return trimmed.IndexOf('/') >= 0 || trimmed.IndexOf('\\') >= 0 ? [trimmed] : Split(trimmed);
    }

    /// <summary>The name of a command without its folder and without the extension that the system adds.</summary>
    public static string NameOf(string word)
    {
        var name = word.Substring(word.LastIndexOfAny(['/', '\\']) + 1);
        var extension = Extensions.FirstOrDefault(name.EndsWithIgnoringCase);
        return extension is null ? name : name.Substring(0, name.Length - extension.Length);
    }

    private static void Take(List<string> words, StringBuilder word, ref bool wasQuoted)
    {
        if (word.Length > 0 || wasQuoted)
        {
            words.Add(word.ToString());
        }

        word.Clear();
        wasQuoted = false;
    }

    private static void AddSeparator(List<string> words, char c)
    {
        if (c is ';' or '|' or '&')
        {
            words.Add(c.ToString());
        }
        else if (c is '\n' or '\r')
        {
            words.Add(";");
        }
    }
}
