using AiToolPolicy.Engine.Text;

namespace AiToolPolicy.Engine.Inspection.Manifests;

/// <summary>PyPI packages that a <c>setup.py</c> writes out as strings. It is a program; what it computes is not read.</summary>
public sealed class SetupScriptInspector : IInspector
{
    private static readonly string[] Keywords = ["install_requires", "extras_require", "setup_requires", "tests_require"];

    public bool Reads(InputFile file) => file.Name == "setup.py";

    public void Inspect(InputFile file, InspectionContext context)
    {
        if (context.Text(file) is not { } text)
        {
            return;
        }

        ConflictMarkers.Report(text, context);
        var arguments = new PythonArguments(new PythonReader(text.Text).Read());
        foreach (var keyword in Keywords)
        {
            foreach (var literal in arguments.StringsOf(keyword))
            {
                AddLines(text, literal, keyword, context);
            }
        }
    }

    // One string may hold several requirements, a line each.
    private static void AddLines(SourceFile file, PythonToken literal, string keyword, InspectionContext context)
    {
        var start = literal.Offset;
        foreach (var line in literal.Text.Split('\n'))
        {
            context.AddRequirement(new TextLine(file, start, line), keyword);
            start += line.Length + 1;
        }
    }
}
