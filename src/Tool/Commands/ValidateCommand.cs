using System.CommandLine;
using AiToolPolicy.Engine;
using AiToolPolicy.Engine.Findings;
using AiToolPolicy.Engine.Policies;
using AiToolPolicy.Engine.Text;
using AiToolPolicy.Tool.Reports;

namespace AiToolPolicy.Tool.Commands;

/// <summary><c>validate [FILE]</c>: everything that is wrong with a policy, its layers, its own tools and the exemptions beside it and below.</summary>
internal sealed class ValidateCommand
{
    private readonly Surroundings _surroundings;

    private readonly Argument<string?> _file = new("FILE")
    {
        Description = "The policy file; or a folder, for the policy that holds there, of all its layers, and those nearer to projects below. Without it the current folder.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private readonly Option<string> _format = new("--format")
    {
        Description = "The form of the report.",
        HelpName = "text|json",
        DefaultValueFactory = _ => "text",
    };

    private ValidateCommand(Surroundings surroundings)
    {
        _surroundings = surroundings;
        _format.AcceptOnlyFromAmong("text", "json");
    }

    public static Command Create(Surroundings surroundings)
    {
        var validate = new ValidateCommand(surroundings);
        var command = new Command("validate", "Tells everything that is wrong with a policy, its layers and the exemptions beside it and below. Exit code 2 when something is.") { validate._file, validate._format };
        command.SetAction((parsed, cancellation) => Task.Run(() => validate.Run(parsed, cancellation), cancellation));
        return command;
    }

    private int Run(ParseResult parsed, CancellationToken cancellation)
    {
        var file = parsed.GetValue(_file);
        var opened = OpenedPolicy.Open(file, cancellation).WithAllBelow(file, cancellation);
        var result = PolicyCheck.Run(new CheckRequest(opened.Policy, [], _surroundings.Today) { Areas = opened.Areas, ExemptionFiles = opened.ExemptionFiles, Cancellation = cancellation });
        var text = parsed.GetValue(_format) == "json"
            ? PolicyJson.Problems(opened.Policy, result.Findings)
            : FindingLines.Of(result.Findings, _surroundings.HasColour) + Closing(opened.Policy, result.Findings) + "\n";
        _surroundings.Output.Write(text);
        _surroundings.Output.Flush();
        return result.Findings.Any(finding => finding.Severity == Severity.Error) ? ExitCode.Unusable : ExitCode.Clean;
    }

    private static string Closing(LoadedPolicy loaded, IReadOnlyList<Finding> findings)
    {
        var (errors, others) = (findings.Count(finding => finding.Severity == Severity.Error), findings.Count(finding => finding.Severity != Severity.Error));
        var told = findings.Count == 0 ? "no problem" : $"{Counted.Of(errors, "error")}, {Counted.Of(others, "other remark")}";
        return $"{loaded.Policy?.Title ?? "no policy that can be read"}: {Counted.Of(loaded.Layers.Count, "layer")}, {Counted.Of(loaded.Policy?.Rules.Count ?? 0, "rule")}, {told}";
    }
}
