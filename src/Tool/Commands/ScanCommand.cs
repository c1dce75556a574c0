using System.CommandLine;
using AiToolPolicy.Engine;
using AiToolPolicy.Engine.Text;
using AiToolPolicy.Tool.Feeds;
using AiToolPolicy.Tool.Remedies;
using AiToolPolicy.Tool.Reports;
using Spectre.Console;

namespace AiToolPolicy.Tool.Commands;

/// <summary><c>scan [PATH]</c> checks a repository without building it, <c>scan-output PATH</c> what a build made.</summary>
internal sealed class ScanCommand
{
    private const string RequiredMode = "required";

    private readonly Surroundings _surroundings;

    private readonly Func<string, string?, CancellationToken, Workspace> _open;

    private readonly Argument<string> _path;

    private readonly Option<string?> _policy = new("--policy")
    {
        Description = "The policy file, or package:Id@range for one from a feed of the current folder. Without it the nearest ai-tool-policy.json at or above PATH holds; without any, an inventory is taken.",
        HelpName = "FILE",
    };

    private readonly Option<string?> _digest = new("--expect-policy-digest")
    {
        Description = "The digest that the policy must have, as sha256:…; another one is an error.",
        HelpName = "DIGEST",
    };

    private readonly Option<string?> _catalogDigest = new("--expect-catalog-digest")
    {
        Description = "The digest that the catalog of this tool must have, as sha256:…; another one is an error.",
        HelpName = "DIGEST",
    };

    private readonly Option<Day?> _asOf = DayOption.Create("--as-of", "The day to judge by, as yyyy-MM-dd; a later one than today (UTC) is a preview.");

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

    private readonly Option<string> _mode = new("--mode")
    {
        Description = $"'{RequiredMode}': a check that was not complete has an exit code of its own, {ExitCode.Incomplete}, for a job that must not pass on half a check.",
        HelpName = $"normal|{RequiredMode}",
        DefaultValueFactory = _ => "normal",
    };

    private readonly Option<bool> _suggest = new("--suggest")
    {
        Description = "Also ask the NuGet feeds for a way out of each restricted package: the nearest version that brings in nothing restricted, or what stands in its place.",
    };

    private ScanCommand(Surroundings surroundings, Argument<string> path, Func<string, string?, CancellationToken, Workspace> open)
    {
        _surroundings = surroundings;
        _path = path;
        _open = open;
        _format.AcceptOnlyFromAmong([.. Report.Formats]);
        _group.AcceptOnlyFromAmong([.. Report.Groups]);
        _mode.AcceptOnlyFromAmong("normal", RequiredMode);
    }

    public static Command Create(Surroundings surroundings)
    {
        var path = new Argument<string>("PATH") { Description = "The repository, or a folder in it to check alone.", DefaultValueFactory = _ => "." };
        return new ScanCommand(surroundings, path, Workspace.Open).Named("scan", "Checks all files of a repository against its policy, without building it.");
    }

    public static Command CreateForOutput(Surroundings surroundings)
    {
        var path = new Argument<string>("PATH") { Description = "A folder that a build or a publish made." };
        return new ScanCommand(surroundings, path, Workspace.OpenOutput).Named("scan-output", "Checks what a build made: assemblies by their metadata, and all other files.");
    }

    private Command Named(string name, string description)
    {
        var command = new Command(name, description) { _path, _policy, _digest, _catalogDigest, _asOf, _exclude, _format, _group, _output, _showExempted, _mode, _suggest };
        command.SetAction((parsed, cancellation) => Task.Run(() => Run(parsed, cancellation), cancellation));
        return command;
    }

    private int Run(ParseResult parsed, CancellationToken cancellation)
    {
        var (workspace, result, advice) = WithProgress(say =>
        {
            say("Listing files");
            var opened = _open(parsed.GetValue(_path)!, parsed.GetValue(_policy), cancellation).Without(parsed.GetValue(_exclude)!);
            say($"Inspecting {opened.Files.Count} files");
            var outcome = PolicyCheck.Run(opened.Request(_surroundings.Today, parsed.GetValue(_asOf), cancellation, _surroundings.Variables) with { ExpectedDigest = parsed.GetValue(_digest), ExpectedCatalogDigest = parsed.GetValue(_catalogDigest) });
            if (!parsed.GetValue(_suggest))
            {
                return (opened, outcome, []);
            }

            say("Asking feeds");
            return (opened, outcome, new RemedySearch(opened, SdkFeeds.Open(opened.Root), outcome.AsOf, cancellation).Run(_ => true));
        });
        Publish(parsed, new Report(result, workspace.HasPolicy, workspace.Files.Count, workspace.Excluded) { ShowsExempted = parsed.GetValue(_showExempted), Advice = advice, Packages = workspace.FetchedLayers }, cancellation);
        return ExitCode.Of(result, parsed.GetValue(_mode) == RequiredMode);
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
