using AiToolPolicy.Engine.Reporting;
using AiToolPolicy.Engine.Text;
using AiToolPolicy.Files;

namespace AiToolPolicy.Tool.Verification;

/// <summary>Reads the records that a build left in intermediate folders, wherever they were gathered.</summary>
internal static class RecordFolder
{
    private const int Limit = 64 * 1024;

    private static readonly EnumerationOptions Everywhere = new() { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint, IgnoreInaccessible = false };

    public static BuildTrace Read(string folder, CancellationToken cancellation)
    {
        var trace = new BuildTrace(folder);
        try
        {
            foreach (var file in Directory.EnumerateFiles(folder, "*" + ProofRecord.FileEnding, Everywhere).Order(StringComparer.Ordinal))
            {
                cancellation.ThrowIfCancellationRequested();
                trace.Projects.Add(Read(file));
            }
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            trace.Unreadable = $"{error.GetType().Name} while listing it.";
        }

        return trace;
    }

    private static ProjectTrace Read(string file)
    {
        var shown = LoggedPath.Name(LoggedPath.Normal(file))[..^ProofRecord.FileEnding.Length];
        var check = new CheckTrace("", "");
        var read = TextFile.Read(file, Limit);
        (check.Record, check.Problem) = read.Text is { } text ? ProofReader.Read(new SourceFile(shown, text)) : (null, read.Failure);
        return new ProjectTrace(check.Record?.Project ?? shown) { Framework = check.Record?.Framework, IsBuilt = true, IsWanted = true, Checks = { check } };
    }
}
