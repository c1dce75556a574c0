using AiToolPolicy.Engine.Findings;
using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;

namespace AiToolPolicy.Build;

/// <summary>Logs findings to MSBuild.</summary>
internal static class TaskReporter
{
    /// <param name="isInventory">As <see cref="HelperRequest.IsInventory"/>.</param>
    public static void LogAll(TaskLoggingHelper log, IEnumerable<LogEntry> entries, bool isInventory)
    {
        foreach (var entry in entries)
        {
            Log(log, entry, isInventory ? MessageImportance.High : MessageImportance.Normal);
        }
    }

    // No subcategory, a four-number span and the address in the text as well: only then do GitHub's matcher and the plain console show all of it.
    public static void Log(TaskLoggingHelper log, LogEntry entry, MessageImportance noticeImportance)
    {
        var text = $"{entry.Message} ({entry.HelpLink})";
        switch (entry.Severity)
        {
            case Severity.Error:
                log.LogError(null, entry.Code, null, entry.HelpLink, entry.File, entry.Line, entry.Column, entry.EndLine, entry.EndColumn, "{0}", text);
                break;
            case Severity.Warning:
                log.LogWarning(null, entry.Code, null, entry.HelpLink, entry.File, entry.Line, entry.Column, entry.EndLine, entry.EndColumn, "{0}", text);
                break;
            default:
                log.LogMessage(null, entry.Code, null, entry.File, entry.Line, entry.Column, entry.EndLine, entry.EndColumn, noticeImportance, "{0}", text);
                break;
        }
    }
}
