using System.Text.RegularExpressions;

namespace AiToolPolicy.Engine.Inspection.Commands;

/// <summary>The extensions that a script installs one by one from a list: <c>for e in "${LIST[@]}"; do code --install-extension "$e"; done</c>.</summary>
/// <remarks>A list that the script only removes or compares with is none.</remarks>
internal sealed class ExtensionLoops
{
    private static readonly Regex Variable = Pattern(@"^""?\$\{?(?<name>\w+)(?:\[[@*]\])?\}?""?$");

    private static readonly Regex List = Pattern(@"(?<![\w$])\$?(?<name>\w+)\s*\+?=\s*@?\(" + ExtensionIds.Items);

    private readonly string _script;
    private readonly Lazy<ILookup<string, Group>> _lists;

    // What the last loop with each variable goes through, until something is installed in it.
    private readonly Dictionary<string, IEnumerable<ShellWord>> _loops = new(StringComparer.Ordinal);

    private readonly HashSet<string> _read = new(StringComparer.Ordinal);

    private ExtensionLoops(string script)
    {
        _script = script;
        _lists = new(() => List.Matches(script).Cast<Match>().ToLookup(m => m.Groups["name"].Value, m => m.Groups["items"], StringComparer.Ordinal));
    }

    /// <summary>Each id with its place in the script.</summary>
    public static IEnumerable<(string Id, int Offset)> In(string script, IEnumerable<ShellCommand> commands)
    {
        var loops = new ExtensionLoops(script);
        return commands.SelectMany(loops.Installed).SelectMany(loops.Items);
    }

    private IEnumerable<ShellWord> Installed(ShellCommand command)
    {
        NoteLoop(command);
        if (InstalledVariable(command) is not { } variable || !_loops.TryGetValue(variable, out var words))
        {
            return [];
        }

        _loops.Remove(variable);
        return words;
    }

    // "for e in …", and in PowerShell "foreach ($e in …)", of which the brackets are a command of their own.
    private void NoteLoop(ShellCommand command)
    {
        var words = command.Arguments;
        if (command.Name.Text == "for" && words.Count > 2 && words[1].Text == "in")
        {
            _loops[words[0].Text] = words.Skip(2);
        }
        else if (words.Count > 1 && words[0].Text == "in" && NameOf(command.Name) is { } variable)
        {
            _loops[variable] = words.Skip(1);
        }
    }

    private string? InstalledVariable(ShellCommand command)
    {
        var option = command.Arguments.TakeWhile(a => a.Text != PackageRunner.InstallExtension).Count();
        return option + 1 < command.Arguments.Count && !CommandNames.Prints(CommandNames.Bare(command.Name.Text)) ? NameOf(command.Arguments[option + 1]) : null;
    }

    private IEnumerable<(string Id, int Offset)> Items(ShellWord word)
    {
        if (NameOf(word) is not { } list)
        {
            return [(word.Text, word.Offset)];
        }

        return _read.Add(list) ? _lists.Value[list].SelectMany(ExtensionIds.In) : [];
    }

    private string? NameOf(ShellWord word) =>
        Variable.Match(_script.Substring(word.Offset, word.Length)) is { Success: true } match ? match.Groups["name"].Value : null;

    private static Regex Pattern(string text) => new(text, RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));
}
