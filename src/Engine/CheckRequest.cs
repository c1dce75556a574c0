using AiToolPolicy.Engine.Exemptions;
using AiToolPolicy.Engine.Inspection;
using AiToolPolicy.Engine.Inspection.Dependencies;
using AiToolPolicy.Engine.Policies;
using AiToolPolicy.Engine.Text;

namespace AiToolPolicy.Engine;

/// <summary>What a host asks the engine to check.</summary>
/// <param name="Policy">The policy as loaded; <see cref="LoadedPolicy.None"/> for an inventory.</param>
/// <param name="Files">The files to inspect.</param>
/// <param name="Today">The UTC day of the host's clock.</param>
public sealed record CheckRequest(LoadedPolicy Policy, IReadOnlyList<InputFile> Files, Day Today)
{
    /// <summary>Folders in which nearer layers hold beside the policy; their files are judged by these.</summary>
    public IReadOnlyList<PolicyArea> Areas { get; init; } = [];

    /// <summary>The day to judge by instead of today: a later one is a preview, an earlier one is itself a finding.</summary>
    public Day? AsOf { get; init; }

    /// <summary>Given by a host without a clock, instead of a day.</summary>
    public PolicyPhase? Phase { get; init; }

    /// <summary>Where direct references of a built project are written.</summary>
    public ReferenceSites Sites { get; init; } = ReferenceSites.None;

    /// <summary>Files to take central package versions and the places of references from; by default <see cref="Files"/>.</summary>
    public IReadOnlyList<InputFile>? CentralVersionFiles { get; init; }

    /// <summary>Inputs that the host could not offer as files, and why: each becomes a finding.</summary>
    public IReadOnlyList<InspectionProblem> NotOffered { get; init; } = [];

    /// <summary>False where another check of the same build reports what is wrong with the policy.</summary>
    public bool ReportPolicyProblems { get; init; } = true;

    /// <summary>Which evidence this check is to report, where another check of the same build reports the rest; null: all.</summary>
    public Func<Evidence, bool>? Reports { get; init; }

    /// <summary>Which weakenings in the files this check is to report, where another check of the same build reports the rest; null: all.</summary>
    public Func<Weakening, bool>? ReportsWeakening { get; init; }

    /// <summary>All files of the repository, to tell which projects are built without the package; null where that is not asked.</summary>
    public IReadOnlyList<InputFile>? RepositoryFiles { get; init; }

    /// <summary>The digest that the policy is expected to have, as somebody outside the repository has pinned it; null or blank: any.</summary>
    public string? ExpectedDigest { get; init; }

    /// <summary>The digest that the catalog which ships with the product is expected to have; null or blank: any.</summary>
    public string? ExpectedCatalogDigest { get; init; }

    /// <summary>What weakens the check by settings that only the host knows.</summary>
    public IReadOnlyList<Weakening> Weakenings { get; init; } = [];

    /// <summary>Inspectors beside those of the engine, whose readers need a library that not every host has.</summary>
    public IReadOnlyList<IInspector> MoreInspectors { get; init; } = [];

    /// <summary>The files of exemptions that reach what is checked.</summary>
    public IReadOnlyList<InputFile> ExemptionFiles { get; init; } = [];

    /// <summary>Exemptions that the host has read in what only it can read.</summary>
    public IReadOnlyList<ExemptionDocument> Exemptions { get; init; } = [];

    /// <summary>How much of the repository <see cref="Files"/> are.</summary>
    public Sight Sight { get; init; } = Sight.Part;

    /// <summary>What NuGet has resolved for the projects, as far as it is at hand; looked at for what an exemption may be about, and not inspected.</summary>
    public IReadOnlyList<InputFile> RestoredGraphs { get; init; } = [];

    /// <summary>What the host has found itself, in what only it can see: resolved references, the machine, its own process.</summary>
    public IReadOnlyList<Evidence> MoreEvidence { get; init; } = [];

    /// <summary>Asked between files.</summary>
    public CancellationToken Cancellation { get; init; }
}
