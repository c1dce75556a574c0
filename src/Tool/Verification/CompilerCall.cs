using System.Text;

namespace AiToolPolicy.Tool.Verification;

/// <summary>A call of the C# or Visual Basic compiler, taken apart.</summary>
internal sealed record CompilerCall(string Compiler, string TaskAssembly, IReadOnlyList<string> Arguments)
{
    public static CompilerCall Parse(string commandLine, string taskAssembly)
    {
        var words = Split(commandLine);
        return new CompilerCall(words.Count == 0 ? "" : LoggedPath.Normal(words[0]), taskAssembly, [.. words.Skip(1)]);
    }

    /// <summary>The values of all switches <c>/name:value</c>, with forward slashes.</summary>
    public IEnumerable<string> Values(string name) => Arguments
        .Where(argument => argument.Length > name.Length + 2 && argument[0] is '/' or '-' && argument[name.Length + 1] == ':' && argument.AsSpan(1, name.Length).Equals(name, StringComparison.OrdinalIgnoreCase))
        .Select(argument => argument[(name.Length + 2)..]);

    public bool Has(string argument) => Arguments.Contains("/" + argument, StringComparer.OrdinalIgnoreCase) || Arguments.Contains("-" + argument, StringComparer.OrdinalIgnoreCase);

    /// <summary>The assemblies that were given as analyzers.</summary>
    public IEnumerable<string> Analyzers => Values("analyzer").Concat(Values("a")).Select(LoggedPath.Normal);

    // Quotes hold blanks together and are no part of the word; a doubled one within is a quote.
    private static List<string> Split(string commandLine)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        var isQuoted = false;
        foreach (var c in commandLine)
        {
            if (c == '"')
            {
                isQuoted = !isQuoted;
            }
            else if (char.IsWhiteSpace(c) && !isQuoted)
            {
                Add(words, word);
            }
            else
            {
                word.Append(c);
            }
        }

        Add(words, word);
        return words;
    }

    private static void Add(List<string> words, StringBuilder word)
    {
        if (word.Length > 0)
        {
            words.Add(word.ToString());
            word.Clear();
        }
    }
}
