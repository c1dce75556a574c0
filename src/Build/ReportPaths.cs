using System.Text;
using AiToolPolicy.Engine;
using AiToolPolicy.Engine.Reporting;

namespace AiToolPolicy.Build;

/// <summary>
/// The SARIF files of a build. Projects are built side by side, so each writes a file of its own beside the repository's:
/// <c>ai.sarif</c> and <c>ai.src-App-App.sarif</c>.
/// </summary>
internal static class ReportPaths
{
    private static readonly string Version = typeof(ReportPaths).Assembly.GetName().Version?.ToString(3) ?? "0.0.0";

    /// <summary>The absolute path of the repository's report, or empty.</summary>
    public static string Repository(string? report, string root) =>
        string.IsNullOrWhiteSpace(report) ? "" : Path.GetFullPath(Path.Combine(root, report!.Trim()));

    public static void WriteProject(string? report, string root, string project, CheckResult result)
    {
        if (Repository(report, root) is not { Length: > 0 } path)
        {
            return;
        }

        var name = Path.ChangeExtension(project, null).Replace('/', '-').Replace("..", "up");
        Write(Path.Combine(Path.GetDirectoryName(path) ?? "", $"{Path.GetFileNameWithoutExtension(path)}.{name}.sarif"), result);
    }

    /// <summary>Written beside its place and moved there, so that a crash leaves no half-written report.</summary>
    public static void Write(string path, CheckResult result)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path) ?? "");
        var unfinished = $"{path}.{Guid.NewGuid():N}.tmp";
        File.WriteAllText(unfinished, SarifLog.Write([.. result.Findings, .. result.Exempted], new SarifRun(Version, result.Policy?.Title, result.AsOf)), new UTF8Encoding(false));
        if (File.Exists(path))
        {
            File.Delete(path);
        }

        File.Move(unfinished, path);
    }
}
