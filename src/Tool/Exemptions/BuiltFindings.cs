using AiToolPolicy.Engine;
using AiToolPolicy.Engine.Findings;
using AiToolPolicy.Engine.Inspection;
using AiToolPolicy.Engine.Text;
using AiToolPolicy.Files;
using AiToolPolicy.Files.Compiling;
using AiToolPolicy.Tool.Remedies;

namespace AiToolPolicy.Tool.Exemptions;

/// <summary>
/// What only a build finds, as far as the last one has left it in the projects' <c>obj</c> folders: uses in source code, of which the compiler's log
/// tells, and packages that others bring in, of which the restored graph tells.
/// </summary>
internal static class BuiltFindings
{
    private const string LogName = "ai-tool-policy.sarif";

    /// <returns>The fingerprints of errors and warnings that no exemption covers.</returns>
    public static IReadOnlyList<string> Fingerprints(ExemptionStore store, CancellationToken cancellation)
    {
        var projects = store.Workspace.Files.Where(file => FileNames.IsProject(file.Name)).Select(file => file.Folder).Distinct(StringComparer.Ordinal);
        var inSource = projects.SelectMany(project => InSource(store.Workspace.Root, project));
        return [.. inSource.Concat(InGraphs(store, cancellation)).Distinct(StringComparer.Ordinal)];
    }

    private static IEnumerable<string> InSource(string root, string project)
    {
        var folder = Path.Combine(root, project);
        var output = Path.Combine(folder, "obj");
        return (Directory.Exists(output) ? Directory.EnumerateFiles(output, LogName, SearchOption.AllDirectories) : [])
            .SelectMany(log => CompilerLog.Read(log, folder).All)
            .Where(result => !result.IsSuppressed && result.Exemption is null && result.IsExemptable && result is { Tool: not null, Surface: not null, Seen: not null } && File.Exists(result.Path))
            .Select(result => Finding.FingerprintOf(result.Rule, new FindingSubject(result.Tool, null, result.Surface!, "", result.Seen!, null), Location.StartOf(RepositoryPath.Relative(root, result.Path))));
    }

    private static IEnumerable<string> InGraphs(ExemptionStore store, CancellationToken cancellation)
    {
        var workspace = store.Workspace;
        foreach (var project in ProjectPackages.Of(workspace.Files, RestoredGraphs.Of(workspace.Root, workspace.Files)).Where(project => project.Assets is not null))
        {
            var result = PolicyCheck.Run(new CheckRequest(workspace.PolicyFor(project.Project.Path), [project.Assets!], store.Today)
            {
                Sites = project.Sites,
                ReportPolicyProblems = false,
                ExemptionFiles = store.ExemptionFiles,
                Cancellation = cancellation,
            });
            foreach (var finding in result.Findings.Where(BaselineFinding.Counts))
            {
                yield return finding.Fingerprint;
            }
        }
    }
}
