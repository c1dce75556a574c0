using AiToolPolicy.Engine.Findings;
using AiToolPolicy.Engine.Inspection;
using AiToolPolicy.Engine.Judging;
using AiToolPolicy.Engine.Policies;
using AiToolPolicy.Engine.Text;

namespace AiToolPolicy.Engine;

/// <summary>The check of one area: what was seen in it, judged by the layers that hold there.</summary>
internal sealed class AreaCheck
{
    private readonly CheckRequest _request;
    private readonly PolicyArea _area;
    private readonly PolicyAreas _areas;

    private AreaCheck(CheckRequest request, PolicyArea area, PolicyAreas areas) => (_request, _area, _areas) = (request, area, areas);

    public List<Finding> Findings { get; } = [];

    public List<Finding> Exempted { get; } = [];

    public Day AsOf { get; private set; }

    /// <summary>Null where the exemptions were not looked at.</summary>
    public ExemptionCheck? Exemptions { get; private set; }

    public IReadOnlyList<ExemptionUse> Uses { get; private set; } = [];

    /// <param name="uncovered">Projects of the whole repository that are built without the check.</param>
    public static AreaCheck Run(CheckRequest request, PolicyArea area, PolicyAreas areas, FileInspection seen, IReadOnlyList<Weakening> uncovered)
    {
        var check = new AreaCheck(request with { Policy = area.Policy }, area, areas);
        check.Run(seen, uncovered);
        return check;
    }

    private LoadedPolicy Loaded => _area.Policy;

    private bool IsHere(Location place) => ReferenceEquals(_areas.Around(place.Path), _area);

    private void Run(FileInspection seen, IReadOnlyList<Weakening> uncovered)
    {
        if (_request.ReportPolicyProblems)
        {
            Findings.AddRange(Loaded.Findings);
        }

        AsOf = DayToJudgeBy();

        // A policy that cannot be read at all is an error already; judging without one would report an inventory beside it.
        if (Loaded.Policy is null && Loaded.Findings.Count > 0)
        {
            return;
        }

        var weakenings = seen.Weakenings.Where(_request.ReportsWeakening ?? (_ => true)).Concat(_request.Weakenings).Concat(uncovered).Distinct().Where(weakening => IsHere(weakening.Location));
        Findings.AddRange(weakenings.Select(weakening => WeakeningJudge.Decide(weakening, Loaded.Policy)).OfType<Finding>());
        Exemptions = ExemptionCheck.Of(_request, AsOf, IsAnsweredHere, Findings);
        var verdicts = Judge(seen.Evidence);
        Uses = Exemptions?.Review(verdicts) ?? [];
        foreach (var finding in verdicts.Select(verdict => FindingBuilder.Build(verdict, Loaded.Policy, _request.Phase is null ? AsOf : null)).OfType<Finding>())
        {
            (finding.Exemption is null ? Findings : Exempted).Add(finding);
        }
    }

    private bool IsAnsweredHere(string path) => _areas.All.Count == 1 || _areas.Answering(path) is not { } answering || ReferenceEquals(answering, _area);

    private IReadOnlyList<Verdict> Judge(IReadOnlyList<Evidence> seen)
    {
        var judge = new Judge(Loaded.Policy, AsOf, Exemptions?.Set);
        return
        [
            .. seen.Where(evidence => IsHere(evidence.Location))
                .Where(_request.Reports ?? (_ => true))
                .Select(evidence => _request is { Phase: { } phase, Policy.Policy: { } policy } ? EvidenceCheck.Judge(policy, evidence, phase, Exemptions?.Set) : judge.Decide(evidence)),
        ];
    }

    // An earlier day than today would bring back what has ended; a locked policy does not go along.
    private Day DayToJudgeBy()
    {
        if (_request.AsOf is not { } asOf || asOf >= _request.Today)
        {
            return _request.AsOf ?? _request.Today;
        }

        var isLocked = IsLocked(_area);
        if (_request.ReportPolicyProblems && (_area == _areas.Root || isLocked != IsLocked(_areas.Root)))
        {
            var place = Loaded.Policy?.Location ?? Location.StartOf(PolicyFile.Name);
            var consequence = isLocked ? $"the policy is locked, so {_request.Today} is used" : "restrictions that began since then are not seen";
            Findings.Add(new Finding(
                Rules.CheckWeakened,
                isLocked ? Severity.Error : Severity.Warning,
                $"The as-of date {asOf} lies before today ({_request.Today}): {consequence}.",
                place));
        }

        return isLocked ? _request.Today : asOf;
    }

    private static bool IsLocked(PolicyArea area) => area.Policy.Policy?.Locked ?? false;
}
