using AiToolPolicy.Engine.Json;
using AiToolPolicy.Engine.Text;
using AiToolPolicy.Files;

namespace AiToolPolicy.Feeds.Packages;

/// <summary>A repository's lock file. It is read when a package is named, which in most repositories never happens.</summary>
/// <param name="root">The repository's root, absolute.</param>
public sealed class PolicyLockFile(string root)
{
    private readonly Lazy<(PolicyLock? Lock, string? Problem)> _read = new(() => Read(System.IO.Path.Combine(root, PolicyLock.FileName)));

    /// <summary>None, for whoever is about to write it anew.</summary>
    public static PolicyLockFile Absent { get; } = new("");

    public string Path { get; } = System.IO.Path.Combine(root, PolicyLock.FileName);

    /// <summary>Null where there is none, or where it cannot be read.</summary>
    public PolicyLock? Lock => root.Length == 0 ? null : _read.Value.Lock;

    /// <summary>Why it cannot be used, as a whole sentence; then nothing is resolved in its place.</summary>
    public string? Problem => root.Length == 0 ? null : _read.Value.Problem;

    private static (PolicyLock? Lock, string? Problem) Read(string path)
    {
        if (!File.Exists(path))
        {
            return (null, null);
        }

        var read = TextFile.Read(path, TextFile.PolicyLimit);
        if (read.Text is not { } text)
        {
            return (null, $"{PolicyLock.FileName} could not be read: {read.Failure}");
        }

        var problems = new List<JsonProblem>();
        var contents = PolicyLock.Read(new SourceFile(PolicyLock.FileName, text), problems);
        return problems.Count == 0
            ? (contents, null)
            : (null, $"{PolicyLock.FileName}({problems[0].Location.Line},{problems[0].Location.Column}) is wrong: {problems[0].Message}");
    }
}
