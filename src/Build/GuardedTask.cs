using AiToolPolicy.Engine;
using AiToolPolicy.Engine.Text;
using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;

namespace AiToolPolicy.Build;

/// <summary>A task whose own faults become one warning: never a stack trace, never silence, never a broken build.</summary>
public abstract class GuardedTask : Task
{
    public sealed override bool Execute()
    {
        try
        {
            Run();
        }
#pragma warning disable CA1031 // Whatever went wrong is ours to report.
        catch (Exception error) when (error is not OperationCanceledException)
#pragma warning restore CA1031
        {
            var place = BuildEngine.ProjectFileOfTaskNode;
            var finding = CheckFailure.Of(error, $"in {GetType().Name}", Location.StartOf(Path.GetFileName(place)));
            TaskReporter.Log(Log, LogEntry.Of(finding, Path.GetDirectoryName(place) ?? ""), MessageImportance.Normal);
            Log.LogMessage(MessageImportance.Low, "{0}", error.ToString());
            Failed();
        }

        return !Log.HasLoggedErrors;
    }

    protected abstract void Run();

    /// <summary>Takes back what would say that the work was done; throws nothing.</summary>
    protected virtual void Failed()
    {
    }
}
