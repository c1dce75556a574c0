using System.CommandLine;
using AiToolPolicy.Engine;
using AiToolPolicy.Engine.Inspection.Machine;
using AiToolPolicy.Files.Machine;
using AiToolPolicy.Tool.Reports;

namespace AiToolPolicy.Tool.Commands;

/// <summary><c>doctor</c>: which AI tools are installed on this machine, what the policy says of them, and how they are removed.</summary>
internal sealed class DoctorCommand
{
    private readonly Surroundings _surroundings;

    private readonly Option<string?> _policy = new("--policy")
    {
        Description = "The policy file. Without it the nearest ai-tool-policy.json at or above the current folder holds; without any, an inventory is taken.",
        HelpName = "FILE",
    };

    private readonly Option<string> _format = new("--format")
    {
        Description = "The form of the report.",
        HelpName = string.Join('|', Report.Formats),
        DefaultValueFactory = _ => Report.Formats[0],
    };

    private DoctorCommand(Surroundings surroundings)
    {
        _surroundings = surroundings;
        _format.AcceptOnlyFromAmong([.. Report.Formats]);
    }

    public static Command Create(Surroundings surroundings)
    {
        var doctor = new DoctorCommand(surroundings);
        var command = new Command("doctor", "Lists the AI tools that are installed on this machine, by names and places alone. Nothing is started, and nothing leaves the machine.") { doctor._policy, doctor._format };
        command.SetAction((parsed, cancellation) => Task.Run(() => doctor.Run(parsed, cancellation), cancellation));
        return command;
    }

    private int Run(ParseResult parsed, CancellationToken cancellation)
    {
        var workspace = Workspace.OpenMachine(".", parsed.GetValue(_policy), cancellation);
        var things = MachineInventory.Take(_surroundings.Machine, workspace.Policy.Catalog);
        var result = PolicyCheck.Run(workspace.Request(_surroundings.Today, null, cancellation) with
        {
            MoreEvidence = InstalledTools.Find(workspace.Policy.Catalog, things),
        });
        _surroundings.Output.Write(new Report(result, workspace.HasPolicy, 0).Render(parsed.GetValue(_format)!, _surroundings.HasColour));
        _surroundings.Output.Flush();
        return ExitCode.Of(result);
    }
}
