using AiToolPolicy.Engine.Catalog;
using AiToolPolicy.Engine.Exemptions;
using AiToolPolicy.Engine.Findings;
using AiToolPolicy.Engine.Inspection;
using AiToolPolicy.Engine.Text;

namespace AiToolPolicy.Engine.Judging;

/// <summary>The exemptions that hold on one day, and what each of them covers. Immutable: several threads may ask.</summary>
public sealed class ExemptionSet
{
    private readonly ILookup<string, Exemption> _single;
    private readonly IReadOnlyList<Exemption> _others;
    private readonly bool _hasDigests;

    public ExemptionSet(IReadOnlyList<Exemption> exemptions)
    {
        All = exemptions;
        _single = exemptions.Where(e => e.Fingerprint is not null).ToLookup(e => e.Fingerprint!, StringComparer.Ordinal);
        _others = [.. exemptions.Where(e => e.Fingerprint is null)];
        _hasDigests = exemptions.Any(e => e.Fingerprint is { } fingerprint && fingerprint.IndexOf('|') < 0);
    }

    public IReadOnlyList<Exemption> All { get; }

    /// <summary>Those that cover what was decided on, by its content and never by its line; the one that holds longest first.</summary>
    public IReadOnlyList<Exemption> Covering(Verdict verdict)
    {
        if (All.Count == 0)
        {
            return [];
        }

        var rule = FindingBuilder.RuleOf(verdict).Id;
        return [.. Named(verdict).Where(exemption => Covers(exemption, verdict.Evidence, rule)).OrderByDescending(exemption => exemption.Expires is null).ThenByDescending(exemption => exemption.Expires ?? Day.First)];
    }

    private IEnumerable<Exemption> Named(Verdict verdict)
    {
        if (_single.Count == 0)
        {
            return _others;
        }

        var fingerprint = FindingBuilder.FingerprintOf(verdict);
        var single = _single[fingerprint].Concat(_hasDigests ? _single[FingerprintDigest.Of(fingerprint)] : []);
        return _others.Concat(single);
    }

    private static bool Covers(Exemption exemption, Evidence evidence, string rule) =>
        (exemption.Tool is null || exemption.Tool == evidence.Tool?.Id)
        && (exemption.Rule is null || exemption.Rule == rule)
        && (exemption.Surface is null || exemption.Surface == evidence.Surface)
        && (exemption.Evidence is null || string.Equals(exemption.Evidence, evidence.Seen, SignatureKinds.Comparison(evidence.Signature.Kind)))
        && exemption.Scope.Reaches(evidence)
        && (exemption.Paths is null || exemption.Paths.Any(path => path.IsMatch(evidence.Location.Path)));
}
