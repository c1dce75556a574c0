namespace AiToolPolicy.Engine.Findings;

/// <summary>How loud a finding is. A notice never fails anything; an error stops the build.</summary>
public enum Severity
{
    Notice,
    Warning,
    Error,
}
