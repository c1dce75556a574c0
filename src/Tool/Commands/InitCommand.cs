using System.CommandLine;
using AiToolPolicy.Engine;
using AiToolPolicy.Engine.Policies;
using AiToolPolicy.Engine.Text;
using AiToolPolicy.Files;
using AiToolPolicy.Tool.Policies;

namespace AiToolPolicy.Tool.Commands;

/// <summary><c>init [PATH]</c>: writes a first policy, of what was found or of a sample. A policy that is there stays as it is.</summary>
internal sealed class InitCommand
{
    private readonly Surroundings _surroundings;

    private readonly Argument<string> _path = new("PATH")
    {
        Description = "The folder to write ai-tool-policy.json to.",
        DefaultValueFactory = _ => ".",
    };

    private readonly Option<string?> _sample = new("--sample")
    {
        Description = $"What the policy begins as: '{InitialPolicy.Found}' has a rule for each tool that was found, and restricts nothing yet; the others are the product's samples. Asked for on a terminal; elsewhere '{InitialPolicy.Found}'.",
        HelpName = string.Join('|', Kinds),
    };

    private InitCommand(Surroundings surroundings)
    {
        _surroundings = surroundings;
        _sample.AcceptOnlyFromAmong([.. Kinds]);
    }

    private static IReadOnlyList<string> Kinds { get; } = [InitialPolicy.Found, .. InitialPolicy.Samples];

    public static Command Create(Surroundings surroundings)
    {
        var init = new InitCommand(surroundings);
        var command = new Command("init", "Writes a first ai-tool-policy.json. One that is there is never overwritten.") { init._path, init._sample };
        command.SetAction((parsed, cancellation) => Task.Run(() => init.Run(parsed, cancellation), cancellation));
        return command;
    }

    private int Run(ParseResult parsed, CancellationToken cancellation)
    {
        var folder = Workspace.FolderAt(parsed.GetValue(_path)!);
        var file = Path.Combine(folder, PolicyFile.Name);
        if (File.Exists(file) || Directory.Exists(file))
        {
            throw new UsageException($"There is an {PolicyFile.Name} in '{PlainText.Safe(folder, 4096)}', and it is not overwritten.");
        }

        var kind = parsed.GetValue(_sample) ?? Asked() ?? InitialPolicy.Found;
        var workspace = Workspace.Open(folder, null, cancellation);
        var text = kind == InitialPolicy.Found ? OfWhatIsFound(workspace, folder, cancellation) : InitialPolicy.Sample(kind);
        OutputFile.Write(file, text, cancellation);
        _surroundings.Output.WriteLine($"{PlainText.Safe(file, 4096)} was written.");
        if (PolicyLocator.Stack(folder, workspace.Root).Skip(1).FirstOrDefault() is { } above)
        {
            _surroundings.Output.WriteLine($"It is a layer beneath {PlainText.Safe(RepositoryPath.Relative(workspace.Root, above))}: it can add to that, and relax nothing.");
        }

        _surroundings.Output.WriteLine("Next: decide in it, then 'ai-tool-policy validate' and 'ai-tool-policy scan'.");
        return ExitCode.Clean;
    }

    private string? Asked()
    {
        if (_surroundings.Ask is not { } ask)
        {
            return null;
        }

        var answer = ask($"What shall the policy begin as ({string.Join(", ", Kinds)})?", InitialPolicy.Found, Fault);
        return Fault(answer) is { } fault ? throw new UsageException(fault) : answer;
    }

    private static string? Fault(string kind) => Kinds.Contains(kind) ? null : $"'{PlainText.Safe(kind)}' is none of {string.Join(", ", Kinds)}.{Nearest.Hint(kind, Kinds)}";

    // What is there, whatever a policy above says of it.
    private string OfWhatIsFound(Workspace workspace, string folder, CancellationToken cancellation)
    {
        var inventory = workspace.AsInventory();
        var result = PolicyCheck.Run(inventory.Request(_surroundings.Today, null, cancellation));
        return InitialPolicy.Of(result.Findings, inventory.Policy.Catalog, Path.GetFileName(folder), _surroundings.Today);
    }
}
