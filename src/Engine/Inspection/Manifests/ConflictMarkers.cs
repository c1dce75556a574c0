using AiToolPolicy.Engine.Text;

namespace AiToolPolicy.Engine.Inspection.Manifests;

/// <summary>The marks that an unfinished merge leaves in a file: its tools refuse it, and either side may be what is meant.</summary>
internal static class ConflictMarkers
{
    public static void Report(SourceFile file, InspectionContext context)
    {
        if (file.Text.IndexOf("<<<<<<< ", StringComparison.Ordinal) < 0)
        {
            return;
        }

        if (TextLine.Of(file).FirstOrDefault(l => l.Text.StartsWith("<<<<<<< ", StringComparison.Ordinal)) is { } line)
        {
            context.AddProblem("a merge conflict is not resolved; what stands on both sides was inspected.", line.At(0, line.Text.Length));
        }
    }
}
