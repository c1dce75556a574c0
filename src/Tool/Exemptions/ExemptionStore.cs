using AiToolPolicy.Engine;
using AiToolPolicy.Engine.Edits;
using AiToolPolicy.Engine.Exemptions;
using AiToolPolicy.Engine.Findings;
using AiToolPolicy.Engine.Inspection;
using AiToolPolicy.Engine.Text;
using AiToolPolicy.Files;
using AiToolPolicy.Tool.Fixes;

namespace AiToolPolicy.Tool.Exemptions;

/// <summary>A repository's file of exemptions while it is changed: it is judged as it would be, and written whole or not at all.</summary>
internal sealed class ExemptionStore
{
    private readonly Workspace _workspace;
    private readonly Day _today;
    private readonly CancellationToken _cancellation;
    private readonly string _before;

    private ExemptionStore(Workspace workspace, string path, Day today, CancellationToken cancellation)
    {
        (_workspace, Path, _today, _cancellation) = (workspace, path, today, cancellation);
        _before = Read(workspace, path);
        Text = _before;
    }

    /// <summary>Repository-relative.</summary>
    public string Path { get; }

    public string Text { get; private set; }

    public SourceFile File => new(Path, Text);

    public bool IsChanged => Text != _before;

    public Workspace Workspace => _workspace;

    public Day Today => _today;

    /// <param name="path">The repository, or a folder in it.</param>
    /// <param name="file">The file of exemptions that was named; null: the one beside the policy, or at the root.</param>
    /// <exception cref="UsageException">There is no policy that can be read, or the file cannot be read.</exception>
    public static ExemptionStore Open(string path, string? policy, string? file, Day today, CancellationToken cancellation)
    {
        var workspace = Workspace.Open(path, policy, cancellation);
        if (workspace.Policy.Policy is null)
        {
            throw new UsageException(workspace.HasPolicy
                ? $"The policy cannot be read: {workspace.Policy.Findings[0].Message}"
                : "There is no policy, so nothing is restricted and nothing has to be exempted.");
        }

        return new(workspace, file is null ? RepositoryExemptions.PathOf(workspace) : RepositoryPath.Relative(workspace.Root, file), today, cancellation);
    }

    /// <exception cref="UsageException">The file cannot be changed so.</exception>
    public void Apply(FileEdit edit)
    {
        if (edit.Refusal is { } reason)
        {
            throw new UsageException($"'{PlainText.Safe(Path)}' cannot be changed: {reason}");
        }

        Text = TextEdit.Apply(Text, edit.Edits);
    }

    /// <summary>The whole repository, checked with the file as it is now.</summary>
    public CheckResult Check()
    {
        var request = _workspace.Request(_today, null, _cancellation);
        return PolicyCheck.Run(request with { ExemptionFiles = ExemptionFiles });
    }

    /// <summary>The files of exemptions of the repository, this one as it is now.</summary>
    public IReadOnlyList<InputFile> ExemptionFiles =>
        [.. _workspace.ExemptionFiles.Where(known => known.Path != Path), .. Text.Length == 0 ? [] : new[] { InputFile.Of(Path, Text) }];

    private IReadOnlyList<Finding> Mistakes(CheckResult result) =>
        [.. result.Findings.Where(finding => finding.Location.Path == Path && finding.Severity >= Severity.Warning)];

    /// <summary>The records as they are now, in the order of the file.</summary>
    public IReadOnlyList<Location> Records => [.. ExemptionFile.Read(File, []).Select(record => record.Location)];

    /// <summary>What is wrong with the records at these places in their order, whatever is wrong with others.</summary>
    public IReadOnlyList<Finding> Mistakes(CheckResult result, Func<int, bool> isMeant)
    {
        var records = Records;
        return [.. Mistakes(result).Where(finding => isMeant(records.Count(record => (record.Line, record.Column).CompareTo((finding.Location.Line, finding.Location.Column)) <= 0) - 1))];
    }

    public void Write()
    {
        if (IsChanged)
        {
            OutputFile.Write(System.IO.Path.Combine(_workspace.Root, Path), Text, _cancellation);
        }
    }

    private static string Read(Workspace workspace, string path)
    {
        var file = System.IO.Path.Combine(workspace.Root, path);
        if (!System.IO.File.Exists(file))
        {
            return "";
        }

        var read = TextFile.Read(file, TextFile.ExemptionLimit);
        return read.Text ?? throw new UsageException($"'{PlainText.Safe(path)}' could not be read: {read.Failure}");
    }
}
