using AiToolPolicy.Engine.Inspection;
using AiToolPolicy.Engine.Text;

namespace AiToolPolicy.Engine.Tests.Exemptions;

/// <summary>A repository with one restricted package, a policy that permits exemptions, and what an exemption file does to it.</summary>
internal static class Exempting
{
    public const string Policy =
        """
        { "name": "P", "default": "allow",
          "rules": [
            { "id": "acme", "tools": ["vendor:acme"], "action": "deny" },
            { "id": "never", "tools": ["globex-kit"], "action": "deny", "exemptable": false } ],
          "exemptions": { "maxDays": 90, "ticketPattern": "^SEC-[0-9]+$", "noticeDays": 14, "approvers": ["security@contoso.example"] } }
        """;

    public const string Valid =
        """{ "tool": "acme-api", "justification": "The importer cannot do without it before October.", "owner": "jane@contoso.example", "expires": "2026-09-30", "ticket": "SEC-12", "approvedBy": "security@contoso.example", "created": "2026-07-05" }""";

    public static readonly InputFile Project = Sample.Project("<PackageReference Include=\"Acme\" Version=\"1.0\" />");

    public static string File(params string[] records) => "{ \"exemptions\": [\n" + string.Join(",\n", records) + "\n] }\n";

    public static CheckResult Check(string exemptions, params IEnumerable<InputFile> files) => Check(Sample.Today, Policy, exemptions, files);

    public static CheckResult Check(Day asOf, string policy, string exemptions, params IEnumerable<InputFile> files)
    {
        var all = files.ToList();
        return PolicyCheck.Run(new CheckRequest(Sample.Policy(policy), all.Count == 0 ? [Project] : all, Sample.Today)
        {
            AsOf = asOf,
            ExemptionFiles = [InputFile.Of("ai-tool-exemptions.json", exemptions)],
            Sight = Sight.AllFiles,
        });
    }

    /// <summary>The findings about exemptions and nothing else.</summary>
    public static string About(CheckResult result) =>
        Rendered.Lines(result.Findings.Where(finding => !finding.Rule.Id.StartsWith("AITP1", StringComparison.Ordinal)));

    public static IEnumerable<string> Counting(CheckResult result) =>
        result.Findings.Where(finding => finding.Rule.Id.StartsWith("AITP1", StringComparison.Ordinal)).Select(finding => $"{finding.Rule.Id} {finding.Subject!.Seen}");
}
