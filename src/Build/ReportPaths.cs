using AiToolPolicy.Engine;
using AiToolPolicy.Engine.Reporting;

namespace AiToolPolicy.Build;

/// <summary>
/// The SARIF files of a build. Projects are built side by side, so each writes a file of its own beside the repository's:
/// <c>ai.sarif</c> and <c>ai.src-App-App.sarif</c>, and what is known later in files beside that one.
/// </summary>
internal static class ReportPaths
{
    /// <summary>The absolute path of the repository's report, or empty.</summary>
    public static string Repository(string? report, string root) =>
        string.IsNullOrWhiteSpace(report) ? "" : Path.GetFullPath(Path.Combine(root, report!.Trim()));

    public static void WriteProject(string? report, string root, string project, CheckResult result)
    {
        if (Project(report, root, project) is { } path)
        {
            Write(path, result);
        }
    }

    /// <param name="framework">Of a project with several; else empty.</param>
    /// <param name="result">Null where the assemblies that the project references have nothing to report: then an earlier build's report goes.</param>
    public static void WriteReferences(string? report, string root, string project, string? framework, CheckResult? result) =>
        WriteOrRemove(Later(report, root, project, "references", framework), result);

    /// <summary>What the compiler's log tells of source code: <c>ai.src-App-App.source.sarif</c>, of several frameworks each its own.</summary>
    /// <param name="framework">Of a project with several; else empty.</param>
    /// <param name="result">Null before the compiler has run: then an earlier build's report goes.</param>
    public static void WriteSource(string? report, string root, string project, string? framework, CheckResult? result) =>
        WriteOrRemove(Later(report, root, project, "source", framework), result);

    private static string? Later(string? report, string root, string project, string what, string? framework) =>
        Project(report, root, Path.ChangeExtension(project, string.IsNullOrWhiteSpace(framework) ? $"{what}." : $"{what}.{framework}."));

    private static void WriteOrRemove(string? path, CheckResult? result)
    {
        if (path is null)
        {
            return;
        }

        if (result is not null)
        {
            Write(path, result);
        }
        else if (File.Exists(path))
        {
            File.Delete(path);
        }
    }

    private static string? Project(string? report, string root, string project)
    {
        if (Repository(report, root) is not { Length: > 0 } path)
        {
            return null;
        }

        var name = Path.ChangeExtension(project, null).Replace('/', '-').Replace("..", "up");
        return Path.Combine(Path.GetDirectoryName(path) ?? "", $"{Path.GetFileNameWithoutExtension(path)}.{name}.sarif");
    }

    public static void Write(string path, CheckResult result) =>
        WholeFile.Write(path, SarifLog.Write([.. result.Findings, .. result.Exempted], new SarifRun(ProductVersion.Short, result.Policy?.Title, result.AsOf)));
}
