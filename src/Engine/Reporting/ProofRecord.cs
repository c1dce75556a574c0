using AiToolPolicy.Engine.Findings;
using AiToolPolicy.Engine.Json;
using AiToolPolicy.Engine.Policies;
using AiToolPolicy.Engine.Text;

namespace AiToolPolicy.Engine.Reporting;

/// <summary>
/// What a check leaves behind to show that it was made, and with what: the shape that <c>policy/schema/ai-tool-policy-proof.schema.json</c>
/// describes. It is evidence among honest people; whoever runs code in a build can write one too, and <c>verify</c> looks at more than this.
/// </summary>
public sealed record ProofRecord
{
    /// <summary>How the file of a project's record ends; the project's file name stands before it.</summary>
    public const string FileEnding = ".ai-tool-policy.proof.json";

    /// <summary>The member of the text that is there where <see cref="Assemblies"/> is.</summary>
    public const string AssembliesMember = "assemblies";

    private const string Schema = Rule.ProductPage + "/blob/main/policy/schema/ai-tool-policy-proof.schema.json";

    /// <summary>The project, relative to the repository's root; null for the check of what belongs to no project.</summary>
    public string? Project { get; init; }

    /// <summary>The target framework that the project was built for; null where it has none.</summary>
    public string? Framework { get; init; }

    /// <summary>The version of the product.</summary>
    public string ToolVersion { get; init; } = "";

    /// <summary>The policy's digest; null where there was none, or none that could be read.</summary>
    public string? PolicyDigest { get; init; }

    public string? PolicyName { get; init; }

    public string? PolicyVersion { get; init; }

    /// <summary>The packages that layers of the policy were fetched from, each with its version and digest; null where there were none.</summary>
    public IReadOnlyList<string>? PolicyPackages { get; init; }

    /// <summary>The digest of the catalog that ships with the product; a policy's own tools are part of the policy's digest.</summary>
    public string CatalogDigest { get; init; } = "";

    public Day AsOf { get; init; }

    /// <summary>The digest of all that decided the result: policy, catalog, version, day, and every file that was inspected.</summary>
    public string InputsDigest { get; init; } = "";

    public ProofCounts Counts { get; init; } = ProofCounts.None;

    /// <summary>The part of <see cref="Counts"/> that the assemblies of resolved references have added; null where they added nothing.</summary>
    public ProofCounts? Assemblies { get; init; }

    /// <summary>One of <see cref="ProofResult"/>.</summary>
    public string Result { get; init; } = ProofResult.Pass;

    /// <summary>Of the policy as loaded and what was found.</summary>
    public ProofRecord Of(LoadedPolicy policy, IReadOnlyList<Finding> findings, int exempted = 0) => this with
    {
        PolicyDigest = policy.Digest,
        PolicyName = policy.Policy?.Name,
        PolicyVersion = policy.Policy?.Version,
        PolicyPackages = policy.Layers.Any(layer => layer.IsFetched) ? [.. policy.Layers.Where(layer => layer.IsFetched).Select(layer => layer.Origin)] : null,
        Counts = new(Count(findings, Severity.Error), Count(findings, Severity.Warning), Count(findings, Severity.Notice), exempted),
        Result = ResultOf(policy, findings),
    };

    /// <summary>The same with what the assemblies of resolved references show in place of what they showed before.</summary>
    /// <param name="findings">Without errors; what is exempted among them counts as such.</param>
    public ProofRecord WithAssemblies(IReadOnlyList<Finding> findings)
    {
        var counted = findings.Where(finding => finding.Exemption is null).ToList();
        var (before, now) = (Assemblies ?? ProofCounts.None, new ProofCounts(0, Count(counted, Severity.Warning), Count(counted, Severity.Notice), findings.Count - counted.Count));
        return this with
        {
            Counts = new(Counts.Errors, Counts.Warnings - before.Warnings + now.Warnings, Counts.Notices - before.Notices + now.Notices, Counts.Exempted - before.Exempted + now.Exempted),
            Assemblies = now == ProofCounts.None ? null : now,
            Result = Result == ProofResult.Pass && IsIncomplete(findings) ? ProofResult.Incomplete : Result,
        };
    }

    public string Write() => JsonWriter.Object(json =>
    {
        json.String("$schema", Schema);
        json.Number("version", 1);
        json.String("toolVersion", ToolVersion);
        json.String("project", Project);
        json.String("framework", Framework);
        json.Object("policy", () =>
        {
            json.String("digest", PolicyDigest);
            json.String("name", PolicyName);
            json.String("version", PolicyVersion);
            if (PolicyPackages is { } packages)
            {
                json.Strings("packages", packages);
            }
        });
        json.String("catalog", CatalogDigest);
        json.String("asOf", AsOf.ToString());
        json.String("inputs", InputsDigest);
        json.Object("counts", () => WriteCounts(json, Counts));
        if (Assemblies is { } assemblies)
        {
            json.Object(AssembliesMember, () => WriteCounts(json, assemblies));
        }

        json.String("result", Result);
    });

    private static void WriteCounts(JsonWriter json, ProofCounts counts)
    {
        json.Number("error", counts.Errors);
        json.Number("warning", counts.Warnings);
        json.Number("notice", counts.Notices);
        json.Number("exempted", counts.Exempted);
    }

    // A policy that could not be read as one has said nothing of the rest.
    private static string ResultOf(LoadedPolicy policy, IReadOnlyList<Finding> findings) =>
        findings.Any(f => f.Severity == Severity.Error) ? ProofResult.Violation
        : IsIncomplete(findings) || policy.Findings.Any(f => f.Severity == Severity.Error) ? ProofResult.Incomplete
        : ProofResult.Pass;

    private static bool IsIncomplete(IReadOnlyList<Finding> findings) => findings.Any(f => f.Rule == Rules.InputNotInspected || f.Rule == Rules.CheckFailed);

    private static int Count(IReadOnlyList<Finding> findings, Severity severity) => findings.Count(f => f.Severity == severity);
}

/// <summary>Findings by severity, and those that an exemption covers.</summary>
public sealed record ProofCounts(int Errors, int Warnings, int Notices, int Exempted)
{
    public static ProofCounts None { get; } = new(0, 0, 0, 0);
}

/// <summary>The three results of a check.</summary>
public static class ProofResult
{
    public const string Pass = "pass";

    public const string Violation = "violation";

    /// <summary>Something could not be examined: an input, the policy, or the check itself failed.</summary>
    public const string Incomplete = "incomplete";

    public static IReadOnlyList<string> All { get; } = [Pass, Violation, Incomplete];
}
