using System.CommandLine;
using AiToolPolicy.Engine.Findings;
using AiToolPolicy.Engine.Judging;
using AiToolPolicy.Tool.Reports;

namespace AiToolPolicy.Tool.Commands;

/// <summary><c>policy diff OLD NEW</c>: what a change of a policy loosens and tightens.</summary>
internal sealed class PolicyDiffCommand
{
    private readonly Surroundings _surroundings;

    private readonly Argument<string> _old = new("OLD") { Description = "The policy file as it was." };

    private readonly Argument<string> _new = new("NEW") { Description = "The policy file as it is to be." };

    private readonly Option<bool> _noLoosening = new("--no-loosening") { Description = "Exit code 1 when the new policy is looser in anything." };

    private readonly Option<string> _format = new("--format")
    {
        Description = "The form of the report.",
        HelpName = "text|json",
        DefaultValueFactory = _ => "text",
    };

    private PolicyDiffCommand(Surroundings surroundings)
    {
        _surroundings = surroundings;
        _format.AcceptOnlyFromAmong("text", "json");
    }

    public static Command Create(Surroundings surroundings)
    {
        var diff = new PolicyDiffCommand(surroundings);
        var command = new Command("diff", "Tells what a new policy loosens and tightens against an old one, each with all layers that it extends.") { diff._old, diff._new, diff._noLoosening, diff._format };
        command.SetAction((parsed, cancellation) => Task.Run(() => diff.Run(parsed, cancellation), cancellation));
        return command;
    }

    private int Run(ParseResult parsed, CancellationToken cancellation)
    {
        var old = OpenedPolicy.Open(parsed.GetValue(_old)!, cancellation).Policy;
        var fresh = OpenedPolicy.Open(parsed.GetValue(_new)!, cancellation).Policy;
        IReadOnlyList<Finding> problems = [.. new[] { old, fresh }.SelectMany(policy => policy.Findings).Distinct()];
        _surroundings.Error.Write(FindingLines.Of(problems, hasColour: false));
        if (old.Policy is null || fresh.Policy is null)
        {
            return ExitCode.Unusable;
        }

        var changes = PolicyComparison.Of(old, fresh);
        _surroundings.Output.Write(parsed.GetValue(_format) == "json" ? PolicyJson.Changes(old, fresh, changes) : PolicyText.Changes(changes));
        _surroundings.Output.Flush();
        return IsWrong(problems) ? ExitCode.Unusable
            : parsed.GetValue(_noLoosening) && changes.Any(change => change.IsLoosening) ? ExitCode.Violation
            : ExitCode.Clean;
    }

    private static bool IsWrong(IReadOnlyList<Finding> problems) => problems.Any(problem => problem.Severity == Severity.Error);
}
