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
        var name = CommandNames.Bare(command.Name.Text);
        var arguments = command.Arguments;
        if (name == "kubectl")
        {
            return [.. arguments.SkipWhile(a => a.Text != "--").Skip(1)];
        }

        return Array.IndexOf(Engines, name) >= 0 && AfterVerb(arguments) is { } start ? AfterImage(arguments, start) : [];
    }

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
        const string EntryPoint = "--entrypoint";
        ShellWord? entry = null;
        var image = start;
        for (; image < arguments.Count && IsOption(arguments[image]); image++)
        {
            var option = arguments[image];
            if (option.Text.StartsWith(EntryPoint + "=", StringComparison.Ordinal))
            {
                entry = option with { Text = option.Text.Substring(EntryPoint.Length + 1), IsExact = false };
            }
            else if (option.Text.IndexOf('=') < 0 && TakesValue(option.Text))
            {
                image++;
                entry = option.Text == EntryPoint && image < arguments.Count ? arguments[image] : entry;
            }
        }

        var rest = arguments.Skip(image + 1).ToList();
        return entry is not null ? [entry, .. rest]
            : rest.Count == 0 || !IsOption(rest[0]) ? rest
            // Options for an image whose own command is a shell.
            : [arguments[image] with { Text = "sh", IsExact = false }, .. rest];
    }

    private static bool IsOption(ShellWord word) => word.Text.StartsWith("-", StringComparison.Ordinal);
}
