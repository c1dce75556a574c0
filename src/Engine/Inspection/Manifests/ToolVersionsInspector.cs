using AiToolPolicy.Engine.Text;

namespace AiToolPolicy.Engine.Inspection.Manifests;

/// <summary>Tools in <c>.tool-versions</c>: a name and its versions on each line.</summary>
public sealed class ToolVersionsInspector : IInspector
{
    private static readonly char[] Blanks = [' ', '\t'];

    public bool Reads(InputFile file) => file.Name == ".tool-versions";

    public void Inspect(InputFile file, InspectionContext context)
    {
        if (context.Text(file) is not { } text)
        {
            return;
        }

        ConflictMarkers.Report(text, context);
        foreach (var line in TextLine.Of(text))
        {
            var words = line.Text.Split('#')[0].Split(Blanks, StringSplitOptions.RemoveEmptyEntries);
            if (words.Length > 0)
            {
                context.AddTool(words[0], words.Length > 1 ? words[1] : null, line.Of(words[0]));
            }
        }
    }
}
