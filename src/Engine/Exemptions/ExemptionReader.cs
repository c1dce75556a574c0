using AiToolPolicy.Engine.Json;
using AiToolPolicy.Engine.Text;

namespace AiToolPolicy.Engine.Exemptions;

/// <summary>Reads <c>ai-tool-exemptions.json</c>. It knows keys and types; what the values mean is the validator's business.</summary>
public sealed class ExemptionReader(List<JsonProblem> problems)
{
    public static readonly IReadOnlyList<string> FileKeys = ["$schema", "exemptions"];

    public static readonly IReadOnlyList<string> Keys =
    [
        "tool", "rule", "surface", "evidence", "paths", "fingerprint",
        "justification", "owner", "expires", "ticket", "approvedBy", "created",
    ];

    public IReadOnlyList<ExemptionDocument> Read(JsonObject root)
    {
        var reader = new ObjectReader(root, FileKeys, problems);
        if (reader.Node("exemptions") is null)
        {
            reader.Problem("The key 'exemptions' is missing: an array with one object for each exemption.", root.File.At(root.Offset, 1));
        }

        var scope = ExemptionScope.OfFolder(root.File.Path);
        return [.. reader.Objects("exemptions").Select(node => Read(node, scope))];
    }

    private ExemptionDocument Read(JsonObject node, ExemptionScope scope)
    {
        var reader = new ObjectReader(node, Keys, problems);
        var paths = reader.Strings("paths");
        if (reader.Node("paths") is JsonArray { Items.Count: 0 } empty)
        {
            reader.Problem("'paths' is empty: name at least one path, or leave it out.", empty.Location);
        }

        return new ExemptionDocument(node.File.At(node.Offset, 1))
        {
            Tool = reader.String("tool"),
            Rule = reader.String("rule"),
            Surface = reader.String("surface"),
            Evidence = reader.String("evidence"),
            Paths = paths,
            Fingerprint = reader.String("fingerprint"),
            Justification = reader.String("justification"),
            Owner = reader.String("owner"),
            Expires = reader.String("expires"),
            Ticket = reader.String("ticket"),
            ApprovedBy = reader.String("approvedBy"),
            Created = reader.String("created"),
            Scope = scope,
            IsMalformed = problems.Exists(problem => IsIn(problem.Location, node.Location)),
        };
    }

    private static bool IsIn(Location inner, Location outer) =>
        (inner.Line, inner.Column).CompareTo((outer.Line, outer.Column)) >= 0
        && (inner.Line, inner.Column).CompareTo((outer.EndLine, outer.EndColumn)) < 0;
}
