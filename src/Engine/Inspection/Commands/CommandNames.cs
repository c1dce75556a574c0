namespace AiToolPolicy.Engine.Inspection.Commands;

/// <summary>Names of commands, and commands that only run another one.</summary>
public static class CommandNames
{
    private static readonly string[] Extensions = [".exe", ".cmd", ".bat", ".ps1"];

    private static readonly string[] InstalledFolders = ["node_modules/.bin/", "/bin/", "Scripts/"];

    // Each with its options that take a value. What follows is run.
    private static readonly Dictionary<string, string[]> Wrappers = new(StringComparer.Ordinal)
    {
        ["sudo"] = ["-u", "--user", "-g", "--group", "-h", "--host", "-p", "--prompt", "-C", "-D", "-r", "-t", "-T", "-R"],
        ["doas"] = ["-u", "-C"],
        ["runuser"] = ["-u", "--user", "-g", "--group", "-G", "--supp-group", "-s", "--shell", "-w", "--whitelist-environment"],
        ["gosu"] = [],
        ["su-exec"] = [],
        ["tini"] = ["-p", "-e"],
        ["dumb-init"] = ["-r", "--rewrite"],
        ["env"] = ["-u", "--unset", "-C", "--chdir"],
        ["command"] = [],
        ["exec"] = ["-a"],
        ["builtin"] = [],
        ["nohup"] = [],
        ["time"] = ["-f", "-o"],
        ["nice"] = ["-n"],
        ["ionice"] = ["-c", "-n"],
        ["setsid"] = [],
        ["stdbuf"] = ["-i", "-o", "-e"],
        ["unbuffer"] = [],
        ["xargs"] = ["-n", "-I", "-P", "-L", "-d", "-a", "-s", "-E"],
        ["timeout"] = ["-s", "--signal", "-k", "--kill-after"],
        ["gtimeout"] = ["-s", "--signal", "-k", "--kill-after"],
        ["watch"] = ["-n", "--interval", "-q", "--equexit"],
        ["caffeinate"] = ["-t", "-w"],
        ["screen"] = ["-S", "-dmS", "-DmS", "-t", "-c", "-Logfile", "-h", "-e", "-p", "-s", "-T"],
        ["retry"] = ["-t", "-d"],
        ["wsl"] = ["-d", "-u", "--distribution", "--user", "--cd"],
        ["winpty"] = [],
        ["start"] = ["/d"],
        ["call"] = [],
        ["dotenvx run"] = ["-f", "--env-file"],
        ["dotenv run"] = ["-f"],
        ["uv run"] = ["--with", "--python", "-p", "--project", "--directory", "--env-file", "--extra", "--group"],
        ["poetry run"] = [],
        ["pipenv run"] = [],
        ["pdm run"] = [],
        ["hatch run"] = [],
        ["rye run"] = [],
        ["pixi run"] = [],
        ["conda run"] = ["-n", "--name", "-p", "--prefix"],
        ["pnpm exec"] = [],
        ["yarn exec"] = [],
        ["yarn run"] = [],
        ["bundle exec"] = [],
        ["mise exec"] = [],
        ["mise x"] = [],
        ["devbox run"] = [],
        ["doppler run"] = ["-p", "-c"],
        ["op run"] = ["--env-file"],
        ["infisical run"] = ["--env"],
        ["cmd"] = [],
        ["Start-Process"] = ["-WorkingDirectory"],
        ["start-process"] = ["-WorkingDirectory"],
    };

    private static readonly string[] Printing = ["echo", "printf", "Write-Host", "Write-Output"];

    // Those whose first word tells who runs the command.
    private static readonly string[] TakesUser = ["gosu", "su-exec"];

