using AiToolPolicy.Engine;
using AiToolPolicy.Engine.Catalog;
using AiToolPolicy.Engine.Exemptions;
using AiToolPolicy.Engine.Findings;
using AiToolPolicy.Engine.Inspection;
using AiToolPolicy.Engine.Inspection.Dependencies;
using AiToolPolicy.Engine.Judging;
using AiToolPolicy.Engine.Policies;
using AiToolPolicy.Engine.Text;
using AiToolPolicy.Files;

namespace AiToolPolicy.Build;

/// <summary>The check of one project, up to what is to be reported.</summary>
internal sealed class ProjectCheck
{
    private readonly CheckProject _task;
    private readonly ProjectInputs _inputs;
    private readonly PolicyCache _policy;
    private readonly BuildNote _note;
    private bool? _reportsPolicy;

    private ProjectCheck(CheckProject task)
    {
        _task = task;
        _inputs = ProjectInputs.Of(task);
        _policy = PolicyCache.For(task.BuildEngine4, _inputs);
        _note = new BuildNote(task.NoteFile);
    }

    public static ProjectCheck Of(CheckProject task) => new(task);

    /// <summary>False when the check is switched off and the policy lets it be.</summary>
    public bool IsWanted => _policy.IsWanted(_task.Enabled);

    /// <inheritdoc cref="CheckProject.PolicyState"/>
    public string PolicyState => _policy.State;

    /// <summary>What an earlier build has found, if nothing has changed that could change it; then its record is in the log. Else null.</summary>
    public ProjectResult? Recall()
    {
        if (!MayBeRemembered || _note.Read() is not { } known)
        {
            return null;
        }

        var state = ProjectState.Of(_task, _inputs, _policy);
        var result = known.StartsWith(state, StringComparison.Ordinal) ? ProjectResult.Read(known.Substring(state.Length)) : null;
        if (result is not null)
        {
            Proof.LogAgain(_task);
        }

        return result;
    }

    /// <summary>Takes away what an earlier build has reported of source code: where that stops the compiler now, nobody would.</summary>
    public void ForgetSource() =>
        ReportPaths.WriteSource(_task.Report, _inputs.Root, RepositoryPath.Relative(_inputs.Root, _task.ProjectFile), _task.Framework, null);

    private bool IsSwitchedOff => PolicyCache.IsSwitchedOff(_task.Enabled);

    public RepositoryRequest RepositoryRequest(bool warningsAreErrors) =>
        new(_inputs.Root, _inputs.Named ?? "", _task.AsOf ?? "", _task.Exclude ?? "", ReportPaths.Repository(_task.Report, _inputs.Root), _task.PolicyDigest ?? "", warningsAreErrors)
        {
            ChecksMachine = string.Equals(_task.CheckMachine, "true", StringComparison.OrdinalIgnoreCase),
            Layers = _inputs.Layers,
            Cache = _inputs.Cache,
            CatalogDigest = _task.CatalogDigest ?? "",
        };

    public ProjectResult Run()
    {
        var own = _inputs.Own();
        var proof = new Proof(_task, _inputs, _policy);
        var settings = ProjectSettings.Of(_task, _inputs);
        if (!NeedsPolicy() && !settings.Any && _policy.InPlaceOf is null && !PolicyCheck.SeesAnything(own, CompiledCatalog.Embedded))
        {
            proof.OfNothing(own);
            return Remembered(ProjectResult.Nothing);
        }

        var policy = Ours(_policy.Load());
        var sites = new ReferenceSites(_inputs.ReferenceFiles());
        var paths = new HashSet<string>(own.Select(file => file.Path), StringComparer.Ordinal);

        // What keeps a project's check from running cannot be said by it: the repository's check says it of all.
        var project = RepositoryPath.Relative(_inputs.Root, _task.ProjectFile);
        var result = PolicyCheck.Run(new CheckRequest(policy, own, BuildDates.Today)
        {
            AsOf = BuildDates.Parse(_task.AsOf),
            Sites = sites,
            CentralVersionFiles = _inputs.ReferenceFiles(),
            ExemptionFiles = ExemptionLocator.Reaching(_inputs.ProjectFolder, _inputs.Root, _policy.Path),
            ReportPolicyProblems = ReportsPolicy(),
            Weakenings = settings.Any ? settings.Weakenings() : [],
            Reports = evidence => IsOurs(evidence, paths, sites) || IsStricterHere(evidence),
            ReportsWeakening = weakening => !weakening.Silences || weakening.Location.Path != project,
        });

        var levels = WarningLevels.Of(_task);
        var findings = result.Findings.Concat(SwitchedOff(policy.Policy)).Concat(Redirected(policy)).Select(levels.Apply).ToList();
        ReportPaths.WriteProject(_task.Report, _inputs.Root, project, result with { Findings = findings });
        proof.Of(own, findings, result.Exempted.Count);
        return Remembered(ProjectResult.Of([.. findings, .. result.Exempted.Select(finding => finding.AsNotice())], paths, _inputs.Root, policy.Policy is null));
    }

    /// <summary>What stops the restore; nothing where nothing does.</summary>
    public IEnumerable<HelperRequest> RunBeforeRestore() => new RestoreCheck(_task, _inputs, _policy).Run();

