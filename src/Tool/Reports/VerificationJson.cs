using AiToolPolicy.Engine.Findings;
using AiToolPolicy.Engine.Json;
using AiToolPolicy.Tool.Verification;

namespace AiToolPolicy.Tool.Reports;

/// <summary>For programs: the shape that <c>policy/schema/ai-tool-policy-verification.schema.json</c> describes.</summary>
internal static class VerificationJson
{
    private const string Schema = Rule.ProductPage + "/blob/main/policy/schema/ai-tool-policy-verification.schema.json";

    public static string Render(Verification.Verification verification) => JsonWriter.Object(json =>
    {
        json.String("$schema", Schema);
        json.Number("version", 1);
        json.String("toolVersion", Cli.Version);
        json.String("result", verification.Result);
        json.String("evidence", verification.Evidence);
        json.String("expectedPolicy", verification.Expected.PolicyDigest);
        json.String("expectedCatalog", verification.Expected.CatalogDigest);
        json.String("summary", verification.Summary);
        WriteProblems(json, verification.Problems);
        json.Objects("projects", verification.Projects, project => WriteProject(json, project));
    });

    private static void WriteProject(JsonWriter json, VerifiedProject project)
    {
        json.String("path", project.Path);
        json.String("result", project.Result);
        WriteProblems(json, project.Problems);
        json.Objects("checks", project.Records, record =>
        {
            json.String("framework", record.Framework);
            json.String("policy", record.PolicyDigest);
            json.String("policyName", record.PolicyName);
            json.String("policyVersion", record.PolicyVersion);
            json.String("catalog", record.CatalogDigest);
            json.String("toolVersion", record.ToolVersion);
            json.String("asOf", record.AsOf.ToString());
            json.String("inputs", record.InputsDigest);
            json.String("result", record.Result);
            json.Number("error", record.Counts.Errors);
            json.Number("warning", record.Counts.Warnings);
            json.Number("notice", record.Counts.Notices);
            json.Number("exempted", record.Counts.Exempted);
        });
    }

    private static void WriteProblems(JsonWriter json, IReadOnlyList<Problem> problems) => json.Objects("problems", problems, problem =>
    {
        json.String("severity", problem.Severity == Severity.Error ? "error" : "warning");
        json.String("rule", problem.Rule);
        json.Boolean("evidenceMissing", problem.IsGap);
        json.String("message", problem.Message);
    });
}
