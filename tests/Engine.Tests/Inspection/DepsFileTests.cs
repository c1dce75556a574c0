namespace AiToolPolicy.Engine.Tests.Inspection;

public class DepsFileTests
{
    private const string Published = """
        {
          "targets": { ".NETCoreApp,Version=v10.0": {
            "App/1.0.0": { "dependencies": { "Acme": "1.0.0", "Contoso.Chat": "2.0.0" } },
            "Acme/1.0.0": { },
            "Contoso.Chat/2.0.0": { "dependencies": { "Globex.Kit": "3.0.0" } },
            "Globex.Kit/3.0.0": { } } },
          "libraries": {
            "App/1.0.0": { "type": "project" },
            "Acme/1.0.0": { "type": "package" },
            "Contoso.Chat/2.0.0": { "type": "package" },
            "Globex.Kit/3.0.0": { "type": "package" },
            "Acme.Client/4.0.0.0": { "type": "reference" } }
        }
        """;

    [Fact]
    public void Packages_stand_at_their_own_line_with_the_path_that_brought_them_in() =>
        Assert.Equal(
            """
            out/App.deps.json(9,5)-(9,17): Package Dependency: Package 'Acme' 1.0.0 is acme-api
            out/App.deps.json(11,5)-(11,23): Package Dependency: Package 'Globex.Kit' 3.0.0 is globex-kit through Contoso.Chat 2.0.0 > Globex.Kit 3.0.0
            out/App.deps.json(12,5)-(12,26): Assembly Dependency: Assembly 'Acme.Client' 4.0.0.0 is acme-api
            """.ReplaceLineEndings("\n"),
            Sample.Evidence("out/App.deps.json", Published));

    [Fact]
    public void Without_a_project_every_package_is_a_direct_one() =>
        Assert.Equal(
            "a.deps.json(1,58)-(1,76): Package Dependency: Package 'Globex.Kit' 3.0.0 is globex-kit",
            Sample.Evidence("a.deps.json", """{ "targets": { "net10.0": { } }, "libraries": { "A": {}, "Globex.Kit/3.0.0": { "type": "package" } } }"""));

    [Theory]
    [InlineData("{}")]
    [InlineData("""{ "libraries": [], "targets": 1 }""")]
    [InlineData("""{ "libraries": { "/": { "type": "package" }, "Acme/1": 1 }, "targets": { "a": [] } }""")]
    public void Other_shapes_hold_nothing(string text) => Assert.Equal("", Sample.Evidence("a.deps.json", text));
}
