using AiToolPolicy.Engine.Findings;
using Microsoft.Build.Framework;

namespace AiToolPolicy.Build;

/// <summary>
/// Looks at one project and says what is to be reported. It logs no error and no warning itself: the same project may be looked at several times
/// in a build, for its target frameworks and again for packing, and each finding must appear once.
/// </summary>
[MSBuildMultiThreadableTask]
public sealed class CheckProject : ProjectTask
{
    /// <summary>Whether the packages are still to be downloaded; then the references and their versions tell what will be.</summary>
    public bool IsRestoring { get; set; }

    public ITaskItem[] References { get; set; } = [];

    public ITaskItem[] CentralVersions { get; set; } = [];

    public ITaskItem[] Downloads { get; set; } = [];

    /// <summary>The digest that the policy is expected to have.</summary>
    public string? PolicyDigest { get; set; }

    /// <summary>The digest that the product's catalog is expected to have.</summary>
    public string? CatalogDigest { get; set; }

    public string? Exclude { get; set; }

    /// <summary>The file that tells the analyzer the policy's phase, absolute; empty where no analyzer runs.</summary>
    public string? ResolvedFile { get; set; }

    /// <summary>The file that tells a later build that there was nothing to report, absolute; empty for none.</summary>
    public string? NoteFile { get; set; }

    public string? TargetFramework { get; set; }

    /// <summary>All target frameworks of a project that is looked at once for each of them; else empty.</summary>
    public string? TargetFrameworks { get; set; }

    public string? Language { get; set; }

    /// <summary>The .editorconfig and .globalconfig files that the compiler is given; may hold blanks.</summary>
    public string[] AnalyzerConfigFiles { get; set; } = [];

    public string? RuleSet { get; set; }

    /// <summary>"true" to have the machine looked at as well.</summary>
    public string? CheckMachine { get; set; }

    /// <summary>The repository's request as long as this node does not know that the repository has passed; else empty.</summary>
    [Output]
    public string RepositoryPending { get; private set; } = "";

    /// <summary>What stands for the policy in notes to later builds; empty where it could not be read.</summary>
    [Output]
    public string PolicyState { get; private set; } = "";

    protected override void Run()
    {
        var check = ProjectCheck.Of(this);
        if (!check.IsWanted)
        {
            Proof.Discard(ProofFile);
            Ask(IsRestoring ? [] : [.. check.NotMade()]);
            return;
        }

        if (IsRestoring)
        {
            Ask(check.RunBeforeRestore());
            return;
        }

        PolicyState = check.PolicyState;
        check.ForgetSource();
        var result = check.Recall() ?? Look(check);
        List<HelperRequest> requests = [.. SaysItself(result) ? result.SharedRequests : result.Requests];
        var repository = new HelperRequest(check.RepositoryRequest(GlobalWarningsAsErrors()), []);
        var encoded = repository.Encode();
        if (!RepositoryState.For(BuildEngine4, encoded).Passed)
        {
            RepositoryPending = encoded;
            requests.Insert(0, repository);
        }

        Ask(requests);
    }

    private static ProjectResult Look(ProjectCheck check)
    {
        check.WriteResolved();
        return check.Run();
    }

    // A call of the helper project costs more than all else here; notices of one project and one framework can do without it.
    private bool SaysItself(ProjectResult result)
    {
        if (!string.IsNullOrWhiteSpace(TargetFrameworks) || result.Own.Count == 0 || result.Own.Any(entry => entry.Severity != Severity.Notice))
        {
            return false;
        }

        var isNew = false;
        NodeMemory.Of(BuildEngine4, (typeof(ProjectResult).FullName, ProjectFile, result.Write()), () => (isNew = true, result).result);
        if (isNew)
        {
            TaskReporter.LogAll(Log, result.Own, result.IsInventory);
        }

        return true;
    }

    protected override void Failed() => Proof.Discard(ProofFile);

    // Only what holds for the whole build may be part of the repository's request, or projects would ask different questions.
    private bool GlobalWarningsAsErrors() =>
        (BuildEngine as IBuildEngine6)?.GetGlobalProperties().TryGetValue("TreatWarningsAsErrors", out var value) == true
        && string.Equals(value, "true", StringComparison.OrdinalIgnoreCase);
}
