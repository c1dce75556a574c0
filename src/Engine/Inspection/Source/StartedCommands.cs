using AiToolPolicy.Engine.Catalog;

namespace AiToolPolicy.Engine.Inspection.Source;

/// <summary>
/// What a program starts, told from the file name and the arguments it hands to the system: the command itself, or what a shell (<c>cmd /c</c>,
/// <c>sh -c</c>) or a package runner (<c>npx</c>, <c>uvx</c>, <c>dotnet tool run</c>) is told to run.
/// </summary>
public sealed class StartedCommands(ToolCatalog catalog)
{
    private const int DeepestShell = 4;

    private static readonly string[] Shells = ["cmd", "sh", "bash", "zsh", "dash", "fish", "pwsh", "powershell"];
    private static readonly string[] Prefixes = ["sudo", "env", "nohup", "time", "exec", "start", "wsl", "call", "command", "stdbuf", "timeout"];
    private static readonly string[] Separators = ["&&", "||", "|", ";", "&"];

    public IReadOnlyList<LiteralSign> Read(string? fileName, string? arguments)
    {
        var found = new List<LiteralSign>();
        var words = string.IsNullOrWhiteSpace(fileName) ? ShellOptions(CommandWords.Split(arguments ?? ""))
            : [.. CommandWords.Program(fileName!), .. CommandWords.Split(arguments ?? "")];
        Read(words, found, 0);
        return found;
    }

    private void Read(IReadOnlyList<string> words, List<LiteralSign> found, int depth)
    {
        var start = 0;
        for (var at = 0; at <= words.Count; at++)
        {
            if (at == words.Count || Separators.Contains(words[at], StringComparer.Ordinal))
            {
                ReadSimple([.. words.Skip(start).Take(at - start).SkipWhile(IsPrefix)], found, depth);
                start = at + 1;
            }
        }
    }

    private void ReadSimple(List<string> words, List<LiteralSign> found, int depth)
    {
        if (words.Count == 0 || depth > DeepestShell)
        {
            return;
        }

        words[0] = CommandWords.NameOf(words[0]);
        if (Shells.Contains(words[0], StringComparer.OrdinalIgnoreCase))
        {
            Read(ShellOptions(words.Skip(1)), found, depth + 1);
        }
        else if (PackageRunners.Find(words) is { } package)
        {
            Add(package.Kind, package.Spec.Id, package.Spec.Version, found);
        }

        _ = (words.Count > 1 && Add(SignatureKind.Command, $"{words[0]} {words[1]}", null, found)) || Add(SignatureKind.Command, words[0], null, found);
    }

    // What follows /c, -c or -Command is a script; as one word, or as all the words that are left.
    private static IReadOnlyList<string> ShellOptions(IEnumerable<string> words)
    {
        var rest = words.SkipWhile(word => word.Length > 0 && word[0] is '-' or '/').ToList();
        return rest.Count == 1 ? CommandWords.Split(rest[0]) : rest;
    }

    private bool Add(SignatureKind kind, string value, string? version, List<LiteralSign> found)
    {
        var known = catalog.Find(kind, value, version).Where(s => s.Tool is not null).ToList();
        found.AddRange(known.Select(signature => new LiteralSign(signature, value, 0)));
        return known.Count > 0;
    }

    // sudo, env, and the assignments that may stand before a command.
    private static bool IsPrefix(string word) =>
        Prefixes.Contains(word, StringComparer.OrdinalIgnoreCase)
        || (word.IndexOf('=') is var equals and > 0 && word.Take(equals).All(c => char.IsLetterOrDigit(c) || c == '_'));
}
