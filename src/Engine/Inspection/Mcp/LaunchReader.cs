using System.Text;
using AiToolPolicy.Engine.Catalog;
using AiToolPolicy.Engine.Inspection.Commands;
using AiToolPolicy.Engine.Text;

namespace AiToolPolicy.Engine.Inspection.Mcp;

/// <summary>Reads what a command that stands in separate words starts, through shells, wrappers and package runners.</summary>
internal static class LaunchReader
{
    private const string Modules = "node_modules/";

    public static IEnumerable<Launched> Read(IReadOnlyList<Placed<string>> words)
    {
        var (script, starts) = Script(words);
        foreach (var command in ShellCommands.Read(script, ShellDialect.Posix))
        {
            Location Place(ShellWord word) => words[Math.Max(0, starts.FindLastIndex(start => start <= word.Offset))].Location;

            var arguments = command.Arguments;
            var packages = PackageRunner.ResolveAll(command.Name.Text, [.. arguments.Select(a => a.Text)]);
            foreach (var package in packages)
            {
                yield return new Launched(package.Kind, Normal(package.Kind, package.Id), package.Version, Place(arguments[package.Argument]));
            }

            foreach (var launched in packages.Count > 0 ? [] : Installed(command, script, Place))
            {
                yield return launched;
            }
        }
    }

    // One string with blanks is a command line already; words are quoted to stay what they are.
    private static (string Script, List<int> Starts) Script(IReadOnlyList<Placed<string>> words)
    {
        if (words.Count == 1 && words[0].Value.IndexOf(' ') >= 0)
        {
            return (words[0].Value, [0]);
        }

        var script = new StringBuilder();
        var starts = new List<int>();
        foreach (var word in words)
        {
            starts.Add(script.Length);
            script.Append('\'').Append(word.Value.Replace("'", "'\\''")).Append("' ");
        }

        return (script.ToString(), starts);
    }

    // The program itself; "python -m x_y" and "node node_modules/@x/y/index.js" run a package that is installed already,
    // "node node_modules/.bin/x" a program of one.
    private static IEnumerable<Launched> Installed(ShellCommand command, string script, Func<ShellWord, Location> place)
    {
        var name = CommandNames.Bare(command.Name.Text);
        yield return new Launched(SignatureKind.Command, name, null, place(command.Name));
        if (script.Contains("'-m'"))
        {
            yield return new Launched(SignatureKind.Pypi, Normal(SignatureKind.Pypi, name.Split('.')[0]), null, place(command.Name));
        }

        foreach (var argument in command.Arguments)
        {
            var path = argument.Text.Replace('\\', '/');
            var start = path.LastIndexOf(Modules, StringComparison.Ordinal);
            if (start >= 0)
            {
                yield return OfModule(path.Substring(start + Modules.Length).Split('/'), place(argument));
            }
        }
    }

    private static Launched OfModule(string[] parts, Location place)
    {
        if (parts[0] == ".bin" && parts.Length > 1)
        {
            return new Launched(SignatureKind.Command, CommandNames.Bare(parts[1]), null, place);
        }

        var isScoped = parts[0].StartsWith("@", StringComparison.Ordinal) && parts.Length > 1;
        return new Launched(SignatureKind.Npm, isScoped ? $"{parts[0]}/{parts[1]}" : parts[0], null, place);
    }

    // Python's index knows one name in several spellings.
    private static string Normal(SignatureKind kind, string id) => kind == SignatureKind.Pypi ? id.Replace('_', '-') : id;
}
