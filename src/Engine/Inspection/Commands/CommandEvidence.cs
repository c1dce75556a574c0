using AiToolPolicy.Engine.Catalog;
using AiToolPolicy.Engine.Text;

namespace AiToolPolicy.Engine.Inspection.Commands;

/// <summary>The AI tools that a script runs or installs.</summary>
public static class CommandEvidence
{
    public static void Find(InspectionContext context, PlacedText script, ShellDialect dialect, Surface surface = Surface.Pipeline)
    {
        foreach (var command in ShellCommands.Read(script.Text, dialect))
        {
            FindCommand(context, script, command, surface);
            FindPackages(context, script, command, surface);
        }
    }

    // "gh copilot" is a tool where "gh" is none.
    private static void FindCommand(InspectionContext context, PlacedText script, ShellCommand command, Surface surface)
    {
        var name = CommandNames.Bare(command.Name.Text);
        var sub = command.Arguments.FirstOrDefault(a => !a.Text.StartsWith("-", StringComparison.Ordinal))?.Text;
        var whole = sub is null ? name : $"{name} {sub}";
        var known = context.Catalog.Knows(SignatureKind.Command, whole) ? whole : name;
        Add(context, SignatureKind.Command, known, null, script.At(command.Name.Offset, command.Name.Length), surface);
    }

    private static void FindPackages(InspectionContext context, PlacedText script, ShellCommand command, Surface surface)
    {
        foreach (var package in PackageRunner.ResolveAll(command.Name.Text, [.. command.Arguments.Select(a => a.Text)]))
        {
            var argument = command.Arguments[package.Argument];
            Add(context, package.Kind, Known(context, package), package.Version, script.At(argument.Offset, argument.Length), surface);
        }
    }

    // A command of a Go module lies in a folder of it; a runner may name a tool by its command.
    private static string Known(InspectionContext context, PackageSpec package)
    {
        var id = package.Id;
        while (package.Kind == SignatureKind.Go && !context.Catalog.Knows(package.Kind, id) && id.LastIndexOf('/') is var slash and > 0)
        {
            id = id.Substring(0, slash);
        }

        return context.Catalog.Knows(package.Kind, id) ? id : package.Id;
    }

    private static void Add(InspectionContext context, SignatureKind kind, string id, string? version, Location location, Surface surface) =>
        context.Find(kind, id, version, signature => new Evidence(signature, surface, Strength.Installed, $"{Noun(kind)} '{PlainText.Safe(id)}'", id, location));

    private static string Noun(SignatureKind kind) => kind switch
    {
        SignatureKind.Command => "Command",
        SignatureKind.Npm => "npm package",
        SignatureKind.Pypi => "Python package",
        SignatureKind.Go => "Go module",
        SignatureKind.Cargo => "Rust crate",
        SignatureKind.Homebrew => "Homebrew package",
        SignatureKind.Winget => "winget package",
        SignatureKind.Nuget => "NuGet package",
        SignatureKind.VscodeExtension => "Extension",
        SignatureKind.DockerImage => "Container image",
        _ => "Package",
    };
}
