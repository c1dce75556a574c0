using AiToolPolicy.Engine;
using AiToolPolicy.Engine.Reporting;

namespace AiToolPolicy.Build;

/// <summary>
/// The SARIF files of a build. Projects are built side by side, so each writes a file of its own beside the repository's:
/// <c>ai.sarif</c> and <c>ai.src-App-App.sarif</c>.
/// </summary>
internal static class ReportPaths
{
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

    public static void Write(string path, CheckResult result) =>
        WholeFile.Write(path, SarifLog.Write([.. result.Findings, .. result.Exempted], new SarifRun(ProductVersion.Short, result.Policy?.Title, result.AsOf)));
}