    /// <summary>The name without folder and Windows extension; a program of the repository itself (<c>./x</c>, <c>scripts/x</c>) keeps its path.</summary>
    public static string Bare(string command)
    {
        // Configurations of editors and agents write the separator of the machine as a variable.
        var path = command.Replace("${/}", "/").Replace("${pathSeparator}", "/").Replace('\\', '/');
        var slash = path.LastIndexOf('/');
        var isOwn = slash >= 0 && path[0] is not ('/' or '~' or '$' or '%') && path[1] != ':' && !Array.Exists(InstalledFolders, f => path.Contains(f));
        var name = isOwn ? path : path.Substring(slash + 1);
        var extension = Array.Find(Extensions, e => name.EndsWithIgnoringCase(e));
        return extension is null ? name : name.Substring(0, name.Length - extension.Length);
    }

    /// <summary>The index of the argument that is the command which this one runs; null when it runs none of its arguments.</summary>
    /// <param name="start">Where this command's own arguments begin.</param>
    internal static int? RunsNext(string name, IReadOnlyList<string> arguments, int start)
    {
        if (name.StartsWith("python", StringComparison.Ordinal) || name == "py")
        {
            return Module(arguments, start);
        }

        // "command -v x" only asks, and "screen -r x" goes back to what runs already.
        if ((name == "command" && start < arguments.Count && arguments[start] is "-v" or "-V") || (name == "screen" && !arguments.Skip(start).Any(IsDetaching)))
        {
            return null;
        }

        return Wrapped(name, arguments, ref start) is { } values ? FirstCommand(name, arguments, start, values) : null;
    }

    private static bool IsDetaching(string option) => option.StartsWith("-dm", StringComparison.Ordinal) || option.StartsWith("-Dm", StringComparison.Ordinal);

    private static string[]? Wrapped(string name, IReadOnlyList<string> arguments, ref int start)
    {
        if (Wrappers.TryGetValue(name, out var values))
        {
            return values;
        }

        if (start < arguments.Count && Wrappers.TryGetValue($"{name} {arguments[start]}", out values))
        {
            start++;
            return values;
        }

        return null;
    }

    private static int? FirstCommand(string name, IReadOnlyList<string> arguments, int start, string[] valueOptions)
    {
        var hasDuration = name is "timeout" or "gtimeout";
        var hasTitle = name == "start";
        var hasUser = Array.IndexOf(TakesUser, name) >= 0;
        for (var i = start; i < arguments.Count; i++)
        {
            var argument = arguments[i];
            if (valueOptions.Contains(argument))
            {
                i++;
            }
            else if (hasDuration && argument.Length > 0 && (char.IsDigit(argument[0]) || argument[0] == '$'))
            {
                hasDuration = false;
            }
            else if (hasTitle && (argument.Length == 0 || argument.Contains(' ')))
            {
                hasTitle = false;
            }
            else if (hasUser)
            {
                hasUser = false;
            }
            else if (!IsOption(argument) && !IsAssignment(argument) && !IsToolVersion(name, argument))
            {
                return i;
            }
        }

        return null;
    }

    // "mise exec node@20 -- x"
    private static bool IsToolVersion(string name, string argument) => name == "mise" && argument.Contains('@');

    private static int? Module(IReadOnlyList<string> arguments, int start)
    {
        for (var i = start; i + 1 < arguments.Count && arguments[i].StartsWith("-", StringComparison.Ordinal); i++)
        {
            if (arguments[i] == "-m")
            {
                return i + 1;
            }
        }

        return null;
    }

    private static bool IsOption(string argument) =>
        argument.Length > 0 && (argument[0] is '-' or '+' || (argument[0] == '/' && argument.Length <= 3 && !argument.Substring(1).Contains('/')));

    /// <summary>Whether a command only shows its arguments.</summary>
    internal static bool Prints(string name) => Array.Exists(Printing, p => p.EqualsIgnoringCase(name));

    internal static bool IsAssignment(string word)
    {
        var equal = word.IndexOf('=');
        var end = equal > 1 && word[equal - 1] == '+' ? equal - 1 : equal;
        return end > 0 && (char.IsLetter(word[0]) || word[0] == '_') && word.Take(end).All(c => char.IsLetterOrDigit(c) || c == '_');
    }
}
