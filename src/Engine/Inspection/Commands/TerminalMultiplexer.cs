namespace AiToolPolicy.Engine.Inspection.Commands;

/// <summary>What tmux starts in its panes, or types into them: <c>tmux new-session -d 'acme x'</c>, <c>tmux send-keys -t main "acme x" Enter</c>.</summary>
internal static class TerminalMultiplexer
{
    // Letters of the options that take a value.
    private const string OwnValues = "cfLST";
    private const string KeyValues = "cNt";

    private static readonly Dictionary<string, string> Starting = new(StringComparer.Ordinal)
    {
        ["new-session"] = "cefFnstxy",
        ["new"] = "cefFnstxy",
        ["new-window"] = "ceFnt",
        ["neww"] = "ceFnt",
        ["split-window"] = "ceFlpt",
        ["splitw"] = "ceFlpt",
        ["respawn-pane"] = "cet",
        ["respawnp"] = "cet",
        ["respawn-window"] = "cet",
        ["respawnw"] = "cet",
    };

    private static readonly string[] Typing = ["send-keys", "send"];

    private static readonly string[] Enter = ["Enter", "KPEnter", "C-m"];

    /// <summary>The words of each command; one word alone is a script.</summary>
    public static IEnumerable<List<ShellWord>> Inside(ShellCommand command) =>
        CommandNames.Bare(command.Name.Text) == "tmux" ? Split(command.Arguments).SelectMany(Started) : [];

    // tmux takes several of its own commands at once, with semicolons between them.
    private static IEnumerable<List<ShellWord>> Split(IReadOnlyList<ShellWord> arguments)
    {
        var part = new List<ShellWord>();
        foreach (var argument in arguments)
        {
            if (argument.Text == ";")
            {
                yield return part;
                part = [];
            }
            else
            {
                part.Add(argument);
            }
        }

        yield return part;
    }

    private static IEnumerable<List<ShellWord>> Started(List<ShellWord> words)
    {
        var own = Operands(words, OwnValues);
        var verb = own.Count > 0 ? own[0].Text : "";
        if (Starting.TryGetValue(verb, out var values))
        {
            return Operands(own.GetRange(1, own.Count - 1), values) is { Count: > 0 } started ? [started] : [];
        }

        return Array.IndexOf(Typing, verb) >= 0 ? Typed(Operands(own.GetRange(1, own.Count - 1), KeyValues)) : [];
    }

    // Only what is entered is run.
    private static IEnumerable<List<ShellWord>> Typed(List<ShellWord> keys) =>
        keys.Zip(keys.Skip(1), (text, key) => (Text: text, Key: key)).Where(pair => Array.IndexOf(Enter, pair.Key.Text) >= 0).Select(pair => new List<ShellWord> { pair.Text });

    private static List<ShellWord> Operands(List<ShellWord> words, string values)
    {
        var at = 0;
        for (; at < words.Count && words[at].Text is ['-', _, ..] option; at++)
        {
            // "-ds name" has its value in the next word, "-sname" has it in itself.
            at += option.IndexOfAny([.. values], 1) == option.Length - 1 ? 1 : 0;
        }

        return [.. words.Skip(at)];
    }
}
