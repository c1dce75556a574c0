using AiToolPolicy.Engine.Catalog;
using AiToolPolicy.Engine.Json;
using AiToolPolicy.Engine.Text;

namespace AiToolPolicy.Engine.Policies;

/// <summary>Reads a policy file into a <see cref="PolicyDocument"/>. It knows keys and types; what the values mean is the validator's business.</summary>
public sealed class PolicyReader(List<JsonProblem> problems, ToolCatalog catalog)
{
    public static readonly IReadOnlyList<string> PolicyKeys =
        ["$schema", "name", "version", "contact", "extends", "default", "unknown", "generic", "hiddenCharacters", "weakening", "rules", "exemptions", "catalog", "locked"];

    public static readonly IReadOnlyList<string> RuleKeys =
    [
        "id", "tools", "except", "action", "effective", "before", "versions", "surfaces", "strength", "transitive",
        "allowedThrough", "paths", "reason", "useInstead", "link", "exemptable",
    ];

    public static readonly IReadOnlyList<string> TransitiveKeys = ["effective"];

    public static readonly IReadOnlyList<string> ExemptionKeys =
        ["maxDays", "require", "minJustification", "ticketPattern", "noticeDays", "approvers"];

    public static readonly IReadOnlyList<string> ExemptionFields = ["justification", "owner", "expires", "ticket", "approvedBy"];

    /// <summary>What <c>unknown</c> may say; <c>ignore</c> is another word for <c>allow</c> there.</summary>
    public static readonly IReadOnlyList<string> UnknownActions = ["ignore", .. Words<PolicyAction>.All];

    /// <param name="mayBeSilent">True where other layers decide: then this one need not.</param>
    public PolicyDocument Read(JsonObject root, bool mayBeSilent = false)
    {
        var reader = new ObjectReader(root, PolicyKeys, problems);
        var place = root.File.At(root.Offset, 1);
        LayerReferences.Check(root, problems);
        if (!mayBeSilent && root[LayerReferences.Key] is null && IsAbsentOrEmpty(reader, "rules") && reader.Node("default") is null)
        {
            reader.Problem("The policy decides nothing: it has neither a rule in 'rules' nor a 'default'.", place);
        }

        return new PolicyDocument(place)
        {
            Name = reader.String("name")?.Value,
            Version = reader.String("version")?.Value,
            Contact = reader.String("contact")?.Value,
            Default = reader.Word("default", Words<PolicyAction>.All),
            Unknown = reader.Word("unknown", UnknownActions),
            Generic = reader.Word("generic", Words<PolicyAction>.All),
            HiddenCharacters = reader.Word("hiddenCharacters", Words<PolicyAction>.All),
            Weakening = reader.Word("weakening", Words<PolicyAction>.All),
            Rules = [.. reader.Objects("rules").Select(ReadRule)],
            Exemptions = reader.Object("exemptions") is { } exemptions ? ReadExemptions(exemptions) : null,
            Catalog = ReadCatalog(reader),
            Locked = reader.Boolean("locked"),
            Node = root,
        };
    }

    private CatalogData ReadCatalog(ObjectReader reader)
    {
        var catalogReader = new CatalogReader(problems, catalog);
        var own = CatalogData.Empty;
        foreach (var node in reader.Objects("catalog"))
        {
            var entry = catalogReader.Read(node);
            problems.AddRange(CatalogExamples.Check(node, entry, catalog));
            own = own.With(entry);
        }

        return own with { Signatures = [.. own.Signatures.Select(signature => signature with { DefinedIn = reader.Location.Path })] };
    }

    private RuleDocument ReadRule(JsonObject node)
    {
        var reader = new ObjectReader(node, RuleKeys, problems);
        var place = node.File.At(node.Offset, 1);
        if (reader.Node("action") is null)
        {
            reader.Problem($"The rule has no 'action': one of {string.Join(", ", Words<PolicyAction>.All)}.", place);
        }

        if (IsAbsentOrEmpty(reader, "tools"))
        {
            reader.Problem("The rule speaks of nobody: 'tools' needs at least one tool id, vendor:, model-vendor:, category:, jurisdiction: or *.", place);
        }

        return new RuleDocument(place)
        {
            Id = reader.String("id"),
            Tools = reader.Strings("tools"),
            Except = reader.Strings("except") ?? [],
            Action = reader.Word("action", Words<PolicyAction>.All),
            Effective = reader.String("effective"),
            Before = reader.Word("before", Words<PolicyAction>.All),
            Versions = reader.String("versions"),
            Surfaces = Scope(reader, "surfaces", Words<Surface>.All),
            Strength = reader.Word("strength", Words<Strength>.All),
            TransitiveEffective = reader.Object("transitive") is { } transitive
                ? new ObjectReader(transitive, TransitiveKeys, problems).RequiredString("effective")
                : null,
            AllowedThrough = reader.Strings("allowedThrough") ?? [],
            Paths = Scope(reader, "paths"),
            Reason = reader.String("reason")?.Value,
            UseInstead = reader.Strings("useInstead") ?? [],
            Link = reader.String("link"),
            Exemptable = reader.Boolean("exemptable"),
            Node = node,
        };
    }

    // An empty list reads as "nowhere" to one person and as "everywhere" to the next, and a list of mistakes would be one: the stricter reading counts.
    private static IReadOnlyList<Placed<string>>? Scope(ObjectReader reader, string key, IReadOnlyCollection<string>? words = null)
    {
        if (reader.Node(key) is { } node && IsAbsentOrEmpty(reader, key))
        {
            reader.Problem($"'{key}' is empty: name at least one, or leave it out to hold everywhere. Until it is mended the rule holds everywhere.", node.Location);
        }

        return reader.Strings(key, words) is { Count: > 0 } list ? list : null;
    }

    private static bool IsAbsentOrEmpty(ObjectReader reader, string key) => reader.Node(key) is null or JsonArray { Items.Count: 0 };

    private ExemptionRulesDocument ReadExemptions(JsonObject node)
    {
        var reader = new ObjectReader(node, ExemptionKeys, problems);
        return new ExemptionRulesDocument
        {
            MaxDays = reader.Count("maxDays"),
            Require = reader.Strings("require", ExemptionFields),
            MinJustification = reader.Count("minJustification"),
            TicketPattern = reader.String("ticketPattern"),
            NoticeDays = reader.Count("noticeDays"),
            Approvers = reader.Strings("approvers") ?? [],
            Node = node,
        };
    }
}
