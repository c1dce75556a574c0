using AiToolPolicy.Engine.Catalog;
using AiToolPolicy.Engine.Text;

namespace AiToolPolicy.Engine.Inspection.Mcp;

/// <summary>Reads what a command line that stands apart in words starts, through shells and package runners.</summary>
public static class LaunchReader
{
    private static readonly string[] Shells = ["cmd", "sh", "bash", "zsh", "env", "sudo", "wsl", "powershell", "pwsh"];

    private static readonly string[] Extensions = [".exe", ".cmd", ".bat", ".ps1"];

    private static readonly (string Command, SignatureKind Kind)[] Runners =
    [
        ("npx", SignatureKind.Npm), ("bunx", SignatureKind.Npm), ("pnpx", SignatureKind.Npm), ("npm exec", SignatureKind.Npm), ("npm x", SignatureKind.Npm),
        ("pnpm dlx", SignatureKind.Npm), ("yarn dlx", SignatureKind.Npm), ("bun x", SignatureKind.Npm),
        ("uvx", SignatureKind.Pypi), ("uv tool run", SignatureKind.Pypi), ("pipx run", SignatureKind.Pypi),
        ("dnx", SignatureKind.Nuget), ("dotnet dnx", SignatureKind.Nuget), ("dotnet tool exec", SignatureKind.Nuget),
    ];

    private static readonly string[] Containers = ["docker run", "podman run", "nerdctl run", "docker container run"];

    // Options whose value is the package itself.
    private static readonly string[] PackageOptions = ["-p", "--package", "--from", "--spec", "--with"];

    private static readonly string[] ValueOptions =
        ["--registry", "--prefix", "--cache", "--userconfig", "-c", "--call", "--python", "--index-url", "--default-index", "--directory", "--source", "--add-source", "--configfile", "--framework", "--verbosity"];

    // Everything else that a container runner takes has a value.
    private static readonly string[] ContainerFlags =
        ["--rm", "--init", "--interactive", "--tty", "--detach", "--privileged", "--read-only", "--no-healthcheck", "--publish-all", "--quiet", "--sig-proxy"];

    public static IEnumerable<Launched> Read(IReadOnlyList<Placed<string>> words)
    {
        var line = Unwrapped(Split(words));
        if (line.Count == 0)
        {
            return [];
        }

        foreach (var (command, kind) in Runners)
        {
            if (After(line, command) is { } arguments)
            {
                return Packages(arguments, kind);
            }
        }

        return Containers.Select(command => After(line, command)).FirstOrDefault(a => a is not null) is { } options
            ? Images(options)
            : [new Launched(SignatureKind.Command, Bare(line[0].Value), null, line[0].Location), .. Installed(line)];
    }

    // "npx -y x" in one string is one command line as well.
    private static List<Placed<string>> Split(IReadOnlyList<Placed<string>> words) =>
        words.Count == 1 && words[0].Value.IndexOf(' ') >= 0 ? Split(words[0]) : [.. words];

    private static List<Placed<string>> Split(Placed<string> word) =>
        [.. word.Value.Split([' '], StringSplitOptions.RemoveEmptyEntries).Select(part => new Placed<string>(part, word.Location))];

    // What a shell or a changer of the environment starts in the end.
    private static List<Placed<string>> Unwrapped(List<Placed<string>> line)
    {
        while (line.Count > 0 && Shells.Contains(Bare(line[0].Value), StringComparer.OrdinalIgnoreCase))
        {
            line = [.. line.Skip(1).SkipWhile(w => w.Value.StartsWith("-", StringComparison.Ordinal) || w.Value.StartsWith("/", StringComparison.Ordinal) && w.Value.Length == 2 || w.Value.IndexOf('=') > 0)];
            line = line.Count == 0 ? line : [.. Split(line[0]), .. line.Skip(1)];
        }

        return line;
    }

    private static List<Placed<string>>? After(List<Placed<string>> line, string command)
    {
        var parts = command.Split(' ');
        var isSame = line.Count >= parts.Length && Bare(line[0].Value) == parts[0] && parts.Skip(1).Select((p, i) => line[i + 1].Value == p).All(same => same);
        return isSame ? [.. line.Skip(parts.Length)] : null;
    }

    private static IEnumerable<Launched> Packages(List<Placed<string>> arguments, SignatureKind kind)
    {
        var isNamed = false;
        for (var i = 0; i < arguments.Count; i++)
        {
            var (option, value) = Option(arguments[i].Value);
            if (option.StartsWith("-", StringComparison.Ordinal) && option.Length > 1)
            {
                var takesNext = value is null && i + 1 < arguments.Count && (PackageOptions.Contains(option) || ValueOptions.Contains(option));
                var package = takesNext ? arguments[++i] : arguments[i] with { Value = value ?? "" };
                if (PackageOptions.Contains(option) && package.Value.Length > 0 && package.Value.IndexOf("://", StringComparison.Ordinal) < 0)
                {
                    isNamed |= option != "--with";
                    yield return Launched.Package(kind, package);
                }
            }
            else
            {
                // A package by its address may hold a secret there; its host is seen all the same.
                if (!isNamed && arguments[i].Value.IndexOf("://", StringComparison.Ordinal) < 0)
                {
                    yield return Launched.Package(kind, arguments[i]);
                }

                yield break;
            }
        }
    }

    private static (string Option, string? Value) Option(string word)
    {
        var equals = word.StartsWith("--", StringComparison.Ordinal) ? word.IndexOf('=') : -1;
        return equals > 0 ? (word.Substring(0, equals), word.Substring(equals + 1)) : (word, null);
    }

    private static IEnumerable<Launched> Images(List<Placed<string>> arguments)
    {
        for (var i = 0; i < arguments.Count; i++)
        {
            var word = arguments[i].Value;
            if (!word.StartsWith("-", StringComparison.Ordinal))
            {
                return [Launched.Image(arguments[i])];
            }

            var isFlag = ContainerFlags.Contains(word) || word.IndexOf('=') > 0 || word.Skip(1).All(c => "itdPq".IndexOf(c) >= 0);
            i += isFlag ? 0 : 1;
        }

        return [];
    }

    // "node ./node_modules/@x/y/index.js" and "python -m x_y": the package is installed already.
    private static IEnumerable<Launched> Installed(List<Placed<string>> line)
    {
        for (var i = 1; i < line.Count; i++)
        {
            var path = line[i].Value.Replace('\\', '/');
            var modules = path.LastIndexOf("node_modules/", StringComparison.Ordinal);
            if (modules >= 0)
            {
                var parts = path.Substring(modules + "node_modules/".Length).Split('/');
                var id = parts[0].StartsWith("@", StringComparison.Ordinal) && parts.Length > 1 ? $"{parts[0]}/{parts[1]}" : parts[0];
                yield return new Launched(SignatureKind.Npm, id, null, line[i].Location);
            }
            else if (line[i - 1].Value == "-m" && Bare(line[0].Value).StartsWith("py", StringComparison.Ordinal))
            {
                yield return new Launched(SignatureKind.Pypi, path.Split('.')[0].Replace('_', '-'), null, line[i].Location);
            }
        }
    }

    private static string Bare(string command)
    {
        var name = command.Substring(command.LastIndexOfAny(['/', '\\']) + 1);
        var extension = Extensions.FirstOrDefault(name.EndsWithIgnoringCase);
        return extension is null ? name : name.Substring(0, name.Length - extension.Length);
    }
}
