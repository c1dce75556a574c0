using System.Text.Json;
using AiToolPolicy.Feeds.Packages;

namespace AiToolPolicy.Feeds.Tests;

public class SchemaTests
{
    [Fact]
    public void Trust_in_the_schema_has_exactly_the_keys_of_the_reader()
    {
        using var schema = JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Schemas", "ai-tool-policy.schema.json")));
        var trust = schema.RootElement.GetProperty("$defs").GetProperty("trustedLayer").GetProperty("properties").GetProperty("trust").GetProperty("properties");

        Assert.Equal(PackageTrust.Keys, trust.EnumerateObject().Select(property => property.Name));
    }
}
