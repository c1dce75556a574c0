using System.CommandLine;
using System.CommandLine.Parsing;
using AiToolPolicy.Engine;
using AiToolPolicy.Engine.Edits;
using AiToolPolicy.Engine.Findings;
using AiToolPolicy.Engine.Text;
using AiToolPolicy.Tool.Fixes;
using AiToolPolicy.Tool.Reports;

namespace AiToolPolicy.Tool.Commands;

/// <summary><c>fix [PATH]</c>: mends what the policy restricts, by the same edits as the editor's light bulb.</summary>
internal sealed class FixCommand
{
    private readonly Surroundings _surroundings;

    private readonly Argument<string> _path = new("PATH")
    {
        Description = "The repository, or a folder in it to mend alone.",
        DefaultValueFactory = _ => ".",
    };

    private readonly Option<string?> _policy = new("--policy")
    {
        Description = "The policy file. Without it the nearest ai-tool-policy.json at or above PATH holds.",
        HelpName = "FILE",
    };

    private readonly Option<bool> _dryRun = new("--dry-run") { Description = "Show the changes as a unified diff and write nothing." };

    private readonly Option<string[]> _rules = new("--rule") { Description = "Mend findings of this rule only; may be given several times.", HelpName = "ID" };

    private readonly Option<string[]> _tools = new("--tool") { Description = "Mend findings of this tool only, notices included; may be given several times.", HelpName = "ID" };

    private readonly Option<bool> _remove = new("--remove") { Description = "Take out what is restricted. This is the default." };

    private readonly Option<bool> _replace = new("--replace") { Description = "Put in its place what the policy names instead ('useInstead'), where the catalog knows a counterpart of the same kind." };

    private readonly Option<bool> _exempt = new("--exempt") { Description = $"Begin a record in {ExemptionSkeleton.FileName} beside the policy. It exempts nothing until justification, owner and expiry are filled in." };

    private readonly Option<Counterpart?> _with = new("--with")
    {
        Description = "With --replace: the counterpart to use where there are several, and its version.",
        HelpName = "ID[@VERSION]",
        CustomParser = ParseCounterpart,
    };

    private FixCommand(Surroundings surroundings)
    {
        _surroundings = surroundings;
        _rules.Validators.Add(option =>
        {
            foreach (var id in option.Tokens.Select(token => token.Value).Where(id => Rules.ById(id) is null))
            {
                option.AddError($"There is no rule '{PlainText.Safe(id)}'.{Nearest.Hint(id, Rules.All.Select(rule => rule.Id))}");
            }
        });
    }

    public static Command Create(Surroundings surroundings)
    {
        var fix = new FixCommand(surroundings);
        var command = new Command("fix", "Takes what the policy restricts out of project files and manifests, replaces it, or begins an exemption for it.")
        {
            fix._path, fix._policy, fix._dryRun, fix._rules, fix._tools, fix._remove, fix._replace, fix._with, fix._exempt,
        };
        command.Validators.Add(fix.OneWay);
        command.SetAction((parsed, cancellation) => Task.Run(() => fix.Run(parsed, cancellation), cancellation));
        return command;
    }

    private void OneWay(CommandResult command)
    {
        if (new[] { _remove, _replace, _exempt }.Count(command.GetValue) > 1)
        {
            command.AddError("--remove, --replace and --exempt are three ways to mend a finding: choose one.");
        }
        else if (command.GetResult(_with) is not null && !command.GetValue(_replace))
        {
            command.AddError("--with says what to use with --replace.");
        }
    }

    private int Run(ParseResult parsed, CancellationToken cancellation)
    {
        var workspace = Workspace.Open(parsed.GetValue(_path)!, parsed.GetValue(_policy), cancellation);
        var result = PolicyCheck.Run(workspace.Request(_surroundings.Today, null, cancellation));
        if (ExitCode.Of(result) == ExitCode.Unusable)
        {
            Tell(result.Findings.Where(finding => finding.Rule == Rules.PolicyInvalid || finding.Rule == Rules.PolicyMissing).Select(FixReport.Line));
            return ExitCode.Unusable;
        }

        var plan = Plan(parsed, workspace, Chosen(parsed, workspace, result));
        var isDry = parsed.GetValue(_dryRun);
        if (isDry)
        {
            _surroundings.Output.Write(string.Concat(plan.Files.Select(file => UnifiedDiff.Of(file.Path, file.Before, file.After))));
        }
        else
        {
            new ChangedFiles(workspace.Root, plan.Files).Write(cancellation);
        }

        var after = PolicyCheck.Run(workspace.With(plan.Files).Request(_surroundings.Today, null, cancellation));
        Tell(FixReport.Lines(plan, after, workspace.HasPolicy, isDry));
        return ExitCode.Of(after);
    }

    private List<Finding> Chosen(ParseResult parsed, Workspace workspace, CheckResult result)
    {
        var tools = parsed.GetValue(_tools) ?? [];
        foreach (var id in tools.Where(id => workspace.Policy.Catalog.Tool(id) is null))
        {
            throw new UsageException($"No tool '{PlainText.Safe(id)}' is in the catalog.{Nearest.Hint(id, workspace.Policy.Catalog.Tools.Select(tool => tool.Id))}");
        }

        var rules = parsed.GetValue(_rules) ?? [];
        return
        [
            .. result.Findings.Where(finding => finding.Subject is not null
                && (tools.Length == 0 ? finding.Severity >= Severity.Warning : tools.Contains(finding.Subject.Tool))
                && (rules.Length == 0 || rules.Contains(finding.Rule.Id, StringComparer.OrdinalIgnoreCase))),
        ];
    }

    private FixPlan Plan(ParseResult parsed, Workspace workspace, List<Finding> findings)
    {
        if (parsed.GetValue(_exempt))
        {
            var path = RepositoryExemptions.PathOf(workspace);
            return FixPlan.Exempting(path, RepositoryExemptions.Text(workspace, path), findings);
        }

        var chosen = parsed.GetValue(_with);
        return parsed.GetValue(_replace)
            ? FixPlan.InPlace(workspace, findings, (file, finding) => Replacement.Edit(workspace.PolicyFor(finding.Location.Path), _surroundings.Today, file, finding, chosen))
            : FixPlan.InPlace(workspace, findings, (file, finding) => FileMender.Remove(file, new EditTarget(finding.Location, finding.Subject!.Seen)));
    }

    // The diff alone goes to the output of a dry run, so that it can be piped into another program.
    private void Tell(IEnumerable<string> lines)
    {
        foreach (var line in lines)
        {
            _surroundings.Error.WriteLine(line);
        }
    }

    private static Counterpart? ParseCounterpart(ArgumentResult argument)
    {
        var written = argument.Tokens[0].Value;
        if (Counterpart.Parse(written) is { } counterpart)
        {
            return counterpart;
        }

        argument.AddError($"'{PlainText.Safe(written)}' is no package or extension: write ID or ID@VERSION, such as Contoso.Ai@2.1.0.");
        return null;
    }
}
