using AiToolPolicy.Engine.Findings;

namespace AiToolPolicy.Build;

/// <summary>
/// The project's own wishes about warnings. They can raise one to an error; what lowers or hides one (NoWarn) does not reach a policy's findings.
/// </summary>
internal sealed class WarningLevels(bool treatWarningsAsErrors, string? warningsAsErrors, string? warningsNotAsErrors)
{
    private readonly HashSet<string> _raised = Codes(warningsAsErrors);
    private readonly HashSet<string> _kept = Codes(warningsNotAsErrors);

    /// <summary>The wishes of the task's project.</summary>
    public static WarningLevels Of(ProjectTask task) =>
        new(string.Equals(task.TreatWarningsAsErrors, "true", StringComparison.OrdinalIgnoreCase), task.WarningsAsErrors, task.WarningsNotAsErrors);

    public Finding Apply(Finding finding) =>
        finding.Severity == Severity.Warning && IsError(finding.Rule.Id) ? finding with { Severity = Severity.Error } : finding;

    private bool IsError(string id) => _raised.Contains(id) || (treatWarningsAsErrors && !_kept.Contains(id));

    private static HashSet<string> Codes(string? list) =>
        new((list ?? "").Split([';', ',', ' ', '\n', '\r', '\t'], StringSplitOptions.RemoveEmptyEntries), StringComparer.OrdinalIgnoreCase);
}
