using AiToolPolicy.Engine.Catalog;
using AiToolPolicy.Engine.Inspection;

namespace AiToolPolicy.Engine.Tests.Inspection.Manifests;

/// <summary>Package names that a repository may also give to a package of its own: the version tells which one is meant.</summary>
public class OwnPackageNamesTests
{
    [Theory]
    [InlineData("^0.0.90")]
    [InlineData("0.23.0")]
    [InlineData(">=0.17.1 <1.0.0")]
    [InlineData("~0.2.9 || ^0.3.0")]
    [InlineData("npm:initech-bots@^0.7.5")]
    public void A_version_that_only_the_registry_has_needs_no_second_sign(string version) =>
        Assert.Contains("is agent", InManifest(version), StringComparison.Ordinal);

    [Theory]
    [InlineData("workspace:^0.0.90")]
    [InlineData("workspace:*")]
    [InlineData("file:../bots")]
    [InlineData("link:../bots")]
    [InlineData("portal:../bots")]
    [InlineData("../bots")]
    [InlineData("initech/bots#0.0.90")]
    [InlineData("catalog:")]
    [InlineData("latest")]
    [InlineData("*")]
    [InlineData("")]
    [InlineData("^0")]
    [InlineData("0.0.0")]
    [InlineData("^0.1.0")]
    [InlineData("1.0.0")]
    [InlineData("* || ^0.0.90")]
    public void Any_other_may_be_a_package_of_the_repository_itself(string version) => Assert.Equal("", InManifest(version));

    [Fact]
    public void Beside_another_sign_of_the_tool_any_version_counts()
    {
        var seen = ManifestSample.Inspect(InputFile.Of("package.json", """{ "dependencies": { "initech": "1.0.0", "initech-bots": "workspace:*" } }"""));

        Assert.Equal(2, SecondSigns.Settle(seen.Evidence, seen.Waiting).Count);
    }

    [Fact]
    public void What_was_locked_from_the_registry_counts_and_a_workspace_does_not() => Assert.Equal(
        """
        package-lock.json(1,49)-(1,76): Manifest Dependency: npm package 'initech-bots' 0.0.90 (locked) is agent
        """,
        ManifestSample.Evidence("package-lock.json", """
            { "packages": { "": { },                        "node_modules/initech-bots": { "version": "0.0.90" },
              "a": { "version": "1.0.0" }, "a/node_modules/initech-bots": { "resolved": "bots", "link": true } } }
            """));

    [Theory]
    [InlineData("agents", "^0.0.90", true)]
    [InlineData("agents", "0.0.1", false)]
    [InlineData("agents", "^1.0.0", false)]
    [InlineData("cmd", "^1.0.0", false)]
    public void The_shipped_catalog_says_which_versions_these_are(string package, string version, bool isAlone) =>
        Assert.Equal(isAlone, !Assert.Single(CompiledCatalog.Embedded.Find(SignatureKind.Npm, package, version)).NeedsSecondSign);

    private static string InManifest(string version) => ManifestSample.Evidence("package.json", $$"""{ "dependencies": { "initech-bots": "{{version}}" } }""");
}
