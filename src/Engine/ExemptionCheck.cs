using AiToolPolicy.Engine.Catalog;
using AiToolPolicy.Engine.Exemptions;
using AiToolPolicy.Engine.Findings;
using AiToolPolicy.Engine.Inspection;
using AiToolPolicy.Engine.Judging;
using AiToolPolicy.Engine.Policies;
using AiToolPolicy.Engine.Text;

namespace AiToolPolicy.Engine;

/// <summary>The exemptions of one check: gathered from all that carries them, validated, and looked at again when everything is judged.</summary>
internal sealed class ExemptionCheck
{
    private static readonly Surface[] OfSharedFiles =
        [Surface.Manifest, Surface.Pipeline, Surface.Extension, Surface.AgentFile, Surface.McpServer, Surface.Setting];

    private readonly CheckRequest _request;
    private readonly List<Finding> _findings;
    private readonly HashSet<string> _reported;

    private ExemptionCheck(CheckRequest request, Policy policy, Day asOf, Func<string, bool> answersFor, List<Finding> findings)
    {
        (_request, _findings) = (request, findings);
        _reported = new HashSet<string>(request.Files.Select(file => file.Path), StringComparer.Ordinal);
        _reported.UnionWith(request.Exemptions.Select(record => record.Location.Path));
        if (request.ReportPolicyProblems)
        {
            _reported.UnionWith(request.ExemptionFiles.Select(file => file.Path));
        }

        _reported.RemoveWhere(path => !answersFor(path));
        var found = new List<Finding>();
        var validator = new ExemptionValidator(policy, request.Policy.Catalog, asOf, found);
        Set = new ExemptionSet([.. Written(found).Concat(Inline(found)).Concat(request.Exemptions).Select(validator.Validate).OfType<Exemption>()]);
        findings.AddRange(found.Where(IsReportedHere));
    }

    /// <summary>Those that hold.</summary>
    public ExemptionSet Set { get; }

    /// <summary>Null without a policy: where nothing is restricted nothing has to be exempted.</summary>
    /// <param name="answersFor">Whether it is this check that tells what is wrong in a file, and not one by nearer or further layers.</param>
    /// <param name="findings">Collects what is wrong with the exemptions that this check reports.</param>
    public static ExemptionCheck? Of(CheckRequest request, Day asOf, Func<string, bool> answersFor, List<Finding> findings) =>
        request.Policy.Policy is { } policy && request.Phase is not { Since: null } ? new(request, policy, request.Phase?.Since ?? asOf, answersFor, findings) : null;

    /// <summary>Whether this check speaks of the exemption.</summary>
    public bool Reports(Exemption exemption) => _reported.Contains(exemption.Location.Path);

    /// <summary>What judging has shown: exemptions that a rule does not permit, and, where everything was seen, those that match nothing.</summary>
    /// <returns>What each of those that hold is good for.</returns>
    public IReadOnlyList<ExemptionUse> Review(IReadOnlyList<Verdict> verdicts)
    {
        foreach (var refused in verdicts.SelectMany(verdict => verdict.Refused.Select(exemption => (exemption, verdict))).GroupBy(pair => pair.exemption))
        {
            _findings.Add(NotPermitted(refused.Key, refused.First().verdict));
        }

        var refusals = new HashSet<Exemption>(verdicts.SelectMany(verdict => verdict.Refused));
        var covered = verdicts.SelectMany(verdict => verdict.Exemptions).GroupBy(exemption => exemption).ToDictionary(same => same.Key, same => same.Count());
        return
        [
            .. Set.All.Select(exemption => covered.TryGetValue(exemption, out var count)
                ? new ExemptionUse(exemption, count, false)
                : new ExemptionUse(exemption, 0, !refusals.Contains(exemption) && IsUnused(exemption))),
        ];
    }

    /// <summary>What to say of an exemption that holds; null where there is nothing.</summary>
    public static Finding? Remark(ExemptionUse use) =>
        use.IsUnused ? new Finding(
            Rules.MatchesNothing,
            Severity.Notice,
            $"The exemption of {use.Exemption.Subject} matches nothing that the policy restricts: remove it, 'ai-tool-policy exempt prune' does.",
            use.Exemption.Location)
        : use.Exemption.IsOverWide ? new Finding(
            Rules.MatchesNothing,
            Severity.Warning,
            $"The exemption of {use.Exemption.Subject} covers every tool in every file: name the tool, the evidence or the paths that are meant.",
            use.Exemption.Location)
        : null;

