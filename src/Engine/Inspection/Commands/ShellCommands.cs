namespace AiToolPolicy.Engine.Inspection.Commands;

/// <summary>
/// Reads scripts well enough to tell what they run: the simple commands, behind wrappers such as <c>sudo</c>, in substitutions and in scripts
/// handed to a shell or to a container; never what is only quoted, echoed, or said in a comment.
/// </summary>
public static class ShellCommands
{
    private const int MaxDepth = 32;

    private static readonly string[] Shells = ["bash", "sh", "zsh", "dash", "ash", "ksh", "su", "pwsh", "powershell", "cmd", "eval", "Invoke-Expression", "iex"];

    public static IReadOnlyList<ShellCommand> Read(string script, ShellDialect dialect) => Read(script, dialect, []);

    /// <param name="documents">Takes the here-documents that no shell is fed.</param>
    public static IReadOnlyList<ShellCommand> Read(string script, ShellDialect dialect, List<ShellDocument> documents)
    {
        var found = new List<ShellCommand>();
        var whole = new ShellScript(script, 0, script.Length, dialect, found, 0) { Documents = documents };
        whole.Read();
        if (dialect == ShellDialect.Posix)
        {
            KeptCommands.Add(whole);
        }

        return found;
    }

    internal static bool IsShell(string name) => Array.IndexOf(Shells, CommandNames.Bare(name)) >= 0;

    /// <summary>One simple command as it was written, its words in order.</summary>
    internal static void Add(List<ShellWord> words, ShellScript script)
    {
        var name = 0;
        var texts = words.ConvertAll(w => w.Text);
        while (CommandNames.RunsNext(CommandNames.Bare(texts[name]), texts, name + 1) is { } next)
        {
            name = next;
        }

        var command = new ShellCommand(words[name], words.GetRange(name + 1, words.Count - name - 1));
        if (Inner(command, name > 0) is var (inner, dialect) && script.Depth < MaxDepth)
        {
            AddInner(inner, dialect, script);
        }
        else
        {
            script.Found.Add(command);
            AddInContainer(ContainerEngine.Inside(command), script);
            AddInTerminals(command, script);
        }
    }

    private static void AddInContainer(List<ShellWord> words, ShellScript script)
    {
        if (words.Count > 0 && script.Depth < MaxDepth)
        {
            Add(words, script.Part(script.Start, script.End));
        }
    }

    private static void AddInTerminals(ShellCommand command, ShellScript script)
    {
        foreach (var words in script.Depth < MaxDepth ? TerminalMultiplexer.Inside(command) : [])
        {
            if (words.Count == 1)
            {
                AddInner(words[0], ShellDialect.Posix, script);
            }
            else
            {
                Add(words, script.Part(script.Start, script.End));
            }
        }
    }

    private static void AddInner(ShellWord word, ShellDialect dialect, ShellScript script)
    {
        if (word.IsExact)
        {
            new ShellScript(script.Text, word.Offset, word.Offset + word.Length, dialect, script.Found, script.Depth + 1) { Documents = script.Documents, Assignments = script.Assignments }.Read();
            return;
        }

        // Escapes lie between: the commands are known, their places only roughly.
        var found = new List<ShellCommand>();
        new ShellScript(word.Text, 0, word.Text.Length, dialect, found, script.Depth + 1).Read();
        script.Found.AddRange(found.Select(c => new ShellCommand(At(c.Name, word), [.. c.Arguments.Select(a => At(a, word))])));
    }

    private static ShellWord At(ShellWord inner, ShellWord outer) => inner with { Offset = outer.Offset, Length = outer.Length, IsExact = false };

    // The script that a shell is handed as an argument: bash -c "…", pwsh -Command "…", cmd /c "…", eval "…".
    private static (ShellWord Script, ShellDialect Dialect)? Inner(ShellCommand command, bool isWrapped)
    {
        var name = CommandNames.Bare(command.Name.Text);
        if (isWrapped && command.Name.IsQuoted && command.Name.Text.Contains(' '))
        {
            return (command.Name, ShellDialect.Batch);
        }

        if (!IsShell(name))
        {
            return null;
        }

        var dialect = name is "pwsh" or "powershell" or "iex" or "Invoke-Expression" ? ShellDialect.PowerShell : ShellDialect.Posix;
        var option = name is "eval" or "iex" or "Invoke-Expression" ? -1 : IndexOfScriptOption(command.Arguments, dialect);
        var isGiven = option is >= 0 or -1 && option + 1 < command.Arguments.Count;
        return isGiven ? (command.Arguments[option + 1], dialect) : null;
    }

    // -2: there is none.
    private static int IndexOfScriptOption(IReadOnlyList<ShellWord> arguments, ShellDialect dialect)
    {
        for (var i = 0; i < arguments.Count; i++)
        {
            var text = arguments[i].Text;
            if (dialect == ShellDialect.PowerShell
                ? text.EqualsIgnoringCase("-Command") || text.EqualsIgnoringCase("-c")
                : text.Length > 1 && text[0] == '-' && text[1] != '-' && text[text.Length - 1] == 'c')
            {
                return i;
            }
        }

        return -2;
    }
}
