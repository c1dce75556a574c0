using AiToolPolicy.Engine;
using AiToolPolicy.Engine.Catalog;
using AiToolPolicy.Engine.Findings;
using AiToolPolicy.Engine.Json;
using AiToolPolicy.Engine.Text;

namespace AiToolPolicy.Tool.Reports;

/// <summary>What a coming day brings, by rule and project.</summary>
internal static class PreviewReport
{
    public static string Text(CheckResult result, IReadOnlyList<PreviewGroup> groups, bool hasColour)
    {
        var days = result.Today.DaysUntil(result.AsOf);
        var head = $"On {result.AsOf} ({(days == 1 ? "1 day" : $"{days} days")} from now), {result.Policy?.Title ?? "no policy"}:\n";
        var body = groups.Count == 0 ? "\nNothing would warn or fail.\n" : string.Concat(groups.GroupBy(group => group.Decided).Select(rule =>
            $"\n{rule.Key}: {Counts(rule.Sum(group => group.Errors), rule.Sum(group => group.Warnings))}\n" + string.Concat(rule.Select(group => Project(group, hasColour)))));
        return $"{head}{body}\n{result.Summary}\n";
    }

    public static string Json(CheckResult result, IReadOnlyList<PreviewGroup> groups) => JsonWriter.Object(json =>
    {
        json.String("on", result.AsOf.ToString());
        json.String("today", result.Today.ToString());
        json.String("policy", result.Policy?.Title);
        json.Number("errors", result.Count(Severity.Error));
        json.Number("warnings", result.Count(Severity.Warning));
        json.Objects("groups", groups, group =>
        {
            json.String("decidedBy", group.Decided);
            json.String("project", group.Project);
            json.Number("errors", group.Errors);
            json.Number("warnings", group.Warnings);
            json.Objects("findings", group.Findings, finding =>
            {
                json.String("rule", finding.Rule.Id);
                json.String("severity", Words<Severity>.Of(finding.Severity));
                json.String("message", finding.Message);
                json.String("path", finding.Location.Path);
                json.Number("line", finding.Location.Line);
                json.Number("column", finding.Location.Column);
            });
        });
    });

    private static string Project(PreviewGroup group, bool hasColour) =>
        $"  {PlainText.Safe(group.Project, 4096)}: {Counts(group.Errors, group.Warnings)}\n"
        + string.Concat(FindingLines.Of(group.Findings, hasColour).Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(line => line[0] != ' ').Select(line => $"    {line}\n"));

    private static string Counts(int errors, int warnings) => string.Join(", ", new[]
    {
        errors == 0 ? null : errors == 1 ? "1 error" : $"{errors} errors",
        warnings == 0 ? null : warnings == 1 ? "1 warning" : $"{warnings} warnings",
    }.OfType<string>());
}
