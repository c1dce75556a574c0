namespace AiToolPolicy.Engine.Tests.Inspection;

public class JsonManifestTests
{
    [Fact]
    public void SDKs_pinned_in_global_json_are_seen() =>
        Expect("global.json", """
            {
              // pinned
              "sdk": { "version": "10.0.100", "Acme": "1.0" },
              "msbuild-sdks": { "ACME": "1.0", "Acmes": "1.0", "Globex.Kit": 1 },
            }
            """,
            """
            (4,21)-(4,27): Package Dependency: MSBuild SDK 'ACME' 1.0 is acme-api
            (4,52)-(4,64): Package Dependency: MSBuild SDK 'Globex.Kit' is globex-kit
            """);

    [Theory]
    [InlineData(".config/dotnet-tools.json")]
    [InlineData("dotnet-tools.json")]
    [InlineData("src/App/Dotnet-Tools.json")]
    public void Tools_of_a_manifest_are_seen(string path) =>
        Expect(path, """
            {
              "version": 1, "isRoot": true,
              "tools": {
                "acme.code.cli": { "version": "2.1.0", "commands": [ "acme" ], "rollForward": false },
                "dotnet-format": { "version": "5.0.0", "commands": [ "Acme" ] },
                "globex.kit": { "commands": [] }
              }
            }
            """,
            """
            (4,5)-(4,20): Manifest Installed: Tool 'acme.code.cli' 2.1.0 is acme-code
            (6,5)-(6,17): Manifest Installed: Tool 'globex.kit' is globex-kit
            """);

    [Fact]
    public void A_package_of_the_workspace_is_no_suspect() =>
        Expect("package.json", """
            {
              "dependencies": {
                "@shop/copilot": "workspace:*",
                "@acme/sdk": "workspace:^",
                "ship-copilot": "^1.0.0"
              }
            }
            """,
            """
            (4,5)-(4,16): Manifest Dependency: npm package '@acme/sdk' (dependencies) workspace:^ is acme-api
            (5,5)-(5,19): Manifest Dependency: npm package 'ship-copilot' (dependencies) ^1.0.0 is ?
            """);

    [Fact]
    public void Dependencies_of_every_kind_are_seen_in_package_json() =>
        Expect("web/package.json", """
            {
              "name": "acme", "version": "1.0.0", "scripts": { "acme": "acme" },
              "dependencies": { "acme": "^1.2.0", "acme-like": "1", "@other/acme": "1" },
              "devDependencies": { "@acme/sdk": "2.x" },
              "peerDependencies": { "ACME": "*" },
              "optionalDependencies": { "@acme/sdk": "latest" },
              "bundledDependencies": [ "acme", 7 ]
            }
            """,
            """
            (3,21)-(3,27): Manifest Dependency: npm package 'acme' (dependencies) ^1.2.0 is acme-api
            (4,24)-(4,35): Manifest Dependency: npm package '@acme/sdk' (devDependencies) 2.x is acme-api
            (5,25)-(5,31): Manifest Dependency: npm package 'ACME' (peerDependencies) * is acme-api
            (6,29)-(6,40): Manifest Dependency: npm package '@acme/sdk' (optionalDependencies) latest is acme-api
            (7,28)-(7,34): Manifest Dependency: npm package 'acme' (bundledDependencies) is acme-api
            """);

    [Fact]
    public void Behind_an_alias_the_real_package_is_seen() =>
        Expect("package.json", """
            {
              "dependencies": {
                "harmless": "npm:@acme/sdk@1.0.0",
                "plain": "npm:acme",
                "acme": "npm:@other/shim@1.0.0",
                "local": "file:../acme"
              }
            }
            """,
            """
            (3,17)-(3,38): Manifest Dependency: npm package '@acme/sdk' (dependencies) 1.0.0 is acme-api
            (4,14)-(4,24): Manifest Dependency: npm package 'acme' (dependencies) is acme-api
            """);

    [Fact]
    public void Overrides_and_resolutions_are_seen_however_deep() =>
        Expect("package.json", """
            {
              "overrides": { "a": { "b": { "acme": "2.0.0", ".": "1" } }, "acme@^1": "1.5.0", "@acme/sdk@1": "1.1.0", "x": "npm:acme@3" },
              "resolutions": { "**/acme": "1", "parent/@acme/sdk": "2", "@parent/x/acme": "3", "@acme/sdk/child": "4", "acme/x": "5" }
            }
            """,
            """
            (2,32)-(2,38): Manifest Dependency: npm package 'acme' (overrides) 2.0.0 is acme-api
            (2,63)-(2,72): Manifest Dependency: npm package 'acme' (overrides) 1.5.0 is acme-api
            (2,83)-(2,96): Manifest Dependency: npm package '@acme/sdk' (overrides) 1.1.0 is acme-api
            (2,112)-(2,124): Manifest Dependency: npm package 'acme' (overrides) 3 is acme-api
            (3,20)-(3,29): Manifest Dependency: npm package 'acme' (resolutions) 1 is acme-api
            (3,36)-(3,54): Manifest Dependency: npm package '@acme/sdk' (resolutions) 2 is acme-api
            (3,61)-(3,77): Manifest Dependency: npm package 'acme' (resolutions) 3 is acme-api
            """);

    private static void Expect(string path, string text, string expected) =>
        Assert.Equal(expected, Sample.Evidence(path, text).Replace(path + "(", "(", StringComparison.Ordinal));
}
