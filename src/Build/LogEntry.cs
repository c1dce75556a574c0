using AiToolPolicy.Engine.Findings;

namespace AiToolPolicy.Build;

/// <summary>One finding as it goes into the build log.</summary>
/// <param name="File">Absolute, so that every logger and editor finds it.</param>
public sealed record LogEntry(Severity Severity, string Code, string Message, string HelpLink, string File, int Line, int Column, int EndLine, int EndColumn)
{
    /// <param name="root">The repository's root folder, to which the finding's path is relative.</param>
    public static LogEntry Of(Finding finding, string root)
    {
        var place = finding.Location;
        var file = Path.GetFullPath(Path.Combine(root, place.Path.Replace('/', Path.DirectorySeparatorChar)));
        return new LogEntry(
            finding.Severity,
            finding.Rule.Id,
            finding.Message,
            finding.HelpLink,
            file,
            place.Line,
            place.Column,
            place.EndLine,
            place.EndColumn);
    }
}
