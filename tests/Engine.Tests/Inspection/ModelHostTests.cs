using AiToolPolicy.Engine.Catalog;
using AiToolPolicy.Engine.Inspection;
using AiToolPolicy.Engine.Text;

namespace AiToolPolicy.Engine.Tests.Inspection;

public class ModelHostTests
{
    private static readonly Tool Maker = new("acme-api", "Acme API", new Vendor("acme", "Acme", null, null), "llm-api", "acme", null);

    private static readonly Tool Cloud = new("globex-acme", "Globex Acme", new Vendor("globex", "Globex", null, null), "llm-api", "acme", null);

    private static readonly Tool Other = new("globex-ai", "Globex AI", new Vendor("globex", "Globex", null, null), "llm-api", null, null);

    private static readonly Tool Third = new("initech-api", "Initech API", new Vendor("initech", "Initech", null, null), "llm-api", "initech", null);

    private static readonly ToolCatalog Catalog = new(new CatalogData(
        [Maker.Vendor, Other.Vendor],
        [Maker, Cloud, Other],
        [new Signature(SignatureKind.ResourceType, "Globex/models#Acme", SignatureMatch.Exact, Confidence.High, Other) { ModelVendor = "acme" }]));

    [Fact]
    public void A_model_beside_the_service_that_runs_it_is_reached_through_that() =>
        Assert.Equal(["globex-acme", "globex-acme"], Tools(See(SignatureKind.Model, Maker), See(SignatureKind.Env, Cloud)));

    [Fact]
    public void Beside_a_sign_of_its_makers_own_service_it_stays_the_makers() =>
        Assert.Equal(["acme-api", "acme-api", "globex-acme"], Tools(See(SignatureKind.Model, Maker), See(SignatureKind.Env, Maker), See(SignatureKind.Host, Cloud)));

    [Fact]
    public void A_service_that_runs_models_of_many_takes_none() =>
        Assert.Equal(["acme-api", "globex-ai"], Tools(See(SignatureKind.Model, Maker), See(SignatureKind.Env, Other)));

    [Fact]
    public void It_takes_those_of_the_vendor_that_its_sign_speaks_of()
    {
        var sign = See(SignatureKind.ResourceType, Other);

        Assert.Equal(["globex-ai", "globex-ai"], Tools(See(SignatureKind.Model, Maker), sign with { Signature = sign.Signature with { ModelVendor = "acme" } }));
        Assert.Equal(["initech-api", "globex-ai"], Tools(See(SignatureKind.Model, Third), sign with { Signature = sign.Signature with { ModelVendor = "acme" } }));
    }

    [Fact]
    public void Beside_its_resources_a_service_takes_those_that_the_catalog_knows_it_to_deploy()
    {
        Assert.Equal(["globex-ai", "globex-ai"], Tools(See(SignatureKind.Model, Maker), See(SignatureKind.ResourceType, Other)));
        Assert.Equal(["acme-api", "globex-ai"], Tools(See(SignatureKind.Model, Maker), See(SignatureKind.Host, Other)));
        Assert.Equal(["initech-api", "globex-ai"], Tools(See(SignatureKind.Model, Third), See(SignatureKind.ResourceType, Other)));
    }

    [Fact]
    public void A_service_of_this_vendors_models_comes_before_one_of_many() =>
        Assert.Equal("globex-acme", Tools(See(SignatureKind.Model, Maker), See(SignatureKind.ResourceType, Other), See(SignatureKind.ResourceType, Cloud)).First());

    [Fact]
    public void Whose_model_it_is_is_still_told() =>
        Assert.Equal("acme", ModelHosts.Settle([See(SignatureKind.Model, Maker), See(SignatureKind.Env, Cloud)], Catalog)[0].Signature.ModelVendor);

    [Theory]
    [InlineData("infra/variables.tf", "infra/main.tf", "globex-acme")]
    [InlineData("infra/prod.tfvars", "infra/main.tf.json", "globex-acme")]
    [InlineData("infra/main.parameters.json", "infra/main.bicep", "globex-acme")]
    [InlineData("infra/main.prod.bicepparam", "infra/main.bicep", "globex-acme")]
    [InlineData("infra/variables.tf", "infra/sub/main.tf", "acme-api")]
    [InlineData("infra/other.bicep", "infra/main.bicep", "acme-api")]
    [InlineData("infra/main.cs", "infra/main.bicep", "acme-api")]
    public void Files_that_are_deployed_as_one_count_as_one(string model, string service, string expected) =>
        Assert.Equal(expected, Tools(See(SignatureKind.Model, Maker, model), See(SignatureKind.Env, Cloud, service)).First());

    [Fact]
    public void What_the_file_itself_shows_comes_before_what_is_deployed_with_it()
    {
        Assert.Equal("acme-api", Tools(See(SignatureKind.Model, Maker, "a.tf"), See(SignatureKind.Env, Maker, "a.tf"), See(SignatureKind.Env, Cloud, "b.tf")).First());
        Assert.Equal("globex-acme", Tools(See(SignatureKind.Model, Maker, "a.tf"), See(SignatureKind.Env, Cloud, "a.tf"), See(SignatureKind.Env, Maker, "b.tf")).First());
        Assert.Equal("acme-api", Tools(See(SignatureKind.Model, Maker, "a.tf"), See(SignatureKind.Env, Cloud, "b.tf"), See(SignatureKind.Env, Maker, "c.tf")).First());
    }

    [Fact]
    public void A_service_in_another_file_takes_none() =>
        Assert.Equal(["acme-api", "globex-acme"], Tools(See(SignatureKind.Model, Maker), See(SignatureKind.Env, Cloud, "b.json")));

    [Fact]
    public void Alone_it_is_its_makers() => Assert.Equal(["acme-api"], Tools(See(SignatureKind.Model, Maker)));

    private static IEnumerable<string?> Tools(params Evidence[] evidence) => ModelHosts.Settle(evidence, Catalog).Select(e => e.Tool?.Id);

    private static Evidence See(SignatureKind kind, Tool tool, string path = "a.json") =>
        new(new Signature(kind, "x", SignatureMatch.Exact, Confidence.High, tool), Surface.Setting, Strength.Configured, "X", "x", Location.StartOf(path));
}
