using AiToolPolicy.Engine.Catalog;
using AiToolPolicy.Engine.Exemptions;
using AiToolPolicy.Engine.Findings;
using AiToolPolicy.Engine.Inspection;
using AiToolPolicy.Engine.Judging;
using AiToolPolicy.Engine.Policies;
using AiToolPolicy.Engine.Text;

namespace AiToolPolicy.Engine;

/// <summary>The door for evidence that a host has found itself, in what only it can read: source code as a compiler understands it.</summary>
public static class EvidenceCheck
{
    /// <param name="exemptions">Those that hold in the phase; null: none.</param>
    /// <returns>Null when the policy has nothing to say of it; what is exempted carries its exemption.</returns>
    public static Finding? Decide(Policy policy, Evidence evidence, PolicyPhase phase, ExemptionSet? exemptions = null) =>
        FindingBuilder.Build(Judge(policy, evidence, phase, exemptions), policy, null);

    /// <summary>The exemptions in a host's files that hold in a phase; what is wrong with them another check reports.</summary>
    /// <param name="files">Files of exemptions, and MSBuild files that may hold some.</param>
    public static ExemptionSet Exemptions(LoadedPolicy policy, IReadOnlyList<SourceFile> files, PolicyPhase phase)
    {
        if (policy.Policy is null || phase.Since is not { } since || files.Count == 0)
        {
            return new ExemptionSet([]);
        }

        var ignored = new List<Finding>();
        var validator = new ExemptionValidator(policy.Policy, policy.Catalog, since, ignored);
        return new ExemptionSet([.. files.SelectMany(file => ReadExemptions(file, ignored)).Select(validator.Validate).OfType<Exemption>()]);
    }

    private static IReadOnlyList<ExemptionDocument> ReadExemptions(SourceFile file, List<Finding> findings) =>
        file.Path.EndsWith(ExemptionFile.Name, StringComparison.Ordinal) ? ExemptionFile.Read(file, findings) : InlineExemptions.Read(file, findings);

    internal static Verdict Judge(Policy policy, Evidence evidence, PolicyPhase phase, ExemptionSet? exemptions)
    {
        var verdict = new Judge(policy, phase.Since ?? Day.First, exemptions).Decide(evidence);
        return phase.Since is null ? WithoutDay(verdict) : verdict;
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
