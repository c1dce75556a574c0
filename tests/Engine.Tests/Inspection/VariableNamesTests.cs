using AiToolPolicy.Engine.Catalog;
using AiToolPolicy.Engine.Inspection;

namespace AiToolPolicy.Engine.Tests.Inspection;

public class VariableNamesTests
{
    private static readonly ToolCatalog Catalog = new(Sample.Read("""
        { "vendor": { "id": "acme", "name": "Acme" }, "tools": [
          { "id": "acme-api", "name": "Acme API", "category": "llm-api", "signatures": [
            { "kind": "env", "value": "ACME_API_KEY", "role": "key" }, { "kind": "env", "value": "ACME_BASE_URL", "role": "base-url" },
            { "kind": "env", "value": "ACME_TOKEN", "role": "key", "confidence": "medium" }, { "kind": "env", "value": "AI_KEY", "role": "key" },
            { "kind": "env", "value": "ACME_RUN_", "match": "prefix", "role": "key" } ] } ] }
        """, """
        { "vendor": { "id": "globex", "name": "Globex" }, "tools": [
          { "id": "cloud-acme", "name": "Globex Acme", "category": "llm-api", "signatures": [ { "kind": "env", "value": "CLOUD_ACME_API_KEY", "role": "key" } ] } ] }
        """));

    [Theory]
    [InlineData("ACME_API_KEY", "acme-api High")]
    [InlineData("TF_VAR_acme_api_key", "acme-api High")]
    [InlineData("TF_VAR_acme_base_url", "acme-api High")]
    [InlineData("SHOP_ACME_API_KEY", "acme-api Medium")]
    [InlineData("NEXT_PUBLIC_ACME_API_KEY", "acme-api Medium")]
    [InlineData("TF_VAR_shop_acme_api_key", "acme-api Medium")]
    [InlineData("CLOUD_ACME_API_KEY", "cloud-acme High")]
    public void A_key_is_known_behind_a_prefix(string name, string expected) =>
        Assert.Equal(expected, Assert.Single(VariableNames.Find(Catalog, name).Select(s => $"{s.Tool!.Id} {s.Confidence}")));

    [Theory]
    [InlineData("SHOPACME_API_KEY")]
    [InlineData("SHOP_ACME_API_KEY_2")]
    [InlineData("SHOP_ACME_BASE_URL")]
    [InlineData("SHOP_ACME_TOKEN")]
    [InlineData("SHOP_AI_KEY")]
    [InlineData("SHOP_ACME_RUN_KEY")]
    [InlineData("CLOUD_EAST_ACME_API_KEY")]
    [InlineData("shop_acme_api_key")]
    [InlineData("TF_VAR_region")]
    [InlineData("_KEY")]
    [InlineData("TOKEN")]
    public void Look_alikes_are_nobodys(string name) => Assert.Empty(VariableNames.Find(Catalog, name));
}
