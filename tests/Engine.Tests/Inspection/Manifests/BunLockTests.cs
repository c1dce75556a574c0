namespace AiToolPolicy.Engine.Tests.Inspection.Manifests;

public class BunLockTests
{
    [Fact]
    public void Direct_packages_nested_ones_and_those_of_workspaces_are_seen() => Assert.Equal(
        """
        bun.lock(9,5)-(9,21): Manifest Dependency: npm package '@initech/agent' 1.2.0 (locked) is agent
        bun.lock(11,5)-(11,18): Manifest Dependency: npm package 'initech' 4.1.0 (locked) is agent
        bun.lock(14,5)-(14,29): Manifest Dependency: npm package 'initech' 2.5.0 is agent through @scope/wrapper 2.0.1 > initech 2.5.0
        """,
        ManifestSample.Evidence("bun.lock", """
            {
              "lockfileVersion": 1,
              "workspaces": {
                "": { "name": "app", "dependencies": { "@initech/agent": "^1.0.0", "@scope/wrapper": "2", }, },
                "packages/web": { "name": "web", "devDependencies": { "initech": "^4.0.0" } },
              },
              // packages of all of them
              "packages": {
                "@initech/agent": ["@initech/agent@1.2.0", "", {}, "sha512-a"],
                "initechs": ["initechs@3.0.0", "", {}, "sha512-b"],
                "web/initech": ["initech@4.1.0", "", {}, "sha512-b"],
                "web": ["web@workspace:packages/web"],
                "@scope/wrapper": ["@scope/wrapper@2.0.1", "", { "dependencies": { "initech": "^2.0.0" } }, "sha512-c"],
                "@scope/wrapper/initech": ["initech@2.5.0", "", {}, "sha512-d"],
                "@initech/agent-docs": ["@initech/agent@workspace:docs"],
              }
            }
            """));

    [Theory]
    [InlineData("""{ "packages": { "initechs": ["initechs@1.0.0"], "initech": [], "x": "initech" } }""")]
    [InlineData("""{ "workspaces": { "": { "dependencies": { "initech": "1" } } } }""")]
    public void Others_and_wrong_types_give_nothing(string text) => Assert.Equal("", ManifestSample.Evidence("bun.lock", text));

    [Fact]
    public void A_malformed_file_is_told_at_its_line() =>
        Assert.StartsWith("bun.lock(2,2): ", ManifestSample.Problems("bun.lock", "{\n}}"), StringComparison.Ordinal);
}
