using Microsoft.Build.Framework;

namespace AiToolPolicy.Build;

/// <summary>
/// Notes after a compilation whether the compiler's log holds a finding of ours. Most logs hold none, and while the note says so no later
/// build has to read one; without a note the log is read.
/// </summary>
[MSBuildMultiThreadableTask]
public sealed class NoteSourceFindings : GuardedTask
{
    /// <summary>The compiler's error log, absolute.</summary>
    [Required]
    public string ErrorLog { get; set; } = "";

    /// <summary>The note to keep, absolute: it is there when the log holds nothing of ours.</summary>
    [Required]
    public string QuietNote { get; set; } = "";

    protected override void Run()
    {
        File.Delete(QuietNote);
        if (SourceFindings.HoldsNone(ErrorLog))
        {
            File.WriteAllText(QuietNote, "");
        }
    }
}
