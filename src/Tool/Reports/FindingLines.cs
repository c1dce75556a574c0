using System.Globalization;
using AiToolPolicy.Engine.Findings;

namespace AiToolPolicy.Tool.Reports;

/// <summary>Findings as lines of text, where a command that is no check has some to show.</summary>
internal static class FindingLines
{
    public static string Of(IEnumerable<Finding> findings, bool hasColour)
    {
        using var writer = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        var console = TextReport.ConsoleOn(writer, hasColour);
        foreach (var finding in findings)
        {
            TextReport.Write(console, finding);
        }

        return writer.ToString();
    }
}
