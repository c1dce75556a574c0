using AiToolPolicy.Engine.Findings;
using AiToolPolicy.Engine.Text;

namespace AiToolPolicy.Tool.Exemptions;

/// <summary>Says why a file of exemptions is not written.</summary>
internal static class Refusal
{
    /// <returns>The exit code.</returns>
    public static int Tell(Surroundings surroundings, IEnumerable<Finding> mistakes)
    {
        foreach (var mistake in mistakes)
        {
            surroundings.Error.WriteLine(Line(mistake));
        }

        surroundings.Error.WriteLine("Nothing was written.");
        return ExitCode.Unusable;
    }

    public static string Line(Finding finding) =>
        $"{PlainText.Safe(finding.Location.Path, 4096)}({finding.Location.Line},{finding.Location.Column}): {finding.Severity.ToString().ToLowerInvariant()} {finding.Rule.Id}: {finding.Message}";
}
