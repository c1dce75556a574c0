namespace AiToolPolicy.Engine.Tests.Inspection.Manifests;

public class PackageJsonSectionsTests
{
    [Fact]
    public void Overrides_of_pnpm_and_catalogs_of_workspaces_are_seen() => Assert.Equal(
        """
        package.json(2,29)-(2,38): Manifest Dependency: npm package 'initech' (pnpm.overrides) 1.0.0 is agent
        package.json(3,16)-(3,32): Manifest Dependency: npm package '@initech/agent' (catalog) ^1 is agent
        package.json(4,40)-(4,49): Manifest Dependency: npm package 'initech' (catalogs) ^2 is agent
        """,
        ManifestSample.Evidence("package.json", """
            {
              "pnpm": { "overrides": {  "initech": "1.0.0", "initechs": "1" }, "initech": "1" },
              "catalog": { "@initech/agent": "^1" },
              "workspaces": { "catalogs": { "a": { "initech": "^2" } }, "packages": ["initech"] }
            }
            """));
}
