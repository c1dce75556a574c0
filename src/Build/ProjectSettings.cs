using AiToolPolicy.Engine.Inspection;
using AiToolPolicy.Engine.Inspection.Guarding;
using AiToolPolicy.Engine.Text;
using AiToolPolicy.Engine.Xml;
using AiToolPolicy.Files;
using Microsoft.Build.Framework;

namespace AiToolPolicy.Build;

/// <summary>What weakens the check of one project by values that MSBuild has evaluated, and that no file of the repository shows.</summary>
internal sealed class ProjectSettings
{
    private const string ResolvedName = "ai-tool-policy.resolved.json";

    private readonly CheckProject _task;
    private readonly ProjectInputs _inputs;
    private readonly IReadOnlyList<(string Name, string What)> _properties;
    private readonly IReadOnlyList<string> _files;
    private readonly IReadOnlyList<string> _unlisted;

    private ProjectSettings(CheckProject task, ProjectInputs inputs)
    {
        (_task, _inputs) = (task, inputs);
        _properties = BuildSettings.Weakening(Evaluated(task.Settings).Concat(Private(task.BuildEngine)).Concat(Misled()));
        _unlisted = [.. Unlisted()];
        _files = [.. _unlisted.Where(File.Exists)];
    }

    /// <summary>Looks at strings alone as long as nothing is amiss: every project of every build is looked at.</summary>
    public static ProjectSettings Of(CheckProject task, ProjectInputs inputs) => new(task, inputs);

    /// <summary>Whether there may be something to report.</summary>
    public bool Any => _properties.Count > 0 || _files.Count > 0 || IsOutsideRoot;

    /// <summary>Whether there are files, or may be later, that nothing else looks at.</summary>
    public bool DependOnFiles => _unlisted.Count > 0;

    public IReadOnlyList<Weakening> Weakenings()
    {
        var project = Location.StartOf(RepositoryPath.Relative(_inputs.Root, _task.EntryPoint is { Length: > 0 } app ? app : _task.ProjectFile));
        return
        [
            .. BuildSettings.Unexplained(_properties, _inputs.ReferenceFiles(), project),
            .. _files.SelectMany(Read),
            .. IsOutsideRoot
                ? [new Weakening("AiToolPolicyRepositoryRoot leads away from the repository that the project lies in, which is then not checked", project)]
                : Array.Empty<Weakening>(),
        ];
    }

    // Name=value, one behind the other, as the targets write it.
    internal static IEnumerable<(string Name, string Value)> Evaluated(string? settings) =>
        (settings ?? "").Split('|').Select(set => (Set: set, Equal: set.IndexOf('='))).Where(set => set.Equal > 0)
            .Select(set => (set.Set.Substring(0, set.Equal).Trim(), set.Set.Substring(set.Equal + 1)));

    // A property of the command line holds against the package's own.
    private static IEnumerable<(string Name, string Value)> Private(IBuildEngine engine) =>
        ((engine as IBuildEngine6)?.GetGlobalProperties() ?? new Dictionary<string, string>())
            .Where(set => set.Key.StartsWith(GuardedProperties.PrivatePrefix, StringComparison.OrdinalIgnoreCase))
            .Select(set => (set.Key, set.Value));

    private IEnumerable<(string Name, string Value)> Misled() =>
        _task.Language is "C#" or "VB" && Path.GetFileName(_task.ResolvedFile ?? "") != ResolvedName
            ? [(GuardedProperties.PrivatePrefix + "Resolved", _task.ResolvedFile ?? "")]
            : [];

    // What lies in the repository under a usual name is its own check's to read, and what the SDK or a package brings is theirs.
    private IEnumerable<string> Unlisted() => _task.AnalyzerConfigFiles.Append(_task.RuleSet ?? "")
        .Where(path => !string.IsNullOrWhiteSpace(path))
        .Select(path => Path.GetFullPath(Path.Combine(_inputs.ProjectFolder, path.Trim())))
        .Where(path => !_inputs.IsForeign(path) && !IsListed(path))
        .Distinct(StringComparer.Ordinal);

    private bool IsListed(string path) =>
        (AnalyzerConfigGuard.IsAnalyzerConfig(Path.GetFileName(path)) || path.EndsWith(".ruleset", StringComparison.OrdinalIgnoreCase))
        && RepositoryPath.Relative(_inputs.Root, path) is var relative && !RepositoryPath.IsOutside(relative)
        && !relative.Split('/').Any(folder => folder is "obj" or "bin");

    private IEnumerable<Weakening> Read(string path)
    {
        var shown = RepositoryPath.Relative(_inputs.Root, path);
        if (TextFile.Read(path).Text is not { } text)
        {
            return [new Weakening("The compiler is configured by a file that could not be read", Location.StartOf(shown))];
        }

        var source = new SourceFile(shown, text);
        return text.TrimStart().StartsWith("<", StringComparison.Ordinal) && XmlTree.Read(source).Root is { } root
            ? RulesetGuard.Read(root)
            : AnalyzerConfigGuard.Read(source);
    }

    private bool IsOutsideRoot => !string.IsNullOrWhiteSpace(_task.RepositoryRoot) && RepositoryRoot.OfGit(_inputs.ProjectFolder) is { } git
        && RepositoryPath.Relative(git, _inputs.Root).Length > 0;
}
