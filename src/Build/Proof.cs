using AiToolPolicy.Engine.Catalog;
using AiToolPolicy.Engine.Findings;
using AiToolPolicy.Engine.Inspection;
using AiToolPolicy.Engine.Reporting;
using AiToolPolicy.Engine.Text;
using AiToolPolicy.Files;
using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;

namespace AiToolPolicy.Build;

/// <summary>
/// Leaves a project's record in its intermediate folder, and in the log for whoever keeps one. The file is touched only when it changes, and
/// a project that shows nothing, unchanged since its last build, costs one digest of what was read anyway.
/// </summary>
internal sealed class Proof(CheckProject task, ProjectInputs inputs, PolicyCache policy)
{
    /// <summary>The beginning of the message that carries a record; the record follows on the next line.</summary>
    public const string Heading = "AiToolPolicy proof of check";

    private string File => task.ProofFile ?? "";

    /// <summary>Of a project in which there is nothing to report.</summary>
    public void OfNothing(IReadOnlyList<InputFile> files)
    {
        var digest = InputsDigest(files);
        if (Known(digest) is { } known)
        {
            Log(task.Log, known);
            return;
        }

        Leave(Record(digest).Of(policy.Load(), []));
    }

    public void Of(IReadOnlyList<InputFile> files, IReadOnlyList<Finding> findings, int exempted) =>
        Leave(Record(InputsDigest(files)).Of(policy.Load(), findings, exempted));

    /// <summary>Takes away what an earlier build left: this one proves nothing.</summary>
    public static void Discard(string? file)
    {
        try
        {
            if (System.IO.File.Exists(file))
            {
                System.IO.File.Delete(file);
            }
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // A record that cannot be deleted is of an earlier day or of other inputs, and says so itself.
        }
    }

    /// <summary>Puts the record that the project's last check left into the log.</summary>
    public static void LogAgain(CheckProject task)
    {
        if (task.Log.LogsMessagesOfImportance(MessageImportance.Low) && System.IO.File.Exists(task.ProofFile))
        {
            Log(task.Log, System.IO.File.ReadAllText(task.ProofFile));
        }
    }

    /// <summary>Puts a record into the log, which costs nothing where no logger wants it.</summary>
    public static void Log(TaskLoggingHelper log, string record)
    {
        if (log.LogsMessagesOfImportance(MessageImportance.Low))
        {
            log.LogMessage(MessageImportance.Low, "{0}", $"{Heading}\n{record}");
        }
    }

    /// <summary>The digest of everything that decides a result.</summary>
    public static string InputsDigest(string? policyDigest, Day asOf, IEnumerable<InputFile> files)
    {
        var parts = files.OrderBy(file => file.Path, StringComparer.Ordinal).Select(file => $"{file.Path}\n{Digest.Of(file.Read().Text ?? "")}");
        return Digest.Of(string.Join("\n", [policyDigest ?? "", CompiledCatalog.Digest, ProductVersion.Full, asOf.ToString(), .. parts]));
    }

    private string InputsDigest(IReadOnlyList<InputFile> files) => InputsDigest(policy.Digest, AsOf, files);

    private Day AsOf => policy.DayToJudgeBy(BuildDates.Today, BuildDates.Parse(task.AsOf));

    private ProofRecord Record(string inputsDigest) => new()
    {
        Project = RepositoryPath.Relative(inputs.Root, task.ProjectFile),
        Framework = string.IsNullOrWhiteSpace(task.TargetFramework) ? null : task.TargetFramework,
        ToolVersion = ProductVersion.Full,
        CatalogDigest = CompiledCatalog.Digest,
        AsOf = AsOf,
        InputsDigest = inputsDigest,
    };

    // The same inputs have the same result: neither policy nor record need be read to know it.
    private string? Known(string inputsDigest)
    {
        if (File.Length == 0 || !System.IO.File.Exists(File))
        {
            return null;
        }

        var text = System.IO.File.ReadAllText(File);
        return text.IndexOf(inputsDigest, StringComparison.Ordinal) >= 0 ? text : null;
    }

    private void Leave(ProofRecord record)
    {
        var text = record.Write();
        if (File.Length > 0 && (!System.IO.File.Exists(File) || System.IO.File.ReadAllText(File) != text))
        {
            WholeFile.Write(File, text);
        }

        Log(task.Log, text);
    }
}