    /// <summary>What to say of a check that is not made, once per build.</summary>
    public IEnumerable<HelperRequest> NotMade() =>
        _policy.Load().Policy is { } policy && WeakeningJudge.Decide(new Weakening("AiToolPolicyEnabled is false, so that this build is not checked", policy.Location), policy) is { } finding
            ? [new HelperRequest(null, [LogEntry.Of(finding, _inputs.Root)])]
            : [];

    /// <summary>Tells the analyzer what it cannot know.</summary>
    public void WriteResolved()
    {
        if (string.IsNullOrWhiteSpace(_task.ResolvedFile))
        {
            return;
        }

        List<SourceFile> exemptions =
            [.. _inputs.Exemptions(_policy.Path).Select(file => new SourceFile(file.Path, file.Read().Text ?? "")).Where(file => ExemptionFile.MayConcernSource(file.Text))];
        if (_policy.Phase(BuildDates.Today, BuildDates.Parse(_task.AsOf), exemptions) is { } phase)
        {
            ResolvedPolicy.Write(_task.ResolvedFile!, phase, _inputs.Root, _policy.Layers, exemptions);
        }
    }

    // What is out of the ordinary is looked at in every build.
    private bool MayBeRemembered =>
        !IsSwitchedOff && _inputs.Named is null && string.IsNullOrWhiteSpace(_task.Report) && string.IsNullOrWhiteSpace(_task.RepositoryRoot)
        && !_policy.MayDefineTools && _policy.State.Length > 0 && !IsNested(_policy.Path) && !_inputs.Imports().Any(HasOtherPolicy);

    private bool IsNested(string? policy) => policy is not null && policy.LastIndexOfAny(['/', '\\']) > _inputs.Root.Length;

    // A file that the project lies beside or below has none that the project has not.
    private bool HasOtherPolicy(string import) => Path.GetDirectoryName(import) is { } folder && !ProjectPlace.IsBelow(_task.ProjectFile, folder)
        && PolicyLocator.Nearest(folder) != _policy.Nearest;

    // A failed build is repeated in order to see whether it still fails.
    private ProjectResult Remembered(ProjectResult result)
    {
        if (!result.HasErrors && MayBeRemembered)
        {
            _note.Write(ProjectState.Of(_task, _inputs, _policy) + result.Write());
        }

        return result;
    }

    // What a shared file of the repository writes down is the repository check's to report; what is resolved behind it is ours,
    // and so is a reference whose id no file spells out.
    private static bool IsOurs(Evidence evidence, HashSet<string> paths, ReferenceSites sites) =>
        evidence.Through is not null || paths.Contains(evidence.Location.Path) || !sites.IsWritten(evidence.Seen);

    // A package that a shared file brings in, and of which layers nearer to this project say more than those that hold for that file.
    private bool IsStricterHere(Evidence evidence)
    {
        if (evidence.Surface != Surface.Package || !evidence.IsResolved || Path.GetDirectoryName(Path.Combine(_inputs.Root, evidence.Location.Path)) is not { } folder)
        {
            return false;
        }

        var there = PolicyCache.For(_task.BuildEngine4, folder, _inputs);
        return there != _policy && PolicyArea.IsStricter(_policy.Load().Policy, there.Load().Policy, evidence, _policy.DayToJudgeBy(BuildDates.Today, BuildDates.Parse(_task.AsOf)));
    }

    // Without need of the policy there is nothing to say about a project that shows no AI tool: the repository's check speaks of the policy itself.
    private bool NeedsPolicy() =>
        IsSwitchedOff || !string.IsNullOrWhiteSpace(_task.Report) || _policy.MayDefineTools || ReportsPolicy();

    // The repository's check speaks of every policy file that it sees, at its root and nearer to a project; of one that git ignores the project does.
    private bool ReportsPolicy() => _reportsPolicy ??=
        _inputs.Named is null
        && _policy.Nearest is { } path && path != PolicyLocator.Nearest(_inputs.Root)
        && !RepositoryCheck.Sees(RepositoryPath.Relative(_inputs.Root, path), _inputs.Root, _task.Exclude ?? "", PolicyCache.OfRepository(_task.BuildEngine4, _inputs).Load());

    // What is wrong with the repository's layers the repository's check reports.
    private LoadedPolicy Ours(LoadedPolicy policy)
    {
        if (!ReportsPolicy())
        {
            return policy;
        }

        var theirs = new HashSet<string>(PolicyCache.OfRepository(_task.BuildEngine4, _inputs).Layers.Texts.Select(layer => layer.File.Path), StringComparer.Ordinal);
        return policy with { Findings = [.. policy.Findings.Where(finding => !theirs.Contains(finding.Location.Path))] };
    }

    // A locked policy that another one was named instead of, without having it among its layers.
    private IEnumerable<Finding> Redirected(LoadedPolicy loaded) =>
        loaded.Policy is { } policy && loaded.Layers.FirstOrDefault(layer => layer.Path == _policy.InPlaceOf) is { } layer
            && WeakeningJudge.Decide(new Weakening($"AiToolPolicyFile names {PlainText.Safe(RepositoryPath.Relative(_inputs.Root, _inputs.Named!))} in place of this policy, which holds all the same", layer.Policy?.Location ?? Location.StartOf(layer.Path)), policy) is { } finding
            ? [finding]
            : [];

    private IEnumerable<Finding> SwitchedOff(Policy? policy) =>
        IsSwitchedOff && policy is { Locked: true } locked
            ? [new Finding(Rules.CheckWeakened, Severity.Error, "AiToolPolicyEnabled is false, but the policy is locked: the check was made all the same.", locked.Location)]
            : [];
}
