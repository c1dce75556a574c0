using AiToolPolicy.Engine.Catalog;
using AiToolPolicy.Engine.Policies;
using AiToolPolicy.Engine.Text;

namespace AiToolPolicy.Engine.Tests.Judging;

public class ExpectedDigestTests
{
    private const string Text = """{ "default": "notice" }""";

    private static string Check(LoadedPolicy policy, string? expected) =>
        Rendered.Lines(PolicyCheck.Run(new CheckRequest(policy, [], Sample.Today) { ExpectedDigest = expected }).Findings);

    [Fact]
    public void The_pinned_policy_is_taken()
    {
        Assert.Equal("", Check(Sample.Policy(Text), Digest.Of(Text)));
        Assert.Equal("", Check(Sample.Policy(Text), " "));
    }

    [Fact]
    public void A_changed_one_is_an_error_that_names_both() => Assert.StartsWith(
        $"ai-tool-policy.json(1,1): error AITP3002: The policy is not the expected one: its digest is {Digest.Of(Text)}, expected is sha256:00",
        Check(Sample.Policy(Text), "sha256:00"),
        StringComparison.Ordinal);

    [Fact]
    public void The_catalog_is_pinned_alike()
    {
        string CheckCatalog(string expected) => Rendered.Lines(PolicyCheck.Run(new CheckRequest(Sample.Policy(Text), [], Sample.Today) { ExpectedCatalogDigest = expected }).Findings);

        Assert.Equal("", CheckCatalog(CompiledCatalog.Digest["sha256:".Length..].ToUpperInvariant()));
        Assert.StartsWith(
            $"ai-tool-policy.json(1,1): error AITP3002: The catalog of tools is not the expected one: its digest is {CompiledCatalog.Digest}, expected is sha256:00.",
            CheckCatalog("sha256:00"),
            StringComparison.Ordinal);
    }

    [Fact]
    public void No_policy_at_all_is_one_too() => Assert.StartsWith(
        "ai-tool-policy.json(1,1): error AITP3002: A policy of digest sha256:00 is expected, and there is none.",
        Check(LoadedPolicy.None(Sample.Catalog), "sha256:00"),
        StringComparison.Ordinal);
}
