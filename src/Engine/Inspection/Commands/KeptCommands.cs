using System.Text.RegularExpressions;

namespace AiToolPolicy.Engine.Inspection.Commands;

/// <summary>
/// Commands that a shell script keeps and runs later: <c>RUN="acme -p"</c> and then <c>$RUN x</c>; <c>RUN=(acme -p)</c> and then <c>"${RUN[@]}" x</c>; <c>set -- acme</c> and then <c>exec "$@"</c>.
/// What is put together of pieces is not followed.
/// </summary>
internal static class KeptCommands
{
    private const string AllParameters = "$@";

    private static readonly string[] Declaring = ["export", "declare", "typeset", "local", "readonly"];

    private static readonly Regex Use = new(@"^""?\$(?:\{(?<name>\w+)(?:\[[@*]\])?\}|(?<name>\w+))""?$", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));

    // NAME=value, NAME="value", NAME="${NAME:-value}", NAME=(value …), of which the first line tells what is run
    private static readonly Regex Assignment = new(
        @"^(?<name>\w+)=(?:(?<value>[\w./@:-]+)|'(?<value>[^']*)'|""(?<value>[^""\\`({]*)""|(?<quote>""?)\$\{\w+:?-(?<value>[^""'\\`${}]*)\}\k<quote>)$|^(?<name>\w+)=\(\s*(?<value>[^()\r\n;&|]+)",
        RegexOptions.CultureInvariant,
        TimeSpan.FromSeconds(1));

    /// <summary>Adds to what was found in a script that has been read to its end.</summary>
    public static void Add(ShellScript script)
    {
        var commands = script.Found.ToList();
        AddVariables(commands, script);
        var lastUse = commands.FindLast(c => c.Name.Text == AllParameters)?.Name.Offset ?? 0;
        foreach (var set in commands.Where(c => c.Name.Offset < lastUse && c.Name.Text == "set" && c.Arguments is [{ Text: "--" }, _, ..]))
        {
            ShellCommands.Add([.. set.Arguments.Skip(1)], script);
        }
    }

    private static void AddVariables(List<ShellCommand> commands, ShellScript script)
    {
        var used = new HashSet<string>(commands.Select(c => NameIn(c.Name, script)).OfType<string>(), StringComparer.Ordinal);
        if (used.Count == 0)
        {
            return;
        }

        var declared = commands.Where(c => Array.IndexOf(Declaring, c.Name.Text) >= 0).SelectMany(c => c.Arguments);
        // A value may assign, too.
        foreach (var word in script.Assignments.Concat(declared).ToList())
        {
            if (Assignment.Match(Written(word, script)) is { Success: true } match && used.Contains(match.Groups["name"].Value))
            {
                var value = match.Groups["value"];
                script.Part(word.Offset + value.Index, word.Offset + value.Index + value.Length).Read();
            }
        }
    }

    private static string? NameIn(ShellWord word, ShellScript script) =>
        Use.Match(Written(word, script)) is { Success: true } match ? match.Groups["name"].Value : null;

    private static string Written(ShellWord word, ShellScript script) => script.Text.Substring(word.Offset, word.Length);
}
