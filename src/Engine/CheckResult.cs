using AiToolPolicy.Engine.Findings;
using AiToolPolicy.Engine.Judging;
using AiToolPolicy.Engine.Policies;
using AiToolPolicy.Engine.Text;

namespace AiToolPolicy.Engine;

/// <summary>What a check found.</summary>
/// <param name="Findings">In the order of <see cref="FindingOrder"/>.</param>
/// <param name="AsOf">The day that was judged by.</param>
/// <param name="FilesInspected">How many files some inspector read or recognised.</param>
public sealed record CheckResult(IReadOnlyList<Finding> Findings, Policy? Policy, Day AsOf, Day Today, int FilesInspected)
{
    /// <summary>What exemptions cover, each with its <see cref="Finding.Exemption"/>: those that end first come first.</summary>
    public IReadOnlyList<Finding> Exempted { get; init; } = [];

    /// <summary>The exemptions that hold, in the order in which they were read.</summary>
    public IReadOnlyList<ExemptionUse> Exemptions { get; init; } = [];

    /// <summary>The policies of folders in which nearer layers hold, by folder.</summary>
    public IReadOnlyList<Policy> NearerPolicies { get; init; } = [];

    public int Count(Severity severity) => Findings.Count(f => f.Severity == severity);

    /// <summary>The one line that ends a check: policy and version, as-of date, what was inspected, findings by severity, exemptions.</summary>
    public string Summary
    {
        get
        {
            var nearer = NearerPolicies.Count == 0 ? "" : $" and {(NearerPolicies.Count == 1 ? "1 nearer policy" : $"{NearerPolicies.Count} nearer policies")}";
            var policy = (Policy?.Title ?? "no policy") + nearer;
            var date = AsOf == Today ? $"as of {AsOf}" : $"preview as of {AsOf}";
            var files = Counted.Of(FilesInspected, "file");
            var counts = $"{Counted.Of(Count(Severity.Error), "error")}, {Counted.Of(Count(Severity.Warning), "warning")}, {Counted.Of(Count(Severity.Notice), "notice")}";
            return $"{policy}, {date}: {files} inspected, {counts}, {Exempted.Count} exempted";
        }
    }
}
