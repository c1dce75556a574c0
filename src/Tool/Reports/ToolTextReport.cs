using System.Globalization;
using AiToolPolicy.Engine.Catalog;
using AiToolPolicy.Engine.Text;

namespace AiToolPolicy.Tool.Reports;

/// <summary>For people who ask which tools there are: a line for each tool with its surfaces, then whatever belongs to no tool, and the summary.</summary>
internal static class ToolTextReport
{
    public static string Render(Report report, bool hasColour)
    {
        using var writer = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        var console = TextReport.ConsoleOn(writer, hasColour);
        foreach (var tool in ToolGroup.Of(report.Result.Findings))
        {
            TextReport.WriteSeverity(console, "", tool.Severity, "");
            writer.Write($": {PlainText.Safe($"{tool.Id} by {tool.Vendor}")} · {string.Join(" · ", tool.Surfaces.Select(Describe))}\n");
        }

        writer.Write('\n');
        foreach (var finding in report.Result.Findings.Where(f => f.Subject?.Tool is null))
        {
            TextReport.Write(console, finding);
        }

        writer.Write('\n');
        writer.Write(report.Closing);
        return writer.ToString();
    }

    // "dependency: 2 in manifest"
    private static string Describe(SurfaceGroup surface) => $"{Words<Strength>.Of(surface.Strength)}: {surface.Findings} in {surface.Surface}";
}
