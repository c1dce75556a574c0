using AiToolPolicy.Engine;
using AiToolPolicy.Engine.Catalog;
using AiToolPolicy.Engine.Findings;
using AiToolPolicy.Engine.Inspection;
using AiToolPolicy.Engine.Inspection.Guarding;
using AiToolPolicy.Engine.Inspection.Machine;
using AiToolPolicy.Engine.Policies;
using AiToolPolicy.Engine.Reporting;
using AiToolPolicy.Engine.Text;
using AiToolPolicy.Engine.Yaml;
using AiToolPolicy.Files;
using AiToolPolicy.Files.Machine;
using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;

namespace AiToolPolicy.Build;

/// <summary>The check of everything in a repository that belongs to no project: manifests, shared MSBuild files, agent files, the policy itself.</summary>
internal sealed class RepositoryCheck(RepositoryRequest request, TaskLoggingHelper log, PolicySources sources)
{
    /// <returns>What is not logged yet, because checks of projects may say the same.</returns>
    public IReadOnlyList<LogEntry> Run(CancellationToken cancellation)
    {
        var found = Holding(request.Root);
        var listing = RepositoryFiles.Enumerate(request.Root, new RepositoryFilesOptions { Cancellation = cancellation });
        var note = RepositoryNote.Of(request, found, listing);
        var result = note.Recall() ?? Look(found, listing, note, cancellation);
        TaskReporter.LogAll(log, result.Said, result.IsInventory);
        foreach (var line in result.Summary)
        {
            log.LogMessage(MessageImportance.High, "{0}", line);
        }

        Proof.Log(log, result.Record);
        return result.Shared;
    }

    private RepositoryResult Look(FoundPolicy found, RepositoryListing listing, RepositoryNote note, CancellationToken cancellation)
    {
        var catalog = CompiledCatalog.Embedded;
        var policy = found.Load(catalog);
        var excluded = Excluded(request.Exclude, policy);
        var files = listing.Files.Where(file => IsOurs(file) && !excluded.Exists(glob => glob.IsMatch(file.Path))).ToList();
        var areas = PolicyLocator.Areas(request.Root, files, policy, folder => Holding(folder).Load(catalog));
        var result = PolicyCheck.Run(new CheckRequest(policy, files, BuildDates.Today)
        {
            Areas = areas,
            AsOf = BuildDates.Parse(request.AsOf),
            NotOffered = listing.Skipped,
            RepositoryFiles = excluded.Count == 0 ? listing.Files : [.. listing.Files.Where(file => !excluded.Exists(glob => glob.IsMatch(file.Path)))],
            ExpectedDigest = request.PolicyDigest,
            ExpectedCatalogDigest = request.CatalogDigest,
            Weakenings =
            [
                .. BuildSettings.Unexplained(BuildSettings.Weakening([("AiToolPolicyExclude", request.Exclude)]), files, policy.Policy?.Location ?? Location.StartOf(PolicyFile.Name)),
                .. listing.TrackedOutput.Select(TrackedOutput.Of),
            ],
            MoreInspectors = YamlInspectors.All,
            MoreEvidence = [.. AgentSessions.Find(policy.Catalog, ProcessVariables.Names()), .. OnMachine(policy.Catalog)],
            ExemptionFiles =
            [
                .. ExemptionLocator.Of(request.Root, listing.Files, request.PolicyFile.Length > 0 ? request.PolicyFile : PolicyLocator.Nearest(request.Root))
                    .Where(file => !excluded.Exists(glob => glob.IsMatch(file.Path))),
            ],
            Sight = excluded.Count == 0 ? Sight.SharedFiles : Sight.Part,
            Cancellation = cancellation,
        });

        var levels = new WarningLevels(request.WarningsAreErrors, null, null);
        var findings = FindingOrder.Sort(result.Findings.Concat(UnreadableDate(policy)).Select(levels.Apply));
        result = result with { Findings = findings };
        if (request.Report.Length > 0)
        {
            ReportPaths.Write(request.Report, result);
        }

        var said = findings.Where(finding => !IsShared(finding)).Concat(result.Exempted.Select(exempted => exempted.AsNotice()));
        var whole = new RepositoryResult(Entries(said), Entries(findings.Where(IsShared)), policy.Policy is null, Summary(result, found), Record(policy, areas, result, [.. files.Where(file => file.WasRead)]));
        note.Leave(whole, listing.Files.Where(file => file.WasRead).Select(file => file.Path));
        return whole;
    }

