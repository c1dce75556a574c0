using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using AiToolPolicy.Engine.Catalog;
using AiToolPolicy.Engine.Policies;
using AiToolPolicy.Engine.Text;

namespace AiToolPolicy.Engine.Tests.Documents;

public sealed class PolicySchemaTests
{
    private static readonly JsonNode Schema = JsonNode.Parse(Repository.Read("policy/schema/ai-tool-policy.schema.json"))!;

    public static TheoryData<string, string[]> Keys => new()
    {
        { "/", [.. PolicyReader.PolicyKeys] },
        { "/$defs/trustedLayer", [.. LayerReferences.Keys] },
        { "/$defs/rule", [.. PolicyReader.RuleKeys] },
        { "/$defs/rule/properties/transitive", [.. PolicyReader.TransitiveKeys] },
        { "/$defs/exemptions", [.. PolicyReader.ExemptionKeys] },
        { "/$defs/catalogEntry", [.. CatalogReader.FileKeys] },
        { "/$defs/vendor", [.. CatalogReader.VendorKeys] },
        { "/$defs/tool", [.. CatalogReader.ToolKeys] },
        { "/$defs/signature", [.. SignatureReader.Keys] },
    };

    public static TheoryData<string, string[]> Enums => new()
    {
        { "/$defs/action", [.. Words<PolicyAction>.All] },
        { "/properties/unknown", [.. PolicyReader.UnknownActions] },
        { "/$defs/surface", [.. Words<Surface>.All] },
        { "/$defs/rule/properties/strength", [.. Words<Strength>.All] },
        { "/$defs/exemptions/properties/require/items", [.. PolicyReader.ExemptionFields] },
        { "/$defs/signature/properties/kind", [.. Words<SignatureKind>.All] },
        { "/$defs/signature/properties/match", [.. Words<SignatureMatch>.All] },
        { "/$defs/signature/properties/confidence", [.. Words<Confidence>.All] },
    };

    [Theory]
    [MemberData(nameof(Keys))]
    public void Object_of_the_schema_has_exactly_the_keys_of_the_reader(string pointer, string[] keys)
    {
        var node = At(pointer);

        Assert.Equal(keys, node["properties"]!.AsObject().Select(property => property.Key));
        Assert.False(node["additionalProperties"]!.GetValue<bool>());
    }

    [Theory]
    [MemberData(nameof(Enums))]
    public void Enum_of_the_schema_has_exactly_the_words_of_the_reader(string pointer, string[] words) =>
        Assert.Equal(words, At(pointer)["enum"]!.AsArray().Select(word => word!.GetValue<string>()));

    [Fact]
    public void Enum_that_no_test_knows_there_is_none()
    {
        var known = Enums.Select(row => row.Data.Item1).Order(StringComparer.Ordinal);

        Assert.Equal(known, Objects(Schema, "").Where(o => o.Node["enum"] is JsonArray).Select(o => o.Pointer).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Object_that_no_test_knows_there_is_none()
    {
        var known = Keys.Select(row => row.Data.Item1.TrimEnd('/')).Order(StringComparer.Ordinal);

        Assert.Equal(known, Objects(Schema, "").Where(o => o.Node["additionalProperties"] is not null).Select(o => o.Pointer).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Defaults_of_the_schema_are_those_of_a_policy_that_says_nothing()
    {
        var silent = new Policy(Location.StartOf("ai-tool-policy.json"));

        Assert.Equal(Words<PolicyAction>.Of(silent.Default.Action), DefaultOf("/properties/default"));
        Assert.Equal(Words<PolicyAction>.Of(silent.Unknown.Action), DefaultOf("/properties/unknown"));
        Assert.Equal(Words<PolicyAction>.Of(silent.Generic.Action), DefaultOf("/properties/generic"));
        Assert.Equal(Words<PolicyAction>.Of(silent.HiddenCharacters.Action), DefaultOf("/properties/hiddenCharacters"));
        Assert.Equal(Words<PolicyAction>.Of(silent.Weakening.Action), DefaultOf("/properties/weakening"));
        Assert.Equal(silent.Exemptions.MinJustification.ToString(CultureInfo.InvariantCulture), DefaultOf("/$defs/exemptions/properties/minJustification"));
        Assert.Equal(silent.Exemptions.NoticeDays.ToString(CultureInfo.InvariantCulture), DefaultOf("/$defs/exemptions/properties/noticeDays"));
        Assert.Equal(JsonSerializer.Serialize(silent.Exemptions.Require), DefaultOf("/$defs/exemptions/properties/require"));
    }

    private static JsonNode At(string pointer) =>
        pointer.Split('/', StringSplitOptions.RemoveEmptyEntries).Aggregate(Schema, (node, name) => node[name] ?? throw new ArgumentException($"The schema has no {pointer}."));

    private static string DefaultOf(string pointer) =>
        At(pointer)["default"] is JsonValue value ? value.ToString() : At(pointer)["default"]!.ToJsonString();

    // Every object that is a schema or holds some: a property called "enum" would be one too, and there is none.
    private static IEnumerable<(string Pointer, JsonObject Node)> Objects(JsonNode node, string pointer)
    {
        if (node is not JsonObject here)
        {
            yield break;
        }

        yield return (pointer, here);
        foreach (var found in here.Where(member => member.Value is not null).SelectMany(member => Objects(member.Value!, $"{pointer}/{member.Key}")))
        {
            yield return found;
        }
    }
}
