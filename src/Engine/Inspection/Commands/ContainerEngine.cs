namespace AiToolPolicy.Engine.Inspection.Commands;

/// <summary>What a container engine runs inside of a container: <c>docker exec name acme</c>, <c>docker run --entrypoint sh image -c "acme"</c>.</summary>
internal static class ContainerEngine
{
    private static readonly string[] Engines = ["docker", "podman", "nerdctl", "docker-compose", "podman-compose"];

    private static readonly string[] Groups = ["compose", "container"];

    private static readonly string[] Verbs = ["run", "create", "exec"];

    private static readonly string[] Switches =
    [
        "-d", "-i", "-t", "-T", "-it", "-ti", "-dit", "-itd", "-dt", "-td", "--detach", "--interactive", "--tty", "--rm", "--init", "--privileged", "-P", "--publish-all",
        "--read-only", "--no-healthcheck", "-q", "--quiet", "-a", "--all-tags", "--disable-content-trust", "--oom-kill-disable", "--sig-proxy", "--use-api-socket",
        "--build", "--service-ports", "--use-aliases", "--quiet-pull", "--remove-orphans",
    ];

    /// <summary>Whether the next word is this option's value. What is neither a switch nor has its value attached (<c>-p8080:80</c>) takes one.</summary>
    public static bool TakesValue(string option) =>
        Array.IndexOf(Switches, option) < 0 && (option.Length <= 2 || option[1] == '-') && !option.StartsWith("--no-", StringComparison.Ordinal);

    /// <summary>The words of the command that is run inside; none when the image decides that, or when nothing of it is known.</summary>
    public static List<ShellWord> Inside(ShellCommand command)
    {
        var arguments = command.Arguments;
        if (CommandNames.Bare(command.Name.Text) == "kubectl")
        {
            return [.. arguments.SkipWhile(a => a.Text != "--").Skip(1)];
        }

        return OptionsStart(command) is { } start ? AfterImage(arguments, start) : [];
    }

    /// <summary>The variables that a container is given: <c>-e NAME</c>, <c>--env=NAME=value</c>.</summary>
    public static IEnumerable<ShellWord> Variables(ShellCommand command)
    {
        var start = OptionsStart(command) ?? command.Arguments.Count;
        return Options(command.Arguments, ref start).Where(option => option.Name is "-e" or "--env").Select(option => option.Value);
    }

    private static int? OptionsStart(ShellCommand command) =>
        Array.IndexOf(Engines, CommandNames.Bare(command.Name.Text)) >= 0 ? AfterVerb(command.Arguments) : null;

    // An option before the verb may have a value.
    private static int? AfterVerb(IReadOnlyList<ShellWord> arguments)
    {
        var mayBeValue = false;
        for (var i = 0; i < arguments.Count; i++)
        {
            var text = arguments[i].Text;
            if (Array.IndexOf(Verbs, text) >= 0)
            {
                return i + 1;
            }

            var isOption = IsOption(arguments[i]);
            if (!isOption && !mayBeValue && Array.IndexOf(Groups, text) < 0)
            {
                return null;
            }

            mayBeValue = isOption;
        }

        return null;
    }

    private static List<ShellWord> AfterImage(IReadOnlyList<ShellWord> arguments, int start)
    {
        var image = start;
        var entry = Options(arguments, ref image).LastOrDefault(option => option.Name == "--entrypoint").Value;
        var rest = arguments.Skip(image + 1).ToList();
        return entry is not null ? [entry, .. rest]
            : rest.Count == 0 || !IsOption(rest[0]) ? rest
            // Options for an image whose own command is a shell.
            : [arguments[image] with { Text = "sh", IsExact = false }, .. rest];
    }

    // Those with a value; afterwards the index is the image's.
    private static List<(string Name, ShellWord Value)> Options(IReadOnlyList<ShellWord> arguments, ref int at)
    {
        var found = new List<(string, ShellWord)>();
        for (; at < arguments.Count && IsOption(arguments[at]); at++)
        {
            var option = arguments[at];
            if (option.Text.IndexOf('=') is var equal and > 0)
            {
                found.Add((option.Text.Substring(0, equal), Behind(option, equal + 1)));
            }
            else if (TakesValue(option.Text) && ++at < arguments.Count)
            {
                found.Add((option.Text, arguments[at]));
            }
        }

        return found;
    }

    private static ShellWord Behind(ShellWord word, int start) => word.IsExact
        ? word with { Text = word.Text.Substring(start), Offset = word.Offset + start, Length = word.Length - start }
        : word with { Text = word.Text.Substring(start) };

    private static bool IsOption(ShellWord word) => word.Text.StartsWith("-", StringComparison.Ordinal);
}
