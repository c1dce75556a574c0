using AiToolPolicy.Engine;
using AiToolPolicy.Engine.Findings;
using AiToolPolicy.Engine.Json;
using AiToolPolicy.Engine.Text;

namespace AiToolPolicy.Tool.Exemptions;

/// <summary>The exemptions of a repository and what is wrong with them, for programs.</summary>
internal static class ExemptionJson
{
    public static string Write(CheckResult result, IReadOnlyList<Finding> problems) => JsonWriter.Object(json =>
    {
        json.Number("version", 1);
        json.String("asOf", result.AsOf.ToString());
        json.Objects("exemptions", ListExemptions.InOrder(result), use =>
        {
            var exemption = use.Exemption;
            json.String("tool", exemption.Tool);
            json.String("rule", exemption.Rule);
            json.String("fingerprint", exemption.Fingerprint);
            json.String("reference", exemption.Scope.Reference);
            json.String("justification", exemption.Justification);
            json.String("owner", exemption.Owner);
            json.String("expires", exemption.Expires?.ToString());
            json.String("ticket", exemption.Ticket);
            json.String("approvedBy", exemption.ApprovedBy);
            json.String("created", exemption.Created?.ToString());
            json.Boolean("inSource", exemption.IsInSource);
            json.Number("covers", use.Covered);
            json.Boolean("unused", use.IsUnused);
            Place(json, exemption.Location);
        });
        json.Objects("problems", problems, finding =>
        {
            json.String("rule", finding.Rule.Id);
            json.String("severity", finding.Severity.ToString().ToLowerInvariant());
            json.String("message", finding.Message);
            Place(json, finding.Location);
        });
    });

    private static void Place(JsonWriter json, Location place) => json.Object("location", () =>
    {
        json.String("path", place.Path);
        json.Number("line", place.Line);
        json.Number("column", place.Column);
    });
}
