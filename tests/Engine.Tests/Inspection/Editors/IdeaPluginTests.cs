using AiToolPolicy.Engine.Inspection;

namespace AiToolPolicy.Engine.Tests.Inspection.Editors;

public class IdeaPluginTests
{
    [Theory]
    [InlineData(".idea/externalDependencies.xml")]
    [InlineData("src/.idea/.idea.App/.idea/externalDependencies.xml")]
    [InlineData("App.ipr")]
    public void A_required_plug_in_is_seen_with_its_version(string path) =>
        Assert.Equal(
            "(4,17)-(4,31): Extension Configured: Plug-in 'com.acme.pilot' 1.2 (required) is acme-pilot",
            Seen.In(path, """
                <?xml version="1.0" encoding="UTF-8"?>
                <project version="4">
                  <component name="ExternalDependencies">
                    <plugin id="com.acme.pilot" min-version="1.2" />
                    <plugin id="com.acme.pilots" />
                    <plugin />
                  </component>
                  <component name="Other"><plugin id="com.acme.pilot" /></component>
                </project>
                """));

    [Fact]
    public void A_malformed_file_is_a_problem_and_what_stands_before_is_seen()
    {
        var context = Seen.Inspect(InputFile.Of(".idea/externalDependencies.xml",
            "<project>\n<component name='ExternalDependencies'><plugin id='com.acme.pilot'/>\n</project>"));

        Assert.Equal(".idea/externalDependencies.xml(2,52)-", Rendered.Lines(context.Evidence)[..37]);
        Assert.Equal(3, Assert.Single(context.Problems).Location.Line);
    }
}
