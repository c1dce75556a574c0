using AiToolPolicy.Engine.Catalog;
using AiToolPolicy.Engine.Findings;
using AiToolPolicy.Engine.Inspection;
using AiToolPolicy.Engine.Judging;
using AiToolPolicy.Engine.Policies;
using AiToolPolicy.Engine.Text;

namespace AiToolPolicy.Engine;

/// <summary>The door for evidence that a host has found itself, in what only it can read: source code as a compiler understands it.</summary>
public static class EvidenceCheck
{
    /// <returns>Null when the policy has nothing to say of it.</returns>
    public static Finding? Decide(Policy policy, Evidence evidence, PolicyPhase phase)
    {
        var verdict = new Judge(policy, phase.Since ?? Day.First).Decide(evidence);
        return FindingBuilder.Build(phase.Since is null ? WithoutDay(verdict) : verdict, policy, null);
    }

    // Whether a restriction is in force cannot be told yet: it is neither hidden nor does it stop anything.
    private static Verdict WithoutDay(Verdict verdict)
    {
        var atLast = verdict.Ahead?.Action ?? verdict.Now;
        return atLast >= PolicyAction.Warn && verdict.Evidence.Signature.Confidence > Confidence.Low
            ? verdict with { Severity = Severity.Warning }
            : verdict;
    }
}
