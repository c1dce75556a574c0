using Microsoft.Build.Framework;

namespace AiToolPolicy.Build;

/// <summary>What every task that speaks of one project is told, and how it asks the helper project to report.</summary>
public abstract class ProjectTask : GuardedTask
{
    /// <summary>The project's full path; for a file-based app it names no file.</summary>
    [Required]
    public string ProjectFile { get; set; } = "";

    public string? PolicyFile { get; set; }

    /// <summary>Full paths of the policies that packages bring, in any order.</summary>
    public string[] Layers { get; set; } = [];

    /// <summary>The folder of fetched policy packages; empty for the user's own.</summary>
    public string? Cache { get; set; }

    public string? AsOf { get; set; }

    public string? RepositoryRoot { get; set; }

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

    protected void Ask(IReadOnlyList<HelperRequest> requests)
    {
        Requests = [.. requests.Select(request => request.ToItem())];
        GlobalProperties = Requests.Length == 0 ? "" : string.Join(";", (BuildEngine as IBuildEngine6)?.GetGlobalProperties().Keys ?? []);
    }
}
