using AiToolPolicy.Engine.Findings;

namespace AiToolPolicy.Files.Compiling;

/// <summary>One result of ours in the compiler's log.</summary>
/// <param name="Path">Absolute.</param>
/// <param name="Severity">Of a suppressed one, what it would be.</param>
public sealed record SourceResult(Rule Rule, Severity Severity, string Message, string HelpLink, string Path, int Line, int Column)
{
    /// <summary>True when an attribute or a pragma keeps it quiet.</summary>
    public bool IsSuppressed { get; init; }

    /// <summary>What the suppression says, or null.</summary>
    public string? Fields { get; init; }

    /// <summary>The line of the pragma; 0 for an attribute, whose place the log does not tell.</summary>
    public int PragmaLine { get; init; }

    /// <summary>The record that exempts it, which the analyzer knew of; its suppression, if there is one too, is of no account then.</summary>
    public ExemptionNote? Exemption { get; init; }

    /// <summary>The tool's id.</summary>
    public string? Tool { get; init; }

    public string? Surface { get; init; }

    public string? Seen { get; init; }

    public string? Strength { get; init; }

    /// <summary>False where the policy's rule permits no exemption.</summary>
    public bool IsExemptable { get; init; } = true;
}
