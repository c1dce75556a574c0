using AiToolPolicy.Engine;
using AiToolPolicy.Engine.Catalog;
using AiToolPolicy.Engine.Findings;
using AiToolPolicy.Engine.Inspection;
using AiToolPolicy.Engine.Inspection.Dependencies;
using AiToolPolicy.Engine.Policies;
using AiToolPolicy.Engine.Text;

namespace AiToolPolicy.Tool;

/// <summary>What a repository's check will find on a day: what is written in its files, and what NuGet has resolved behind its projects' references.</summary>
internal static class Preview
{
    private const string NoProject = "the repository";

    public static CheckResult Of(Workspace workspace, Day today, Day on, CancellationToken cancellation)
    {
        var request = workspace.Request(today, on, cancellation);
        var result = PolicyCheck.Run(request);
        var behind = request.RestoredGraphs.Select(graph => Behind(request with { Policy = workspace.PolicyFor(graph.Path), Areas = [] }, graph, workspace)).ToList();
        return result with
        {
            Findings = FindingOrder.Sort(result.Findings.Concat(behind.SelectMany(one => one.Findings))),
            Exempted = FindingOrder.Sort(result.Exempted.Concat(behind.SelectMany(one => one.Exempted))),
        };
    }

    /// <summary>The findings that would warn or fail, by the line of the policy that decides and by project.</summary>
    public static IReadOnlyList<PreviewGroup> Groups(CheckResult result, IReadOnlyList<InputFile> files)
    {
        var projects = files.Where(file => FileNames.IsProject(file.Name)).OrderByDescending(file => file.Folder.Length).ThenBy(file => file.Path, StringComparer.Ordinal).ToList();
        return
        [
            .. result.Findings.Where(finding => finding.Severity > Severity.Notice)
                .GroupBy(finding => (Decided: Decided(finding, result), Project: ProjectOf(finding, projects)))
                .OrderBy(same => same.Key.Decided, StringComparer.Ordinal).ThenBy(same => same.Key.Project, StringComparer.Ordinal)
                .Select(same => new PreviewGroup(same.Key.Decided, same.Key.Project, [.. same])),
        ];
    }

    // As the build of that project sees it: its own references first, then what it imports.
    private static CheckResult Behind(CheckRequest request, InputFile graph, Workspace workspace)
    {
        var folder = graph.Folder == "obj" ? "" : graph.Folder[..^"/obj".Length];
        var all = request.CentralVersionFiles ?? request.Files;
        var project = all.Where(file => FileNames.IsProject(file.Name) && file.Folder == folder).ToList();
        var imports = all.Where(file => file.Name.StartsWith("Directory.", StringComparison.Ordinal) && (file.Folder.Length == 0 || folder == file.Folder || folder.StartsWith(file.Folder + "/", StringComparison.Ordinal)));
        var isAsked = project.Exists(file => request.Files.Any(asked => asked.Path == file.Path));
        return PolicyCheck.Run(request with
        {
            Files = isAsked ? [graph] : [],
            Sites = new ReferenceSites([.. project, .. imports]),
            ReportPolicyProblems = false,
            NotOffered = [],
            Reports = evidence => evidence.Through is not null
                || (evidence is { Surface: Surface.Package, IsResolved: true } && PolicyArea.IsStricter(request.Policy.Policy, workspace.PolicyFor(evidence.Location.Path).Policy, evidence, request.AsOf ?? request.Today)),
            RestoredGraphs = [],
            Sight = Sight.Part,
        });
    }

    private static string Decided(Finding finding, CheckResult result)
    {
        if (finding.Subject is null || finding.Related is not [.., var related])
        {
            return finding.Rule.Id;
        }

        var place = $"{PlainText.Safe(related.Location.Path)}({related.Location.Line},{related.Location.Column})";
        var rules = result.NearerPolicies.Append(result.Policy).OfType<Policy>().SelectMany(policy => policy.Rules);
        return rules.FirstOrDefault(rule => rule.Location == related.Location) is { Id: { } id } ? $"rule '{PlainText.Safe(id)}', {place}" : place;
    }

    private static string ProjectOf(Finding finding, IReadOnlyList<InputFile> projects)
    {
        var path = finding.Location.Path;
        return projects.FirstOrDefault(project => project.Path == path)?.Path
            ?? projects.FirstOrDefault(project => project.Folder.Length > 0 && path.StartsWith(project.Folder + "/", StringComparison.Ordinal))?.Path
            ?? NoProject;
    }
}

/// <summary>What one line of the policy will do to one project.</summary>
/// <param name="Decided">The rule, or the place of another line that decides.</param>
internal sealed record PreviewGroup(string Decided, string Project, IReadOnlyList<Finding> Findings)
{
    public int Errors => Findings.Count(finding => finding.Severity == Severity.Error);

    public int Warnings => Findings.Count - Errors;
}
