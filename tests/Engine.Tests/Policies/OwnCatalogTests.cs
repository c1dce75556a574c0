using AiToolPolicy.Engine.Inspection;

namespace AiToolPolicy.Engine.Tests.Policies;

/// <summary>An organisation's own entries of the catalog: held to the same form, adding, never taking away.</summary>
public class OwnCatalogTests
{
    private static readonly InputFile Suspect = Sample.Project("<PackageReference Include=\"Contoso.Copilot\" />");

    [Fact]
    public void A_known_tool_is_extended_by_its_id_alone()
    {
        const string policy = """
            { "rules": [ { "tools": ["vendor:acme"], "action": "deny" } ],
              "catalog": [ { "vendor": { "id": "acme" }, "tools": [ { "id": "acme-code", "signatures": [ { "kind": "nuget", "value": "Mirror.Of.Code" } ] } ] } ] }
            """;

        Assert.Contains("Acme Code (acme-code) by Acme", Sample.Findings(policy, Sample.Project("<PackageReference Include=\"Mirror.Of.Code\" />")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{ "vendor": { "id": "acme", "jurisdiction": "XX" }, "tools": [] }""", "'acme' is known, and its 'jurisdiction' is 'US': an own entry may add to it and change nothing. Leave 'jurisdiction' out.")]
    [InlineData("""{ "vendor": { "id": "acme", "parent": "globex" }, "tools": [] }""", "'acme' is known, and its 'parent' is not told: an own entry may add to it and change nothing. Leave 'parent' out.")]
    [InlineData("""{ "vendor": { "id": "acme" }, "tools": [ { "id": "acme-code", "category": "ide" } ] }""", "'acme-code' is known, and its 'category' is 'agent-cli': an own entry may add to it and change nothing. Leave 'category' out.")]
    [InlineData("""{ "vendor": { "id": "acme" }, "tools": [ { "id": "acme-code", "modelVendor": "own" } ] }""", "'acme-code' is known, and its 'modelVendor' is 'acme': an own entry may add to it and change nothing. Leave 'modelVendor' out.")]
    [InlineData("""{ "vendor": { "id": "own" }, "tools": [ { "id": "acme-code", "category": "agent-cli" } ] }""", "'acme-code' is a tool of vendor 'acme': write it under that one to add signatures to it, or give your own tool another id.")]
    [InlineData("""{ "vendor": { "id": "own" }, "tools": [ { "id": "own" } ] }""", "The key 'category' is missing.")]
    [InlineData("""{ "vendor": { "id": "own" }, "tools": [ { "id": "own", "category": "c", "signatures": [ { "kind": "nuget", "value": "Own.", "match": "prefix", "matches": ["Other.Client"], "ignores": ["Owner"] } ] } ] }""", "The signature does not match 'Other.Client'.")]
    [InlineData("""{ "vendor": { "id": "own" }, "tools": [ { "id": "own", "category": "c", "signatures": [ { "kind": "nuget", "value": "Own.", "match": "prefix", "matches": ["Own.Client"], "ignores": ["own.client"] } ] } ] }""", "The signature matches 'own.client', which it must ignore.")]
    [InlineData("""{ "vendor": { "id": "own" }, "tools": [ { "id": "own", "category": "c", "signatures": [ { "kind": "nuget", "value": "Own.", "match": "prefix" } ] } ] }""", "'Own.' is no exact value: give examples of what it matches and of what it must ignore.")]
    public void What_an_own_entry_may_not_say_is_told(string entry, string expected) =>
        Assert.Equal([expected], Sample.Policy($$"""{ "default": "deny", "catalog": [ {{entry}} ] }""").Findings.Select(finding => finding.Message));

    [Fact]
    public void A_wrong_fact_takes_a_known_tool_out_of_no_rule()
    {
        var result = Sample.Check(
            """
            { "rules": [ { "tools": ["jurisdiction:US"], "action": "deny" } ],
              "catalog": [ { "vendor": { "id": "acme", "jurisdiction": "XX" }, "tools": [ { "id": "acme-api", "category": "harmless" } ] } ] }
            """, Sample.Project("<PackageReference Include=\"Acme\" />"));

        Assert.Contains(result.Findings, finding => finding is { Rule.Id: "AITP1001", Severity: AiToolPolicy.Engine.Findings.Severity.Error });
    }

    [Fact]
    public void The_policy_that_knows_its_own_tool_does_not_take_it_for_unknown() => Assert.Equal(
        "",
        Sample.Findings($$"""{ "unknown": "deny", "default": "allow", {{Named}} }""", Suspect));

    // A name given below makes nothing known above.
    [Theory]
    [InlineData("\"unknown\": \"deny\"", "error AITP1001: Package 'Contoso.Copilot', direct reference · copilot (own-copilot) by own · denied by 'unknown' of policy org.json")]
    [InlineData("\"unknown\": \"allow\"", "notice AITP1001: Package 'Contoso.Copilot', direct reference · copilot (own-copilot) by own · noted by the default of policy low.json under org.json, no rule speaks of it")]
    public void What_a_lower_layer_names_is_unknown_to_the_one_above(string unknown, string expected)
    {
        var loaded = new LayerSample(
            ("low.json", $$"""{ "extends": "org.json", {{Named}} }"""),
            ("org.json", $$"""{ {{unknown}}, "rules": [ { "tools": ["acme-api"], "action": "deny" } ] }""")).Load();
        var findings = PolicyCheck.Run(new CheckRequest(loaded, [Suspect], Sample.Today)).Findings;

        Assert.Equal("src/App/App.csproj(3,5): " + expected, Rendered.Lines(findings));
    }

    [Fact]
    public void Layers_of_any_order_know_the_tools_of_all()
    {
        const string tools = """ "catalog": [ { "vendor": { "id": "own" }, "tools": [ { "id": "own-copilot", "category": "ide", "signatures": [ { "kind": "nuget", "value": "Own.Tool" } ] } ] } ]""";
        var loaded = new LayerSample(
            ("low.json", """{ "extends": "org.json", "rules": [ { "tools": ["own-copilot"], "action": "deny" } ] }"""),
            ("org.json", $$"""{ "default": "notice", {{tools}} }""")).Load();

        Assert.Equal("", Rendered.Lines(loaded.Findings));
        Assert.Contains("denied by policy low.json", Rendered.Lines(PolicyCheck.Run(new CheckRequest(loaded, [Sample.Project("<PackageReference Include=\"Own.Tool\" />")], Sample.Today)).Findings), StringComparison.Ordinal);
    }

    private static string Named => """ "catalog": [ { "vendor": { "id": "own" }, "tools": [ { "id": "own-copilot", "name": "copilot", "category": "ide", "signatures": [ { "kind": "nuget", "value": "Contoso.Copilot" } ] } ] } ]""";
}
