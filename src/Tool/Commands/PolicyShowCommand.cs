using System.CommandLine;
using AiToolPolicy.Engine.Findings;
using AiToolPolicy.Tool.Reports;

namespace AiToolPolicy.Tool.Commands;

/// <summary><c>policy show</c>: the layers of a policy, and what holds of all of them with the line that says so.</summary>
internal sealed class PolicyShowCommand
{
    private readonly Surroundings _surroundings;

    private readonly Option<string?> _policy = new("--policy")
    {
        Description = "The policy file. Without it the policy that holds in the current folder.",
        HelpName = "FILE",
    };

    private readonly Option<bool> _resolved = new("--resolved") { Description = "Also what holds of all layers together, each entry with the line that makes it so." };

    private readonly Option<string> _format = new("--format")
    {
        Description = "The form of the report.",
        HelpName = "text|json",
        DefaultValueFactory = _ => "text",
    };

    private PolicyShowCommand(Surroundings surroundings)
    {
        _surroundings = surroundings;
        _format.AcceptOnlyFromAmong("text", "json");
    }

    public static Command Create(Surroundings surroundings)
    {
        var show = new PolicyShowCommand(surroundings);
        var command = new Command("show", "Shows the layers of a policy, and with --resolved what holds and which line of which layer says so.") { show._policy, show._resolved, show._format };
        command.SetAction((parsed, cancellation) => Task.Run(() => show.Run(parsed, cancellation), cancellation));
        return command;
    }

    private int Run(ParseResult parsed, CancellationToken cancellation)
    {
        var loaded = OpenedPolicy.Open(parsed.GetValue(_policy), cancellation).Policy;
        var isResolved = parsed.GetValue(_resolved) && loaded.Policy is not null;
        _surroundings.Output.Write(parsed.GetValue(_format) == "json"
            ? isResolved ? PolicyJson.Entries(loaded) : PolicyJson.Layers(loaded)
            : PolicyText.Layers(loaded) + (isResolved ? PolicyText.Entries(loaded) : ""));
        _surroundings.Output.Flush();
        _surroundings.Error.Write(FindingLines.Of(loaded.Findings, hasColour: false));
        return loaded.Findings.Any(finding => finding.Severity == Severity.Error) ? ExitCode.Unusable : ExitCode.Clean;
    }
}
