using AiToolPolicy.Engine.Reporting;

namespace AiToolPolicy.Tool.Reports;

/// <summary>For code scanning services: SARIF 2.1.0.</summary>
internal static class SarifReport
{
    public static string Render(Report report) =>
        SarifLog.Write([.. report.Result.Findings, .. report.Result.Exempted], new SarifRun(Cli.Version, report.Result.Policy?.Title, report.Result.AsOf) { Advice = [.. report.Advice.Select(advice => advice.Render().TrimEnd())] });
}
