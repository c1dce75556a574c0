using AiToolPolicy.Engine;
using AiToolPolicy.Engine.Catalog;
using AiToolPolicy.Engine.Findings;
using AiToolPolicy.Engine.Json;
using AiToolPolicy.Engine.Policies;
using AiToolPolicy.Engine.Text;
using AiToolPolicy.Tool.Remedies;

namespace AiToolPolicy.Tool.Reports;

/// <summary>For programs: the shape that <c>policy/schema/ai-tool-policy-report.schema.json</c> describes.</summary>
internal static class JsonReport
{
    private const string Schema = Rule.ProductPage + "/blob/main/policy/schema/ai-tool-policy-report.schema.json";

    public static string Render(Report report) => JsonWriter.Object(json =>
    {
        var result = report.Result;
        json.String("$schema", Schema);
        json.Number("version", 1);
        json.String("toolVersion", Cli.Version);
        json.String("result", WordFor(result));
        json.Boolean("complete", !result.Findings.Any(finding => finding.Rule == Rules.InputNotInspected || finding.Rule == Rules.CheckFailed));
        WritePolicy(json, result.Policy);
        if (result.NearerPolicies.Count > 0)
        {
            json.Objects("nearerPolicies", result.NearerPolicies, policy => Describe(json, policy));
        }

        json.String("asOf", result.AsOf.ToString());
        json.String("today", result.Today.ToString());
        json.Object("files", () =>
        {
            json.Number("listed", report.FilesListed);
            json.Number("inspected", result.FilesInspected);
            json.Number("excluded", report.FilesExcluded);
        });
        json.Object("counts", () =>
        {
            json.Number("error", result.Count(Severity.Error));
            json.Number("warning", result.Count(Severity.Warning));
            json.Number("notice", result.Count(Severity.Notice));
            json.Number("exempted", result.Exempted.Count);
        });
        json.String("summary", result.Summary);
        json.Objects("tools", ToolGroup.Of(result.Findings), tool => WriteTool(json, tool));
        json.Objects("findings", result.Findings, finding => WriteFinding(json, finding));
        json.Objects("exempted", result.Exempted, finding => WriteFinding(json, finding));
        if (report.Advice.Count > 0)
        {
            json.Objects("advice", report.Advice, advice => WriteAdvice(json, advice));
        }
    });

    private static string WordFor(CheckResult result) => ExitCode.Of(result) switch
    {
        ExitCode.Clean => "pass",
        ExitCode.Violation => "violation",
        _ => "policy-problem",
    };

    private static void WritePolicy(JsonWriter json, Policy? policy)
    {
        if (policy is null)
        {
            json.Null("policy");
            return;
        }

        json.Object("policy", () => Describe(json, policy));
    }

    private static void Describe(JsonWriter json, Policy policy)
    {
        json.String("path", policy.Location.Path);
        json.String("name", policy.Name);
        json.String("version", policy.Version);
        json.String("contact", policy.Contact);
    }

    private static void WriteAdvice(JsonWriter json, Advice advice)
    {
        json.String("message", advice.Text);
        json.Object("location", () => WritePlace(json, advice.Place));
        if (advice.Change is { } change)
        {
            json.Object("change", () =>
            {
                json.Object("location", () => WritePlace(json, change.Place));
                json.String("before", change.Before);
                json.String("after", change.After);
            });
        }
    }

    private static void WriteTool(JsonWriter json, ToolGroup tool)
    {
        json.String("id", tool.Id);
        json.String("vendor", tool.Vendor);
        json.String("severity", WordOf(tool.Severity));
        json.Number("findings", tool.Findings);
        json.Objects("surfaces", tool.Surfaces, surface =>
        {
            json.String("surface", surface.Surface);
            json.String("strength", Words<Strength>.Of(surface.Strength));
            json.Number("findings", surface.Findings);
            json.Strings("seen", surface.Seen);
        });
    }

    private static void WriteFinding(JsonWriter json, Finding finding)
    {
        json.String("rule", finding.Rule.Id);
        json.String("severity", WordOf(finding.Severity));
        json.String("message", finding.Message);
        json.Object("location", () => WritePlace(json, finding.Location));
        json.String("helpLink", finding.HelpLink);
        json.String("fingerprint", finding.Fingerprint);
        if (finding.Subject is { } subject)
        {
            json.Object("subject", () =>
            {
                json.String("tool", subject.Tool);
                json.String("vendor", subject.Vendor);
                json.String("surface", subject.Surface);
                json.String("strength", subject.Strength);
                json.String("seen", subject.Seen);
                json.String("version", subject.Version);
            });
        }

        if (finding.Exemption is { } exemption)
        {
            json.Object("exemption", () => WriteExemption(json, exemption));
        }

        json.Objects("related", finding.Related, related =>
        {
            json.String("description", related.Description);
            json.Object("location", () => WritePlace(json, related.Location));
        });
    }

    private static void WriteExemption(JsonWriter json, ExemptionNote exemption)
    {
        json.String("justification", exemption.Justification);
        json.String("owner", exemption.Owner);
        json.String("expires", exemption.Expires?.ToString());
        json.String("ticket", exemption.Ticket);
        json.String("approvedBy", exemption.ApprovedBy);
        json.Boolean("inSource", exemption.IsInSource);
        json.Object("location", () => WritePlace(json, exemption.Location));
    }

    private static string WordOf(Severity severity) => severity switch
    {
        Severity.Error => "error",
        Severity.Warning => "warning",
        _ => "notice",
    };

    private static void WritePlace(JsonWriter json, Location place)
    {
        json.String("path", place.Path);
        json.Number("line", place.Line);
        json.Number("column", place.Column);
        json.Number("endLine", place.EndLine);
        json.Number("endColumn", place.EndColumn);
    }
}
