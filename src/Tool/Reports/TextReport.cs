using System.Globalization;
using AiToolPolicy.Engine.Findings;
using AiToolPolicy.Engine.Text;
using Spectre.Console;

namespace AiToolPolicy.Tool.Reports;

/// <summary>For people: a line for each finding that editors and terminals lead to its place, in groups by file, and the summary.</summary>
internal static class TextReport
{
    public static string Render(Report report, bool hasColour)
    {
        using var writer = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        var console = ConsoleOn(writer, hasColour);
        foreach (var file in report.Result.Findings.GroupBy(finding => finding.Location.Path))
        {
            foreach (var finding in file)
            {
                Write(console, finding);
            }

            writer.Write('\n');
        }

        if (report.ShowsExempted)
        {
            WriteExempted(console, report.Result.Exempted);
        }

        writer.Write(report.Closing);
        return writer.ToString();
    }

    /// <summary>The line of one finding, and below it the further places.</summary>
    public static void Write(IAnsiConsole console, Finding finding)
    {
        WriteSeverity(console, $"{Place(finding.Location)}: ", finding.Severity, $" {finding.Rule.Id}");
        console.Write(new Text($": {finding.Message}\n"));
        foreach (var related in finding.Related)
        {
            console.Write(new Text($"  {Place(related.Location)}: {related.Description}\n", new Style(decoration: Decoration.Dim)));
        }
    }

    // What ends first comes first: it is what somebody has to do something about.
    private static void WriteExempted(IAnsiConsole console, IReadOnlyList<Finding> exempted)
    {
        foreach (var finding in exempted)
        {
            console.Write(new Text($"{Place(finding.Location)}: "));
            console.Write(new Text($"exempted {finding.Rule.Id}", new Style(Color.Green)));
            console.Write(new Text($": {finding.AsNotice().Message}\n"));
            console.Write(new Text($"  {Place(finding.Exemption!.Location)}: the exemption stands here\n", new Style(decoration: Decoration.Dim)));
        }

        if (exempted.Count > 0)
        {
            console.Write(new Text("\n"));
        }
    }

    /// <summary>The severity in its colour, with what stands around it.</summary>
    public static void WriteSeverity(IAnsiConsole console, string before, Severity severity, string after)
    {
        var (word, colour) = severity switch
        {
            Severity.Error => ("error", Color.Red),
            Severity.Warning => ("warning", Color.Yellow),
            _ => ("notice", Color.Blue),
        };
        console.Write(new Text(before));
        console.Write(new Text(word + after, new Style(colour)));
    }

    private static string Place(Location place) => $"{PlainText.Safe(place.Path, 4096)}({place.Line},{place.Column})";

    /// <summary>A console that never breaks a line.</summary>
    public static IAnsiConsole ConsoleOn(TextWriter writer, bool hasColour)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(writer),
            Ansi = hasColour ? AnsiSupport.Yes : AnsiSupport.No,
            ColorSystem = hasColour ? ColorSystemSupport.Standard : ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
            Enrichment = new ProfileEnrichment { UseDefaultEnrichers = false },
        });

        // A finding is one line however wide the terminal is; a broken line leads nowhere.
        console.Profile.Width = int.MaxValue / 2;
        return console;
    }
}
