using AiToolPolicy.Engine.Catalog;
using AiToolPolicy.Engine.Inspection.Commands;
using AiToolPolicy.Engine.Inspection.Dependencies;
using AiToolPolicy.Engine.Text;

namespace AiToolPolicy.Engine.Inspection.Source;

/// <summary>
/// What a program starts, told from the file name and the arguments it hands to the system: the command itself, or what a shell (<c>cmd /c</c>,
/// <c>sh -c</c>) or a package runner (<c>npx</c>, <c>uvx</c>, <c>dotnet tool run</c>) is told to run. Read as a line of a script would be.
/// </summary>
public sealed class StartedCommands(ToolCatalog catalog)
{
    private static readonly char[] Separators = ['/', '\\', '\''];

    /// <param name="fileName">Null where only the arguments are known.</param>
    public IReadOnlyList<LiteralSign> Read(string? fileName, string? arguments)
    {
        var line = Line(fileName?.Trim() ?? "", arguments?.Trim() ?? "");
        if (line.Length == 0)
        {
            return [];
        }

        var context = new InspectionContext(catalog, ReferenceSites.None, new CentralVersions([]));
        CommandEvidence.Find(context, PlacedText.Of(new SourceFile("", line)), ShellDialect.Posix, Surface.Source, Strength.Configured);
        return
        [
            .. context.Evidence.Concat(context.Waiting)
                .Where(evidence => evidence.Tool is not null && evidence.Signature.Kind != SignatureKind.Env)
                .Select(evidence => new LiteralSign(evidence.Signature, evidence.Seen, 0)),
        ];
    }

    // A path may hold blanks; a careless file name holds its arguments. Arguments alone tell their shell by the option that hands it a script.
    private static string Line(string fileName, string arguments) => fileName.Length == 0
        ? arguments.Length == 0 ? "" : arguments[0] == '/' ? $"cmd {arguments}" : arguments[0] == '-' ? $"sh {arguments}" : ""
        : fileName.IndexOfAny(Separators) < 0 ? $"{fileName} {arguments}"
        : $"'{fileName.Trim('"').Replace("'", "")}' {arguments}";
}
