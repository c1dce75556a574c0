using System.CommandLine;
using AiToolPolicy.Engine.Text;
using AiToolPolicy.Tool.Reports;

namespace AiToolPolicy.Tool.Commands;

/// <summary><c>preview --on DATE [PATH]</c>: what would warn or fail on a coming day, by rule and project.</summary>
internal sealed class PreviewCommand
{
    private readonly Surroundings _surroundings;

    private readonly Argument<string> _path = new("PATH")
    {
        Description = "The repository, or a folder in it to look at alone.",
        DefaultValueFactory = _ => ".",
    };

    private readonly Option<Day?> _on = new("--on")
    {
        Description = "The day to look ahead to, as yyyy-MM-dd (UTC).",
        HelpName = "DATE",
        Required = true,
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

    private readonly Option<string?> _policy = new("--policy")
    {
        Description = "The policy file. Without it the policy that holds in PATH.",
        HelpName = "FILE",
    };

    private readonly Option<string> _format = new("--format")
    {
        Description = "The form of the report.",
        HelpName = "text|json",
        DefaultValueFactory = _ => "text",
    };

    private PreviewCommand(Surroundings surroundings)
    {
        _surroundings = surroundings;
        _format.AcceptOnlyFromAmong("text", "json");
    }

    public static Command Create(Surroundings surroundings)
    {
        var preview = new PreviewCommand(surroundings);
        var command = new Command("preview", "Tells what would warn or fail on a coming day, by rule and project. Restored projects show what comes in behind their references, too.") { preview._path, preview._on, preview._policy, preview._format };
        command.SetAction((parsed, cancellation) => Task.Run(() => preview.Run(parsed, cancellation), cancellation));
        return command;
    }

    private int Run(ParseResult parsed, CancellationToken cancellation)
    {
        var on = parsed.GetValue(_on)!.Value;
        if (on < _surroundings.Today)
        {
            throw new UsageException($"{on} is past ({_surroundings.Today} is today); a preview looks ahead.");
        }

        var workspace = Workspace.Open(parsed.GetValue(_path)!, parsed.GetValue(_policy), cancellation);
        var result = Preview.Of(workspace, _surroundings.Today, on, cancellation);
        var groups = Preview.Groups(result, workspace.Repository.Files);
        _surroundings.Output.Write(parsed.GetValue(_format) == "json" ? PreviewReport.Json(result, groups) : PreviewReport.Text(result, groups, _surroundings.HasColour));
        _surroundings.Output.Flush();
        return ExitCode.Of(result) == ExitCode.Unusable ? ExitCode.Unusable : ExitCode.Clean;
    }
}
