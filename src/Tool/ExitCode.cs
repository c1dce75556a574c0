using AiToolPolicy.Engine;
using AiToolPolicy.Engine.Findings;

namespace AiToolPolicy.Tool;

/// <summary>What the process says to a script.</summary>
internal static class ExitCode
{
    /// <summary>No finding of error severity.</summary>
    public const int Clean = 0;

    /// <summary>At least one finding of error severity.</summary>
    public const int Violation = 1;

    /// <summary>The command line or the policy file is wrong.</summary>
    public const int Unusable = 2;

    /// <summary>The check could not be completed, by a fault of its own or, where that was asked for, for any reason.</summary>
    public const int Incomplete = 3;

    public const int Cancelled = 130;

    /// <summary>A policy that is wrong comes first: what it would have said of the rest is not known.</summary>
    /// <param name="mustBeComplete">True when anything that was not examined, and any policy that was not the one it should have been, has its own code.</param>
    public static int Of(CheckResult result, bool mustBeComplete = false)
    {
        if (mustBeComplete && result.Findings.Any(finding => finding.Rule == Rules.PolicyMissing || finding.Rule == Rules.InputNotInspected || finding.Rule == Rules.CheckFailed))
        {
            return Incomplete;
        }

        var errors = result.Findings.Where(finding => finding.Severity == Severity.Error).ToList();
        return errors.Exists(finding => finding.Rule == Rules.PolicyInvalid || finding.Rule == Rules.PolicyMissing) ? Unusable
            : errors.Count > 0 ? Violation
            : Clean;
    }
}
