using AiToolPolicy.Engine.Catalog;
using AiToolPolicy.Engine.Findings;
using AiToolPolicy.Engine.Inspection;
using AiToolPolicy.Engine.Judging;
using AiToolPolicy.Engine.Policies;
using AiToolPolicy.Engine.Text;

namespace AiToolPolicy.Engine.Edits;

/// <summary>What may stand in a restricted thing's place: things of the same kind that belong to the tools which the policy names instead.</summary>
public static class Counterparts
{
    /// <summary>Ids, the most likely first; none where the catalog knows none that the policy permits.</summary>
    /// <param name="asOf">The day to judge the counterparts by.</param>
    public static IReadOnlyList<string> Of(Finding finding, LoadedPolicy policy, Day asOf)
    {
        if (finding.UseInstead.Count == 0 || finding.Subject is not { } subject || FileMender.KindIn(finding.Location.Path) is not { } kind)
        {
            return [];
        }

        var role = policy.Catalog.Find(kind, subject.Seen, subject.Version).FirstOrDefault(s => s.Tool?.Id == subject.Tool)?.Role;
        var judge = new Judge(policy.Policy, asOf);
        return
        [
            .. finding.UseInstead
                .SelectMany(tool => Known(policy.Catalog, kind, tool, role))
                .Where(signature => IsFree(judge, signature, finding, subject))
                .Select(signature => signature.Value)
                .Distinct(StringComparer.OrdinalIgnoreCase),
        ];
    }

    // A client stands in for a client and a connector for a connector; a community's client for the vendor's own, if there is no other.
    private static List<Signature> Known(ToolCatalog catalog, SignatureKind kind, string tool, string? role)
    {
        var own = catalog.Signatures
            .Where(s => s.Kind == kind && s.Tool?.Id == tool && s.Match == SignatureMatch.Exact && !s.NeedsSecondSign && s.Confidence == Confidence.High)
            .ToList();
        var same = own.FindAll(s => s.Role == role);
        return same.Count > 0 ? same : own.FindAll(s => s.Role is "client" or "tool" or null);
    }

    private static bool IsFree(Judge judge, Signature signature, Finding finding, FindingSubject subject)
    {
        _ = Words<Surface>.TryParse(subject.Surface, out var surface);
        var verdict = judge.Decide(new Evidence(signature, surface, Strength.Dependency, signature.Value, signature.Value, finding.Location));
        return verdict.Now < PolicyAction.Warn && (verdict.Ahead?.Action ?? PolicyAction.Allow) < PolicyAction.Warn;
    }
}
