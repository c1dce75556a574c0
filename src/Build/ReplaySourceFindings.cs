using AiToolPolicy.Engine.Inspection.Guarding;
using AiToolPolicy.Files.Compiling;
using Microsoft.Build.Framework;

namespace AiToolPolicy.Build;

/// <summary>
/// Judges what the compiler's log says of source code. What was suppressed in code is reported again unless the suppression is a complete
/// exemption; and for a build in which the compiler does not run, what the analyzer said when it last ran is said again: a second build is as
/// loud as the first. Reported through the helper project, so that target frameworks which found the same say it once.
/// </summary>
[MSBuildMultiThreadableTask]
public sealed class ReplaySourceFindings : ProjectTask
{
    /// <summary>The compiler's error log, absolute.</summary>
    [Required]
    public string ErrorLog { get; set; } = "";

    /// <summary>
    /// The note to keep, absolute: it is there when the log holds nothing of ours. Most logs hold nothing, and while the note says so no later
    /// build has to read one.
    /// </summary>
    [Required]
    public string QuietNote { get; set; } = "";

    /// <summary><c>true</c> when the compiler has run in this build, and has said itself what it found.</summary>
    public string? WasCompiled { get; set; }

    /// <summary>The source files of the project, absolute: a suppression for the whole assembly may stand in any of them.</summary>
    public string[] Sources { get; set; } = [];

    protected override void Run()
    {
        var hasRun = string.Equals(WasCompiled, "true", StringComparison.OrdinalIgnoreCase);
        var log = CompilerLog.Read(ErrorLog, Path.GetDirectoryName(ProjectFile) ?? "");
        var isMute = !log.KnowsOurRules && (hasRun || log.IsThere) && !IsExplained;
        if (hasRun)
        {
            File.Delete(QuietNote);
            if (log.IsThere && log.Results.Count == 0 && !isMute)
            {
                File.WriteAllText(QuietNote, "");
            }
        }

        if (isMute || !string.IsNullOrWhiteSpace(Report) || log.Results.Any(result => result.IsSuppressed || !hasRun))
        {
            Ask(new SourceJudgement(this).Requests(log, isMute, hasRun));
        }
    }

    // Analyzers that were switched off have been told of already.
    private bool IsExplained => BuildSettings.Weakening(ProjectSettings.Evaluated(Settings)).Any(set => !GuardedProperties.IsListOfCodes(set.Name));
}
