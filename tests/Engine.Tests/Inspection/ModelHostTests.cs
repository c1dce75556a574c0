using AiToolPolicy.Engine.Catalog;
using AiToolPolicy.Engine.Inspection;
using AiToolPolicy.Engine.Text;

namespace AiToolPolicy.Engine.Tests.Inspection;

public class ModelHostTests
{
    private static readonly Tool Maker = new("acme-api", "Acme API", new Vendor("acme", "Acme", null, null), "llm-api", "acme", null);

    private static readonly Tool Cloud = new("globex-acme", "Globex Acme", new Vendor("globex", "Globex", null, null), "llm-api", "acme", null);

    private static readonly Tool Other = new("globex-ai", "Globex AI", new Vendor("globex", "Globex", null, null), "llm-api", null, null);

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
    public void A_service_in_another_file_takes_none() =>
        Assert.Equal(["acme-api", "globex-acme"], Tools(See(SignatureKind.Model, Maker), See(SignatureKind.Env, Cloud, "b.json")));

    [Fact]
    public void Alone_it_is_its_makers() => Assert.Equal(["acme-api"], Tools(See(SignatureKind.Model, Maker)));

    private static IEnumerable<string?> Tools(params Evidence[] evidence) => ModelHosts.Settle(evidence).Select(e => e.Tool?.Id);

    private static Evidence See(SignatureKind kind, Tool tool, string path = "a.json") =>
        new(new Signature(kind, "x", SignatureMatch.Exact, Confidence.High, tool), Surface.Setting, Strength.Configured, "X", "x", Location.StartOf(path));
}
