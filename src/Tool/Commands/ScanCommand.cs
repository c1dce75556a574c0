using System.CommandLine;
using AiToolPolicy.Engine;
using AiToolPolicy.Engine.Text;
using AiToolPolicy.Tool.Reports;
using Spectre.Console;

namespace AiToolPolicy.Tool.Commands;

/// <summary><c>scan [PATH]</c>: checks a repository without building it.</summary>
internal sealed class ScanCommand
{
    private readonly Surroundings _surroundings;

    private readonly Argument<string> _path = new("PATH")
    {
        Description = "The repository, or a folder in it to check alone.",
        DefaultValueFactory = _ => ".",
    };

    private readonly Option<string?> _policy = new("--policy")
    {
        Description = "The policy file. Without it the nearest ai-tool-policy.json at or above PATH holds; without any, an inventory is taken.",
        HelpName = "FILE",
    };

    private readonly Option<Day?> _asOf = new("--as-of")
    {
        Description = "The day to judge by, as yyyy-MM-dd; a later one than today (UTC) is a preview.",
        HelpName = "DATE",
        CustomParser = argument =>
        {
            var written = argument.Tokens[0].Value;
            if (!Day.TryParse(written, out var day))
            {
                argument.AddError($"'{PlainText.Safe(written)}' is no day; write it as yyyy-MM-dd, such as 2026-07-10.");
            }

            return day;
        },
    };

    private readonly Option<string[]> _exclude = new("--exclude")
    {
        Description = "A path pattern of files to leave out, such as 'tests/data/**'; may be given several times. The report says how many it left out.",
        HelpName = "GLOB",
        DefaultValueFactory = _ => [],
    };

    private readonly Option<string> _format = new("--format")
    {
        Description = "The form of the report.",
        HelpName = string.Join('|', Report.Formats),
        DefaultValueFactory = _ => Report.Formats[0],
    };

    private readonly Option<string> _group = new("--group")
    {
        Description = "What the text report has a line for: each finding, by file, or each tool with its surfaces. JSON always has both.",
        HelpName = string.Join('|', Report.Groups),
        DefaultValueFactory = _ => Report.Groups[0],
    };

    private readonly Option<string?> _output = new("--output")
    {
        Description = "The file to write the report to; only the summary is printed then.",
        HelpName = "FILE",
    };

    private readonly Option<bool> _showExempted = new("--show-exempted")
    {
        Description = "Lists in the text what exemptions cover, those that end first coming first. The other formats always have it.",
    };

    private ScanCommand(Surroundings surroundings)
    {
        _surroundings = surroundings;
        _format.AcceptOnlyFromAmong([.. Report.Formats]);
        _group.AcceptOnlyFromAmong([.. Report.Groups]);
    }

    public static Command Create(Surroundings surroundings)
    {
        var scan = new ScanCommand(surroundings);
        var command = new Command("scan", "Checks all files of a repository against its policy, without building it.") { scan._path, scan._policy, scan._asOf, scan._exclude, scan._format, scan._group, scan._output, scan._showExempted };
        command.SetAction((parsed, cancellation) => Task.Run(() => scan.Run(parsed, cancellation), cancellation));
        return command;
    }

    private int Run(ParseResult parsed, CancellationToken cancellation)
    {
        var (workspace, result) = WithProgress(say =>
        {
            say("Listing files");
            var opened = Workspace.Open(parsed.GetValue(_path)!, parsed.GetValue(_policy), cancellation).Without(parsed.GetValue(_exclude)!);
            say($"Inspecting {opened.Files.Count} files");
            return (opened, PolicyCheck.Run(opened.Request(_surroundings.Today, parsed.GetValue(_asOf), cancellation)));
        });
        Publish(parsed, new Report(result, workspace.HasPolicy, workspace.Files.Count, workspace.Excluded) { ShowsExempted = parsed.GetValue(_showExempted) }, cancellation);
        return ExitCode.Of(result);
    }

    private void Publish(ParseResult parsed, Report report, CancellationToken cancellation)
    {
        var format = parsed.GetValue(_format)!;
        var output = parsed.GetValue(_output);
        var text = report.Render(format, hasColour: _surroundings.HasColour && output is null, parsed.GetValue(_group));
        cancellation.ThrowIfCancellationRequested();
        if (output is null)
        {
            _surroundings.Output.Write(text);
        }
        else
        {
            OutputFile.Write(output, text, cancellation);
            _surroundings.Output.Write(report.Closing);
        }

        _surroundings.Output.Flush();
    }

    private T WithProgress<T>(Func<Action<string>, T> work)
    {
        if (!_surroundings.ShowsProgress)
        {
            return work(_ => { });
        }

        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(_surroundings.Error) });
        return console.Status().Start("Starting", status => work(text => status.Status(text)));
    }
}
