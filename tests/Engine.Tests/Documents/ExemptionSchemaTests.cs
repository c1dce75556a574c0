using System.Text.Json.Nodes;
using AiToolPolicy.Engine.Catalog;
using AiToolPolicy.Engine.Exemptions;
using AiToolPolicy.Engine.Policies;

namespace AiToolPolicy.Engine.Tests.Documents;

public sealed class ExemptionSchemaTests
{
    private static readonly JsonNode Schema = JsonNode.Parse(Repository.Read("policy/schema/ai-tool-exemptions.schema.json"))!;

    private static JsonNode Exemption => Schema["$defs"]!["exemption"]!;

    [Fact]
    public void File_of_the_schema_has_exactly_the_keys_of_the_reader() => Assert.Equal(ExemptionReader.FileKeys, Names(Schema));

    [Fact]
    public void Exemption_of_the_schema_has_exactly_the_keys_of_the_reader() => Assert.Equal(ExemptionReader.Keys, Names(Exemption));

    [Fact]
    public void Surfaces_of_the_schema_are_those_of_the_engine() =>
        Assert.Equal(Words<Surface>.All, Exemption["properties"]!["surface"]!["enum"]!.AsArray().Select(word => word!.GetValue<string>()));

    [Fact]
    public void Text_has_the_same_fields_as_the_file_with_one_path_alone() =>
        Assert.Equal(ExemptionReader.Keys.Select(key => key == "paths" ? "path" : key), ExemptionFields.Keys);

    [Fact]
    public void Every_field_that_a_policy_may_require_is_a_key() => Assert.Empty(PolicyReader.ExemptionFields.Except(ExemptionReader.Keys));

    private static IEnumerable<string> Names(JsonNode node)
    {
        Assert.False(node["additionalProperties"]!.GetValue<bool>());
        return node["properties"]!.AsObject().Select(property => property.Key);
    }
}
