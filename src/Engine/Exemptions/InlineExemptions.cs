using AiToolPolicy.Engine.Findings;
using AiToolPolicy.Engine.Inspection;
using AiToolPolicy.Engine.Text;

namespace AiToolPolicy.Engine.Exemptions;

/// <summary>Exemptions that stand in the file itself: in its comments, and in MSBuild files also as items and metadata.</summary>
public static class InlineExemptions
{
    /// <summary>False when the text certainly carries none.</summary>
    public static bool MayStandIn(string text) =>
        text.IndexOf(CommentExemptions.Mark, StringComparison.Ordinal) >= 0 || text.IndexOf(ProjectExemptions.Mark, StringComparison.OrdinalIgnoreCase) >= 0;

    /// <param name="findings">Collects what is wrong with how they are written.</param>
    public static IReadOnlyList<ExemptionDocument> Read(SourceFile file, List<Finding> findings)
    {
        var name = file.Path.Substring(file.Path.LastIndexOf('/') + 1);
        var inComments = CommentExemptions.Read(file, name, findings);
        return FileNames.IsMsBuild(name) ? [.. inComments, .. ProjectExemptions.Read(file, name, findings)] : inComments;
    }
}
