using AiToolPolicy.Engine.Inspection.Commands;
using AiToolPolicy.Engine.Text;

namespace AiToolPolicy.Engine.Inspection.Pipelines;

/// <summary>Scripts of shells, PowerShell and cmd, by their extension or, without one, by their first line.</summary>
public sealed class ScriptInspector : IInspector
{
    public bool Reads(InputFile file) => ScriptFiles.DialectOf(file.Name) is not null || MayHaveShebang(file.Name);

    public void Inspect(InputFile file, InspectionContext context)
    {
        // A file without an extension may be anything; that it is no text is no problem.
        if (ScriptFiles.DialectOf(file.Name) is null && ScriptFiles.DialectOfShebang(file.Read().Text ?? "") is null)
        {
            return;
        }

        if (context.Text(file) is { } text)
        {
            var dialect = ScriptFiles.DialectOfShebang(text.Text) ?? ScriptFiles.DialectOf(file.Name) ?? ShellDialect.Posix;
            new ToolSigns(context).Script(PlacedText.Of(text), dialect);
        }
    }

    private static bool MayHaveShebang(string name) => name.IndexOf('.') < 0;
}
