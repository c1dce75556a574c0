namespace AiToolPolicy.Engine.Tests.Inspection;

public class PackageListsTests
{
    [Theory]
    [InlineData("src/App/packages.lock.json")]
    [InlineData("packages.App.lock.json")]
    public void A_lock_file_names_direct_and_transitive_packages_at_their_lines(string path) =>
        Expect(path, """
            {
              "version": 2,
              "dependencies": {
                "net8.0": {
                  "Acme": { "type": "Direct", "requested": "[1.0.0, )", "resolved": "1.2.0", "contentHash": "x==" },
                  "Lib": { "type": "Direct", "resolved": "1.0.0", "dependencies": { "Mid": "1.0.0" } },
                  "Globex.Kit": { "type": "Transitive", "resolved": "3.0.0" },
                  "Mid": { "type": "CentralTransitive", "resolved": "1.5.0", "dependencies": { "globex.kit": "3.0.0" } },
                  "core": { "type": "Project", "dependencies": { "Globex.Cloud": "1.0.0" } },
                  "Globex.Cloud": { "type": "Transitive", "resolved": "1.0.0" },
                  "Acmeist": { "type": "Direct", "resolved": "1.0.0" }
                },
                "net8.0/linux-x64": { }
              }
            }
            """,
            """
            (5,7)-(5,13): Package Dependency: Package 'Acme' 1.2.0 is acme-api
            (7,7)-(7,19): Package Dependency: Package 'Globex.Kit' 3.0.0 is globex-kit through Lib 1.0.0 > Mid 1.5.0 > Globex.Kit 3.0.0
            """);

    [Theory]
    [InlineData("src/App/packages.config")]
    [InlineData("Packages.App.Config")]
    public void A_packages_config_names_its_packages(string path) =>
        Expect(path, """
            <?xml version="1.0" encoding="utf-8"?>
            <packages>
              <package id="acme" version="1.2.0" targetFramework="net472" />
              <package version="1.0.0" id='Globex&#46;Kit' developmentDependency="true"></package>
              <package id="Acmeist" version="1.0.0" />
              <package version="1.0.0" />
            </packages>
            """,
            """
            (3,3)-(3,65): Package Dependency: Package 'acme' 1.2.0 is acme-api
            (4,3)-(4,77): Package Dependency: Package 'Globex.Kit' 1.0.0 is globex-kit
            """);

    [Theory]
    [InlineData("src/App/app.config")]
    [InlineData("my.packages.config")]
    [InlineData("packages.lock.json.bak")]
    public void Files_of_like_names_are_left_alone(string path) =>
        Expect(path, "<packages><package id=\"Acme\" version=\"1\" /></packages>", "");

    private static void Expect(string path, string text, string expected) =>
        Assert.Equal(expected, Sample.Evidence(path, text).Replace(path + "(", "(", StringComparison.Ordinal));
}
