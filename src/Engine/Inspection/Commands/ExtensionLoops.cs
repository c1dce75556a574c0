using System.Text.RegularExpressions;

namespace AiToolPolicy.Engine.Inspection.Commands;

/// <summary>The extensions that a script installs one by one from a list: <c>for e in "${LIST[@]}"; do code --install-extension "$e"; done</c>.</summary>
internal static class ExtensionLoops
{
    private static readonly Regex Variable = Pattern(@"^""?\$\{?(?<name>\w+)(?:\[[@*]\])?\}?""?$");

    /// <summary>Each id with its place in the script. A list that the script only removes or compares with is none.</summary>
    public static IEnumerable<(string Id, int Offset)> In(string script, IReadOnlyList<ShellCommand> commands)
    {
        for (var i = 0; i < commands.Count; i++)
        {
            if (Installed(script, commands[i]) is { } variable && LoopOver(script, variable, commands.Take(i)) is { } loop)
            {
                foreach (var item in loop.SelectMany(word => Items(script, word)))
                {
                    yield return item;
                }
            }
        }
    }

    // The variable that holds what is installed.
    private static string? Installed(string script, ShellCommand command)
    {
        if (CommandNames.Prints(CommandNames.Bare(command.Name.Text)))
        {
            return null;
        }

        var option = command.Arguments.TakeWhile(a => a.Text != PackageRunner.InstallExtension).Count();
        return option + 1 < command.Arguments.Count ? NameOf(script, command.Arguments[option + 1]) : null;
    }

    // What the nearest loop before goes through: "for e in …", and in PowerShell "foreach ($e in …)", of which the brackets are a command of their own.
    private static IEnumerable<ShellWord>? LoopOver(string script, string variable, IEnumerable<ShellCommand> before) =>
        before.Reverse().Select(c => Looped(script, variable, [c.Name, .. c.Arguments])).FirstOrDefault(words => words is not null);

    private static IEnumerable<ShellWord>? Looped(string script, string variable, IReadOnlyList<ShellWord> words)
    {
        var at = words[0].Text == "for" ? 1 : 0;
        var isLoop = words.Count > at + 2 && words[at + 1].Text == "in" && (at == 1 ? words[at].Text : NameOf(script, words[at])) == variable;
        return isLoop ? words.Skip(at + 2) : null;
    }

    private static IEnumerable<(string Id, int Offset)> Items(string script, ShellWord word)
    {
        if (NameOf(script, word) is not { } list)
        {
            return [(word.Text, word.Offset)];
        }

        var lists = Pattern($@"(?<![\w$])\$?{Regex.Escape(list)}\s*\+?=\s*@?\({ExtensionIds.Items}\)").Matches(script);
        return lists.Cast<Match>().SelectMany(m => ExtensionIds.In(m.Groups["items"]));
    }

    private static string? NameOf(string script, ShellWord word) =>
        Variable.Match(script.Substring(word.Offset, word.Length)) is { Success: true } match ? match.Groups["name"].Value : null;

    private static Regex Pattern(string text) => new(text, RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));
}
