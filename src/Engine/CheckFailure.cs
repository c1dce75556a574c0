using AiToolPolicy.Engine.Findings;
using AiToolPolicy.Engine.Text;

namespace AiToolPolicy.Engine;

/// <summary>The finding for a fault of the check itself.</summary>
public static class CheckFailure
{
    /// <param name="during">What was being done, to continue the sentence.</param>
    public static Finding Of(Exception error, string during, Location location) =>
        new(
            Rules.CheckFailed,
            Severity.Warning,
            $"AiToolPolicy failed {during}: {error.GetType().Name}: {PlainText.Safe(error.Message)} Please report this; the result is incomplete.",
            location);
}
