using AiToolPolicy.Engine.Catalog;
using AiToolPolicy.Engine.Inspection.Guarding;
using AiToolPolicy.Engine.Text;

namespace AiToolPolicy.Engine.Inspection.Commands;

/// <summary>The AI tools that a script runs, installs or fetches from.</summary>
public static class CommandEvidence
{
    private static readonly string[] Assigning = ["export", "declare", "typeset", "set", "setx"];

    /// <param name="strength">How much it proves that the script is there.</param>
    public static void Find(
        InspectionContext context, PlacedText script, ShellDialect dialect, Surface surface = Surface.Pipeline, Strength strength = Strength.Installed)
    {
        var signs = new ToolSigns(context, surface, strength);
        var documents = new List<ShellDocument>();
        var commands = ShellCommands.Read(script.Text, dialect, documents);
        foreach (var command in commands)
        {
            FindCommand(signs, script, command);
            FindPackages(signs, script, command);
            FindDownloads(signs, script, command);
            FindVariables(signs, script, command);
            FindSwitches(context, script, command);
        }

        foreach (var (id, offset) in ExtensionLoops.In(script.Text, commands))
        {
            signs.Package(SignatureKind.VscodeExtension, script.Part(offset, id.Length));
        }

        foreach (var document in documents)
        {
            signs.Document(script.Part(document.Offset, document.Length), document.Line);
        }
    }

    private static void FindSwitches(InspectionContext context, PlacedText script, ShellCommand command)
    {
        foreach (var (word, what) in BuildSwitches.Read([.. command.Arguments.Select(a => a.Text)]))
        {
            var argument = command.Arguments[word];
            context.Add(new Weakening(what, script.At(argument.Offset, argument.Length)));
        }
    }

    // "gh copilot" is a tool where "gh" is none.
    private static void FindCommand(ToolSigns signs, PlacedText script, ShellCommand command)
    {
        var name = CommandNames.Bare(command.Name.Text);
        var sub = command.Arguments.FirstOrDefault(a => !a.Text.StartsWith("-", StringComparison.Ordinal))?.Text;
        var known = sub is not null && signs.Knows(SignatureKind.Command, $"{name} {sub}") ? $"{name} {sub}" : name;
        signs.Add(SignatureKind.Command, known, null, script.At(command.Name.Offset, command.Name.Length));
    }

    private static void FindPackages(ToolSigns signs, PlacedText script, ShellCommand command)
    {
        foreach (var package in PackageRunner.ResolveAll(command.Name.Text, [.. command.Arguments.Select(a => a.Text)]))
        {
            var argument = command.Arguments[package.Argument];
            signs.Add(package.Kind, package.Id, package.Version, script.At(argument.Offset, argument.Length));
        }
    }

    private static void FindDownloads(ToolSigns signs, PlacedText script, ShellCommand command)
    {
        foreach (var (word, host) in Downloads.Of(command))
        {
            signs.Address(host, script.At(word.Offset, word.Length));
        }
    }

    private static void FindVariables(ToolSigns signs, PlacedText script, ShellCommand command)
    {
        foreach (var word in Assigned(command).Concat(ContainerEngine.Variables(command)))
        {
            var equal = word.Text.IndexOf('=');
            var name = equal < 0 ? word.Text : word.Text.Substring(0, equal);
            signs.Variable(name, script.At(word.Offset, Math.Min(name.Length, word.Length)), equal < 0 ? null : word.Text.Substring(equal + 1));
        }
    }

    // export NAME=value, set NAME=value
    private static IEnumerable<ShellWord> Assigned(ShellCommand command) =>
        Array.IndexOf(Assigning, command.Name.Text) < 0 ? [] : command.Arguments.Where(a => CommandNames.IsAssignment(a.Text));
}
