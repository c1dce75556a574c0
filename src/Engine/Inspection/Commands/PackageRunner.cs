using AiToolPolicy.Engine.Catalog;

namespace AiToolPolicy.Engine.Inspection.Commands;

/// <summary>Which packages a command runs or installs: <c>npx -y @x/y@1</c>, <c>uvx --from x y</c>, <c>docker run x</c> …</summary>
public static class PackageRunner
{
    internal const string InstallExtension = "--install-extension";

    private static readonly string[] Assigning = ["--add-reviewer", "--reviewer", "-r", "--add-assignee", "--assignee", "-a"];

    private static readonly ILookup<string, PackageVerb> Verbs = PackageVerb.All.ToLookup(v => v.Command, StringComparer.Ordinal);

    /// <summary>The package; null when the command runs or installs none, or one that only a variable names.</summary>
    /// <param name="command">As written, a path and an extension such as <c>.cmd</c> included.</param>
    public static PackageSpec? Resolve(string command, IReadOnlyList<string> arguments) =>
        ResolveAll(command, arguments) is { Count: > 0 } packages ? packages[0] : null;

    /// <summary>All packages of a command that takes several.</summary>
    public static IReadOnlyList<PackageSpec> ResolveAll(string command, IReadOnlyList<string> arguments)
    {
        var name = CommandNames.Bare(command);
        var skipped = 0;
        // "python -m pip install x", "cmd /c npx x"
        while (CommandNames.RunsNext(name, arguments, skipped) is { } next)
        {
            name = CommandNames.Bare(arguments[next]);
            skipped = next + 1;
        }

        name = IsVersionOfPip(name) ? "pip" : name;
        return [.. Verbs[name].SelectMany(verb => Packages(verb, arguments, skipped)), .. Others(name, arguments, skipped)];
    }

    // pip3.12
    private static bool IsVersionOfPip(string name) => name.StartsWith("pip", StringComparison.Ordinal) && name.Skip(3).All(c => char.IsDigit(c) || c == '.');

    private static List<PackageSpec> Packages(PackageVerb verb, IReadOnlyList<string> arguments, int skipped)
    {
        var found = new List<PackageSpec>();
        var named = false;
        string? version = null;
        for (var i = AfterVerb(verb, arguments, skipped); i >= 0 && i < arguments.Count; i++)
        {
            var argument = arguments[i];
            var (option, value) = Option(argument);
            if (option is null)
            {
                Add(found, verb.Kind, argument, i);
                i = verb.TakesMany || argument == "--" ? i : verb.VersionOptions.Count > 0 ? i : arguments.Count;
            }
            else if (verb.PackageOptions.Contains(option))
            {
                found.Clear();
                named = Add(found, verb.Kind, value ?? At(arguments, i + 1), value is null ? ++i : i);
                i = named && verb.VersionOptions.Count == 0 ? arguments.Count : i;
            }
            else if (verb.VersionOptions.Contains(option))
            {
                version = value ?? At(arguments, ++i);
            }
            else if (value is null && verb.TakesValue(option))
            {
                i++;
            }
        }

        var kept = verb.TakesMany ? found : found.Take(1);
        return [.. kept.Select(p => p with { Version = p.Version ?? version })];
    }

    // Options may stand before a sub-command; -1 when it is another one.
    private static int AfterVerb(PackageVerb verb, IReadOnlyList<string> arguments, int start)
    {
        var word = 1;
        var wasOption = false;
        for (var i = start; i < arguments.Count && word < verb.Path.Count; i++)
        {
            if (verb.ValueOptions.Contains(arguments[i]))
            {
                i++;
            }
            else if (arguments[i] == verb.Path[word])
            {
                word++;
                start = i + 1;
                wasOption = false;
            }
            else if (!wasOption && !arguments[i].StartsWith("-", StringComparison.Ordinal))
            {
                return -1;
            }
            else
            {
                wasOption = arguments[i].StartsWith("-", StringComparison.Ordinal);
            }
        }

        return word == verb.Path.Count ? start : -1;
    }

    private static (string? Option, string? Value) Option(string argument)
    {
        if (argument.Length < 2 || argument[0] != '-' || argument == "--")
        {
            return (null, null);
        }

        var equal = argument.IndexOf('=');
        return equal < 0 ? (argument, null) : (argument.Substring(0, equal), argument.Substring(equal + 1));
    }

    private static bool Add(List<PackageSpec> found, SignatureKind kind, string? argument, int index)
    {
        if (argument is null or "--" || PackageIds.Split(kind, argument) is not var (id, version) || id.Length == 0)
        {
            return false;
        }

        found.Add(new PackageSpec(kind, id, version, index));
        return true;
    }

    private static string? At(IReadOnlyList<string> arguments, int index) => index < arguments.Count ? arguments[index] : null;

    private static IEnumerable<PackageSpec> Others(string name, IReadOnlyList<string> arguments, int skipped)
    {
        for (var i = CommandNames.Prints(name) ? arguments.Count : skipped; i < arguments.Count; i++)
        {
            var (option, value) = Option(arguments[i]);
            if (option == InstallExtension && (value ?? At(arguments, i + 1)) is { } extension)
            {
                var (id, version) = PackageIds.Split(SignatureKind.VscodeExtension, extension) ?? ("", null);
                yield return new PackageSpec(SignatureKind.VscodeExtension, id, version, value is null ? i + 1 : i);
            }
            else if (name == "gh" && i >= skipped + 2 && arguments[skipped] is "extension" or "ext" && arguments[skipped + 1] is "install" or "exec" && option is null)
            {
                yield return new PackageSpec(SignatureKind.Command, "gh " + ExtensionName(arguments[i]), null, i);
                yield break;
            }
            else if (name == "gh" && i >= skipped + 2 && arguments[skipped + 1] is "create" or "edit" && Assigning.Contains(option) && Agent(value ?? At(arguments, i + 1)) is { } agent)
            {
                yield return new PackageSpec(SignatureKind.Command, "gh " + agent, null, value is null ? i + 1 : i);
            }
            else if (name == "dotnet" && i >= skipped + 2 && arguments[skipped] == "add" && arguments[i - 1] == "package" && option is null)
            {
                yield return new PackageSpec(SignatureKind.Nuget, arguments[i], VersionAfter(arguments, i), i);
                yield break;
            }
        }
    }

    // gh gives work to an agent by its name behind an "@", perhaps among people; "@me" is who runs it.
    private static string? Agent(string? people) =>
        people?.Split(',').Select(p => p.Trim()).FirstOrDefault(p => p.StartsWith("@", StringComparison.Ordinal) && p != "@me");

    // "owner/gh-name" is run as "gh name".
    private static string ExtensionName(string repository)
    {
        var name = repository.Substring(repository.LastIndexOf('/') + 1);
        return name.StartsWith("gh-", StringComparison.Ordinal) ? name.Substring("gh-".Length) : name;
    }

    private static string? VersionAfter(IReadOnlyList<string> arguments, int index)
    {
        var option = arguments.Skip(index).TakeWhile(a => a is not ("--version" or "-v")).Count() + index;
        return At(arguments, option + 1);
    }
}
