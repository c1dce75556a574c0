using System.CommandLine;
using AiToolPolicy.Engine;
using AiToolPolicy.Engine.Findings;
using AiToolPolicy.Engine.Policies;
using AiToolPolicy.Tool.Reports;

namespace AiToolPolicy.Tool.Commands;

/// <summary><c>validate [FILE]</c>: everything that is wrong with a policy, its layers, its own tools and the exemptions beside it.</summary>
internal sealed class ValidateCommand
{
    private readonly Surroundings _surroundings;

    private readonly Argument<string?> _file = new("FILE")
    {
        Description = "The policy file. Without it the policy that holds in the current folder, of all its layers.",
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
        var command = new Command("validate", "Tells everything that is wrong with a policy, its layers and the exemptions beside it. Exit code 2 when something is.") { validate._file, validate._format };
        command.SetAction((parsed, cancellation) => Task.Run(() => validate.Run(parsed, cancellation), cancellation));
        return command;
    }

    private int Run(ParseResult parsed, CancellationToken cancellation)
    {
        var opened = OpenedPolicy.Open(parsed.GetValue(_file), cancellation);
        var result = PolicyCheck.Run(new CheckRequest(opened.Policy, [], _surroundings.Today) { ExemptionFiles = opened.ExemptionFiles, Cancellation = cancellation });
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
        var told = findings.Count == 0 ? "no problem" : $"{Count(errors, "error")}, {Count(others, "other remark")}";
        return $"{loaded.Policy?.Title ?? "no policy that can be read"}: {Count(loaded.Layers.Count, "layer")}, {Count(loaded.Policy?.Rules.Count ?? 0, "rule")}, {told}";
    }

    private static string Count(int count, string noun) => count == 1 ? $"1 {noun}" : $"{count} {noun}s";
}
