using System.CommandLine;
using AiToolPolicy.Engine.Catalog;
using AiToolPolicy.Engine.Findings;
using AiToolPolicy.Engine.Text;
using AiToolPolicy.Feeds.Packages;
using AiToolPolicy.Files;
using AiToolPolicy.Tool.Feeds;
using AiToolPolicy.Tool.Reports;

namespace AiToolPolicy.Tool.Commands;

/// <summary><c>policy update [PATH]</c>: pins the policy packages of a repository to the versions that their ranges give today.</summary>
internal sealed class PolicyUpdateCommand
{
    private readonly Surroundings _surroundings;

    private readonly Argument<string> _path = new("PATH")
    {
        Description = "The repository, or a folder in it.",
        DefaultValueFactory = _ => ".",
    };

    private PolicyUpdateCommand(Surroundings surroundings) => _surroundings = surroundings;

    public static Command Create(Surroundings surroundings)
    {
        var update = new PolicyUpdateCommand(surroundings);
        var command = new Command("update", $"Asks the feeds for the newest versions of the policy packages that are extended, and writes them with their digests into {PolicyLock.FileName}.") { update._path };
        command.SetAction((parsed, cancellation) => Task.Run(() => update.Run(parsed, cancellation), cancellation));
        return command;
    }

    private int Run(ParseResult parsed, CancellationToken cancellation)
    {
        var folder = Workspace.FolderAt(parsed.GetValue(_path)!);
        var root = RepositoryRoot.Find(folder, PolicyLocator.Uppermost(folder) is { } upper ? Path.GetDirectoryName(upper) : null);
        var layers = new PackageLayers(ToolFeeds.Packages(root, cancellation), PolicyLockFile.Absent);
        var loaded = PolicyLocator.Found(folder, root, new PolicySources([], [layers])).Load(CompiledCatalog.Embedded);
        _surroundings.Output.Write(FindingLines.Of(loaded.Findings, _surroundings.HasColour));

        // A warning of a feed means that an older copy had to do, which nobody wants to be pinned to unawares.
        if (loaded.Findings.Any(finding => finding.Severity == Severity.Error || finding.Rule == Rules.PolicyMissing))
        {
            _surroundings.Error.WriteLine($"{PolicyLock.FileName} was left as it is.");
            return ExitCode.Unusable;
        }

        var found = layers.Found;
        if (found.Count == 0)
        {
            _surroundings.Output.WriteLine("The policy extends no package: there is nothing to pin.");
            return ExitCode.Clean;
        }

        Write(root, found, cancellation);
        return ExitCode.Clean;
    }

    private void Write(string root, IReadOnlyList<LockedPackage> found, CancellationToken cancellation)
    {
        var file = new PolicyLockFile(root);
        var known = file.Lock?.Packages ?? [];
        OutputFile.Write(file.Path, new PolicyLock(found).Write(), cancellation);
        foreach (var package in found)
        {
            var before = known.FirstOrDefault(other => other.Id == package.Id && other.Range == package.Range);
            var change = before is null ? "" : before.Version == package.Version ? ", as before" : $", before {before.Version}";
            _surroundings.Output.WriteLine($"{package.Id} {PlainText.Safe(package.Range, 100)}: {package.Version}{change}, sha512 {package.Sha512}");
        }
    }
}
