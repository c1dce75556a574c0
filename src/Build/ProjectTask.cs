using Microsoft.Build.Framework;

namespace AiToolPolicy.Build;

/// <summary>What every look at a project is told, and how it hands on what is to be reported. It logs nothing itself.</summary>
public abstract class ProjectTask : GuardedTask
{
    /// <summary>The project's full path; for a file-based app it names no file.</summary>
    [Required]
    public string ProjectFile { get; set; } = "";

    /// <summary>The C# file of a file-based app.</summary>
    public string? EntryPoint { get; set; }

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

    public string? Report { get; set; }

    /// <summary>The target framework of a project that is looked at once for each of several; else empty.</summary>
    public string? Framework { get; set; }

    /// <summary>The file that shows that this check was made, absolute; empty for none.</summary>
    public string? ProofFile { get; set; }

    /// <summary>Evaluated properties that can weaken the check, as <c>Name=value</c> with <c>|</c> between them.</summary>
    public string? Settings { get; set; }

    public string? TreatWarningsAsErrors { get; set; }

    public string? WarningsAsErrors { get; set; }

    public string? WarningsNotAsErrors { get; set; }

    /// <summary>One item for each call of the helper project; its metadata AdditionalProperties carries the request.</summary>
    [Output]
    public ITaskItem[] Requests { get; private set; } = [];

    /// <summary>Names of all global properties of this build request, to be removed from the helper's.</summary>
    [Output]
    public string GlobalProperties { get; private set; } = "";

    /// <summary>Hands on what is to be reported.</summary>
    protected void Ask(IEnumerable<HelperRequest> requests)
    {
        Requests = [.. requests.Select(request => request.ToItem())];
        GlobalProperties = Requests.Length == 0 ? "" : string.Join(";", (BuildEngine as IBuildEngine6)?.GetGlobalProperties().Keys ?? []);
    }
}
