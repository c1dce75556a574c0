using Microsoft.Build.Framework;

namespace AiToolPolicy.Build;

/// <summary>
/// Looks at one project and says what is to be reported. It logs nothing itself: the same project may be looked at several times in a build,
/// for its target frameworks and again for packing, and each finding must appear once.
/// </summary>
[MSBuildMultiThreadableTask]
public sealed class CheckProject : GuardedTask
{
    /// <summary>The project's full path; for a file-based app it names no file.</summary>
    [Required]
    public string ProjectFile { get; set; } = "";

    /// <summary>The C# file of a file-based app.</summary>
    public string? EntryPoint { get; set; }

    /// <summary>Whether the packages are still to be downloaded; then the references and their versions tell what will be.</summary>
    public bool IsRestoring { get; set; }

    public ITaskItem[] References { get; set; } = [];

    public ITaskItem[] CentralVersions { get; set; } = [];

    public ITaskItem[] Downloads { get; set; } = [];

    public string? AssetsFile { get; set; }

    public string? LockFile { get; set; }

    /// <summary>Full paths of the files that the project imports and that may write package references; may repeat and hold blanks.</summary>
    public string[] ImportedFiles { get; set; } = [];

    /// <summary>Full paths of the files that write AiToolPolicyExemption items; may repeat and hold blanks.</summary>
    public string[] ExemptingFiles { get; set; } = [];

    /// <summary>Folders of the SDK and of packages, whose files are nobody's to mend.</summary>
    public string[] ForeignFolders { get; set; } = [];

    public string? Enabled { get; set; }

    public string? PolicyFile { get; set; }

    /// <summary>Full paths of the policies that packages bring, in any order.</summary>
    public string[] Layers { get; set; } = [];

    /// <summary>The folder of fetched policy packages; empty for the user's own.</summary>
    public string? Cache { get; set; }

    public string? AsOf { get; set; }

    public string? RepositoryRoot { get; set; }

    public string? Exclude { get; set; }

    public string? Report { get; set; }

    /// <summary>The file that tells the analyzer the policy's phase, absolute; empty where no analyzer runs.</summary>
    public string? ResolvedFile { get; set; }

    /// <summary>The file that shows that this check was made, absolute; empty for none.</summary>
    public string? ProofFile { get; set; }

    public string? TargetFramework { get; set; }

    public string? TreatWarningsAsErrors { get; set; }

    public string? WarningsAsErrors { get; set; }

    public string? WarningsNotAsErrors { get; set; }

    /// <summary>One item for each call of the helper project; its metadata AdditionalProperties carries the request.</summary>
    [Output]
    public ITaskItem[] Requests { get; private set; } = [];

    /// <summary>The repository's request as long as this node does not know that the repository has passed; else empty.</summary>
    [Output]
    public string RepositoryPending { get; private set; } = "";

    /// <summary>Names of all global properties of this build request, to be removed from the helper's.</summary>
    [Output]
    public string GlobalProperties { get; private set; } = "";

    protected override void Run()
    {
        var check = ProjectCheck.Of(this);
        if (!check.IsWanted)
        {
            Proof.Discard(ProofFile);
            return;
        }

        if (IsRestoring)
        {
            Ask(check.RunBeforeRestore());
            return;
        }

        check.WriteResolved();
        var requests = check.Run().ToList();
        var repository = new HelperRequest(check.RepositoryRequest(GlobalWarningsAsErrors()), []);
        var encoded = repository.Encode();
        if (!RepositoryState.For(BuildEngine4, encoded).Passed)
        {
            RepositoryPending = encoded;
            requests.Insert(0, repository);
        }

        Ask(requests);
    }

    private void Ask(IReadOnlyList<HelperRequest> requests)
    {
        Requests = [.. requests.Select(request => request.ToItem())];
        GlobalProperties = Requests.Length == 0 ? "" : string.Join(";", (BuildEngine as IBuildEngine6)?.GetGlobalProperties().Keys ?? []);
    }

    protected override void Failed() => Proof.Discard(ProofFile);

    // Only what holds for the whole build may be part of the repository's request, or projects would ask different questions.
    private bool GlobalWarningsAsErrors() =>
        (BuildEngine as IBuildEngine6)?.GetGlobalProperties().TryGetValue("TreatWarningsAsErrors", out var value) == true
        && string.Equals(value, "true", StringComparison.OrdinalIgnoreCase);
}