    private IEnumerable<ExemptionDocument> Written(List<Finding> found)
    {
        foreach (var file in _request.ExemptionFiles.OrderBy(file => file.Path, StringComparer.Ordinal))
        {
            var read = file.Read();
            if (read.Text is null)
            {
                found.Add(ExemptionFile.Unreadable(file.Path, read.Failure ?? "the reason is not known."));
                continue;
            }

            foreach (var record in ExemptionFile.Read(new SourceFile(file.Path, read.Text), found))
            {
                yield return record;
            }
        }
    }

    // Whoever has read a file for what it shows has its comments too; shared MSBuild files also speak for projects that they are no part of.
    private IEnumerable<ExemptionDocument> Inline(List<Finding> found) => _request.Files.Where(file => file.WasRead)
        .Concat((_request.CentralVersionFiles ?? []).Where(file => FileNames.IsMsBuild(file.Name) && _request.Files.Any(checkedFile => IsAbove(file, checkedFile))))
        .GroupBy(file => file.Path, StringComparer.Ordinal)
        .Select(same => same.First())
        .Where(file => file.Read().Text is { } text && InlineExemptions.MayStandIn(text))
        .OrderBy(file => file.Path, StringComparer.Ordinal)
        .SelectMany(file => InlineExemptions.Read(new SourceFile(file.Path, file.Read().Text!), found));

    private static bool IsAbove(InputFile file, InputFile other) => file.Folder.Length == 0 || other.Path.StartsWith(file.Folder + "/", StringComparison.Ordinal);

    private bool IsReportedHere(Finding finding) => _reported.Contains(finding.Location.Path);

    // In words that hold for every check that meets the record, so that a build can say it once.
    private Finding NotPermitted(Exemption exemption, Verdict verdict)
    {
        var policy = _request.Policy.Policy!;
        var rule = verdict.Rule!.Id is { } id ? $"rule '{PlainText.Safe(id)}'" : $"the rule on line {verdict.Rule.Location.Line}";
        return new Finding(
            Rules.ExemptionNotPermitted,
            policy.Locked ? Severity.Error : Severity.Warning,
            $"Exemption of {exemption.Subject}: {rule} of {policy.Title} permits none. What it would cover is reported all the same.",
            exemption.Location)
        {
            Related = [new RelatedLocation(verdict.Rule.Location, "the policy says so here")],
        };
    }

    private bool IsUnused(Exemption exemption)
    {
        if (_request.Sight == Sight.Part)
        {
            return false;
        }

        var beyond = ExemptionReach.Surfaces(exemption).Except(OfSharedFiles).ToList();
        return beyond.Count == 0 || (_request.Sight == Sight.AllFiles && IsUnused(exemption, beyond));
    }

    // Packages that others bring in, assemblies and source code are a build's to find. Where their names do not even stand in a file, a build finds nothing either.
    private bool IsUnused(Exemption exemption, List<Surface> beyond)
    {
        var signs = ExemptionReach.Signs(exemption, _request.Policy.Catalog);
        return signs is null
            ? beyond.TrueForAll(surface => surface == Surface.Package)
            : beyond.Exists(surface => surface is Surface.Package or Surface.Source) && !BuildOnlyFiles(exemption, beyond).Any(file => Holds(file, signs));
    }

    private IEnumerable<InputFile> BuildOnlyFiles(Exemption exemption, List<Surface> beyond)
    {
        var sources = beyond.Contains(Surface.Source)
            ? _request.Files.Where(file => FileNames.IsSource(file.Name) && (exemption.Paths is null || exemption.Paths.Any(path => path.IsMatch(file.Path))))
            : [];
        var project = ExemptionReach.Project(exemption);
        return beyond.Contains(Surface.Package)
            ? sources.Concat(_request.RestoredGraphs.Where(graph => project is null || graph.Path.StartsWith(project, StringComparison.Ordinal)))
            : sources;
    }

    private static bool Holds(InputFile file, IReadOnlyList<string> signs) =>
        file.Read().Text is { } text && signs.Any(sign => text.IndexOf(sign, StringComparison.OrdinalIgnoreCase) >= 0);
}
