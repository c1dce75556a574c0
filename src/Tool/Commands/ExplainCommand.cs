using System.CommandLine;
using AiToolPolicy.Engine.Findings;
using AiToolPolicy.Engine.Text;
using AiToolPolicy.Tool.Explanations;
using AiToolPolicy.Tool.Feeds;

namespace AiToolPolicy.Tool.Commands;

/// <summary><c>explain WHAT [PATH]</c>: what a rule, a tool or a package is, what the policy says of it, and what to do.</summary>
internal sealed class ExplainCommand
{
    private readonly Surroundings _surroundings;

    private readonly Argument<string> _what = new("WHAT") { Description = "A rule (AITP1001, or the id of one in the policy), a tool (claude-code), or a NuGet package." };

    private readonly Argument<string> _path = new("PATH")
    {
        Description = "The repository, or a folder in it.",
        DefaultValueFactory = _ => ".",
    };

    private readonly Option<string?> _policy = new("--policy")
    {
        Description = "The policy file. Without it the nearest ai-tool-policy.json at or above PATH holds.",
        HelpName = "FILE",
    };

    private readonly Option<Day?> _asOf = DayOption.Create("--as-of", "The day to judge by, as yyyy-MM-dd; today (UTC) without it.");

    private ExplainCommand(Surroundings surroundings) => _surroundings = surroundings;

    public static Command Create(Surroundings surroundings)
    {
        var explain = new ExplainCommand(surroundings);
        var command = new Command("explain", "Says what a rule, a tool or a package is, what the policy says of it, what brings it in, and what to do.") { explain._what, explain._path, explain._policy, explain._asOf };
        command.SetAction((parsed, cancellation) => Task.Run(() => explain.Run(parsed, cancellation), cancellation));
        return command;
    }

    private int Run(ParseResult parsed, CancellationToken cancellation)
    {
        var what = parsed.GetValue(_what)!;
        var workspace = Workspace.Open(parsed.GetValue(_path)!, parsed.GetValue(_policy), cancellation);
        var asOf = parsed.GetValue(_asOf) ?? _surroundings.Today;
        var text = Rules.ById(what) is { } rule ? RuleExplanation.Of(rule)
            : workspace.Policy.Policy?.Rules.FirstOrDefault(own => own.Id == what) is { } own ? RuleExplanation.Of(own, workspace.Policy.Policy!)
            : workspace.Policy.Catalog.Tool(what) is { } tool ? ToolExplanation.Of(tool, workspace.Policy, asOf)
            : new PackageExplanation(workspace, SdkFeeds.Open(workspace.Root), asOf, cancellation).Of(what);
        _surroundings.Output.Write(text);
        _surroundings.Output.Flush();
        return ExitCode.Clean;
    }
}
