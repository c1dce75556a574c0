using Microsoft.Build.Framework;

namespace AiToolPolicy.Build;

/// <summary>
/// Says again what the analyzer said when the compiler last ran, for a build in which it does not: a second build is as loud as the first.
/// Reported through the helper project, so that target frameworks which found the same say it once.
/// </summary>
[MSBuildMultiThreadableTask]
public sealed class ReplaySourceFindings : GuardedTask
{
    /// <summary>The compiler's error log, absolute.</summary>
    [Required]
    public string ErrorLog { get; set; } = "";

    [Required]
    public string ProjectFile { get; set; } = "";

    /// <summary>One item for each call of the helper project; its metadata AdditionalProperties carries the request.</summary>
    [Output]
    public ITaskItem[] Requests { get; private set; } = [];

    /// <summary>Names of all global properties of this build request, to be removed from the helper's.</summary>
    [Output]
    public string GlobalProperties { get; private set; } = "";

    protected override void Run()
    {
        var entries = SourceFindings.Read(ErrorLog, Path.GetDirectoryName(ProjectFile) ?? "");
        if (entries.Count > 0)
        {
            Requests = [new HelperRequest(null, entries).ToItem()];
            GlobalProperties = string.Join(";", (BuildEngine as IBuildEngine6)?.GetGlobalProperties().Keys ?? []);
        }
    }
}
