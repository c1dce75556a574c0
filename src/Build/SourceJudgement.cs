using AiToolPolicy.Engine;
using AiToolPolicy.Engine.Findings;
using AiToolPolicy.Engine.Inspection;
using AiToolPolicy.Engine.Inspection.Guarding;
using AiToolPolicy.Engine.Judging;
using AiToolPolicy.Engine.Policies;
using AiToolPolicy.Engine.Text;
using AiToolPolicy.Files;
using AiToolPolicy.Files.Compiling;

namespace AiToolPolicy.Build;

/// <summary>What is to be reported of a compiler's log, by the policy that holds in the project.</summary>
internal sealed class SourceJudgement
{
    private readonly ReplaySourceFindings _task;
    private readonly ProjectPlace _place;
    private readonly PolicyCache _policy;

    public SourceJudgement(ReplaySourceFindings task)
    {
        _task = task;
        _place = new ProjectPlace(task);
        _policy = PolicyCache.For(task.BuildEngine4, _place);
    }

    /// <param name="isMute">True when the log shows that the analyzer did not run.</param>
    /// <param name="hasRun">True when the compiler itself has said what is not suppressed.</param>
    public IReadOnlyList<HelperRequest> Requests(CompilerLog log, bool isMute, bool hasRun)
    {
        var loaded = _policy.Load();
        if (loaded.Policy is not { } policy)
        {
            return [];
        }

        var levels = WarningLevels.Of(_task);
        var judged = log.Results.Where(result => result.IsSuppressed).SelectMany(result => Judged(result, loaded)).ToList();
        var mute = isMute
            ? [WeakeningJudge.Decide(new Weakening("The compiler ran without the package's analyzer, so that source code was not checked", Location.StartOf(Shown(_task.ProjectFile))), policy)]
            : Array.Empty<Finding?>();
        List<Finding> found = [.. judged.Where(finding => finding.Exemption is null).Select(levels.Apply), .. mute.OfType<Finding>(), .. Blankets(log, policy)];
        List<Finding> exempted = [.. judged.Where(finding => finding.Exemption is not null)];
        Report(log, policy, found, exempted);
        var said = hasRun ? [] : log.Results.Where(result => !result.IsSuppressed && result.Exemption is null).Select(Entry);
        var entries = said.Concat(FindingOrder.Sort(found.Concat(exempted.Select(finding => finding.AsNotice()))).Select(finding => LogEntry.Of(finding, _place.Root))).ToList();
        return entries.Count == 0 ? [] : [new HelperRequest(null, entries)];
    }

    // With what the compiler has said itself, and with what records exempt, of which the analyzer knew already.
    private void Report(CompilerLog log, Policy policy, List<Finding> found, List<Finding> exempted)
    {
        var known = log.Results.Where(result => !result.IsSuppressed).Select(FindingOf).ToLookup(finding => finding.Exemption is null);
        var findings = FindingOrder.Sort(found.Concat(known[true]));
        var result = new CheckResult(findings, policy, AsOf, BuildDates.Today, 0) { Exempted = FindingOrder.Sort(exempted.Concat(known[false])) };
        ReportPaths.WriteSource(_task.Report, _place.Root, Shown(_task.ProjectFile), _task.Framework, findings.Count + result.Exempted.Count == 0 ? null : result);
    }

    private Day AsOf => _policy.DayToJudgeBy(BuildDates.Today, BuildDates.Parse(_task.AsOf));

    // The log tells that an attribute suppressed something, and not which: only then all sources are looked through for one that speaks of everything.
    private IEnumerable<Finding> Blankets(CompilerLog log, Policy policy) => log.Results.Any(result => result is { IsSuppressed: true, PragmaLine: 0 })
        ? _task.Sources.Where(File.Exists)
            .SelectMany(path => SuppressionGuard.Read(new SourceFile(Shown(path), TextFile.Read(path).Text ?? "")))
            .Select(weakening => WeakeningJudge.Decide(weakening, policy))
            .OfType<Finding>()
        : [];

    private IReadOnlyList<Finding> Judged(SourceResult result, LoadedPolicy policy)
    {
        var (fields, place) = SuppressionPlace.Of(result, _place.Root);
        var suppressed = new SuppressedFinding(FindingOf(result), fields, place) { Tool = result.Tool, Seen = result.Seen, IsExemptable = result.IsExemptable };
        return SuppressionCheck.Judge(policy, suppressed, AsOf);
    }

    private Finding FindingOf(SourceResult result)
    {
        var message = result.Exemption is { } note && $" · {note}" is var end && result.Message.EndsWith(end, StringComparison.Ordinal)
            ? result.Message.Substring(0, result.Message.Length - end.Length)
            : result.Message;
        return new Finding(result.Rule, result.Severity, message, new Location(Shown(result.Path), result.Line, result.Column, result.Line, result.Column))
        {
            HelpLink = result.HelpLink,
            Exemption = result.Exemption,
            Subject = result is { Seen: { } seen, Strength: { } strength } ? new FindingSubject(result.Tool, VendorOf(result.Tool), "source", strength, seen, null) : null,
        };
    }

    private string? VendorOf(string? tool) => tool is null ? null : _policy.Catalog.Tool(tool)?.Vendor.Id;

    private string Shown(string path) => RepositoryPath.Relative(_place.Root, path);

    private static LogEntry Entry(SourceResult result) =>
        new(result.Severity, result.Rule.Id, result.Message, result.HelpLink, result.Path, result.Line, result.Column, 0, 0);
}