    private List<LogEntry> Entries(IEnumerable<Finding> findings) => [.. findings.Select(finding => LogEntry.Of(finding, request.Root))];

    // A record that is not permitted is met wherever what it speaks of is found.
    private static bool IsShared(Finding finding) => finding.Rule == Rules.ExemptionNotPermitted;

    private IReadOnlyList<Evidence> OnMachine(ToolCatalog catalog) =>
        request.ChecksMachine ? InstalledTools.Find(catalog, MachineInventory.Take(MachinePlaces.OfProcess(), catalog)) : [];

    private static string Record(LoadedPolicy policy, IReadOnlyList<PolicyArea> areas, CheckResult result, IReadOnlyList<InputFile> read)
    {
        var record = new ProofRecord
        {
            ToolVersion = ProductVersion.Full,
            CatalogDigest = CompiledCatalog.Digest,
            AsOf = result.AsOf,
            InputsDigest = Proof.InputsDigest(string.Join(" ", [policy.Digest, .. areas.Select(area => area.Policy.Digest)]), result.AsOf, read),
        };
        return record.Of(policy, result.Findings, result.Exempted.Count).Write();
    }

    private List<string> Summary(CheckResult result, FoundPolicy found)
    {
        List<string> lines = [$"AiToolPolicy: {result.Summary} (projects report their own)", .. found.Layers.Texts.Where(layer => layer.IsFetched).Select(layer => $"AiToolPolicy: with {layer.Origin}")];
        if (!found.Exists && result.NearerPolicies.Count == 0)
        {
            lines.Add($"AiToolPolicy: to decide what is allowed, write {PolicyFile.Name} at {request.Root}, as {Rule.ProductPage} shows.");
        }

        return lines;
    }

    // C# files are many, and only an entry point of a file-based app has directives: it is its own project's.
    private static bool IsOurs(InputFile file) =>
        !FileNames.BelongsToProject(file.Name) && !file.Name.EndsWithIgnoringCase(".cs");

    /// <summary>Whether the check of a repository looks at a file; what it does not see its project answers for.</summary>
    /// <param name="exclude">As <see cref="RepositoryRequest.Exclude"/>.</param>
    /// <param name="policy">The repository's.</param>
    public static bool Sees(string path, string root, string exclude, LoadedPolicy policy) =>
        !Excluded(exclude, policy).Exists(glob => glob.IsMatch(path)) && RepositoryFiles.Lists(root, path);

    private FoundPolicy Holding(string folder) =>
        PolicyLocator.Holding(request.PolicyFile.Length > 0 ? request.PolicyFile : null, folder, request.Root, static () => CompiledCatalog.Embedded, sources);

    private static List<PathGlob> Excluded(string exclude, LoadedPolicy policy) => policy.Policy is { Locked: true } ? [] :
        [.. exclude.Split([';'], StringSplitOptions.RemoveEmptyEntries).Select(p => p.Trim()).Where(p => p.Length > 0).Select(p => new PathGlob(p))];

    private IEnumerable<Finding> UnreadableDate(LoadedPolicy policy) =>
        request.AsOf.Trim().Length == 0 || BuildDates.Parse(request.AsOf) is not null
            ? []
            : [
                new Finding(
                    Rules.PolicyInvalid,
                    Severity.Error,
                    $"AiToolPolicyAsOf is '{PlainText.Safe(request.AsOf)}', which is no date: write the UTC day as yyyy-MM-dd. Today was used.",
                    policy.Policy?.Location ?? Location.StartOf(PolicyFile.Name)),
            ];
}
