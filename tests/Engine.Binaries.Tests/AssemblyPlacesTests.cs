using AiToolPolicy.Engine.Inspection;
using AiToolPolicy.Engine.Policies;
using AiToolPolicy.Engine.Tests;
using static AiToolPolicy.Engine.Binaries.Tests.Library;

namespace AiToolPolicy.Engine.Binaries.Tests;

/// <summary>An assembly is reported where a project references it, else where it lies.</summary>
public class AssemblyPlacesTests
{
    private static readonly byte[] Client = Compile("Acme.Client", "class C { }");

    [Theory]
    [InlineData("""<Reference Include="Helper" HintPath="..\..\lib\Helper.dll" />""", "src/App/App.csproj(3,5)")]
    [InlineData("""<Reference Include="../../lib/Helper.dll" />""", "src/App/App.csproj(3,5)")]
    [InlineData("""<Reference Include="..\..\lib\*.dll" />""", "src/App/App.csproj(3,5)")]
    [InlineData("""<Reference Include="Helper"><HintPath>$(SolutionDir)\lib\Helper.dll</HintPath></Reference>""", "src/App/App.csproj(3,5)")]
    [InlineData("""<Reference Include="Helper" HintPath="..\lib\Helper.dll" />""", "lib/Helper.dll(1,1)")]
    [InlineData("""<Reference Include="Helper" HintPath="..\..\lib\OtherHelper.dll" />""", "lib/Helper.dll(1,1)")]
    public void The_line_of_the_reference_that_leads_there(string reference, string place) =>
        Assert.Equal(place, Assert.Single(Seen.Inspect(Sample.Project(reference), Seen.File("lib/Helper.dll", Client)).Evidence).Location.ToString());

    [Fact]
    public void A_property_of_the_same_file_is_followed()
    {
        var project = InputFile.Of("src/App.csproj", """
            <Project>
              <PropertyGroup><Libraries>../lib</Libraries></PropertyGroup>
              <ItemGroup><Reference Include="Helper" HintPath="$(Libraries)/Helper.dll" /></ItemGroup>
            </Project>
            """);

        Assert.Equal("src/App.csproj(3,14)", Assert.Single(Seen.Inspect(project, Seen.File("lib/Helper.dll", Client)).Evidence).Location.ToString());
    }

    [Fact]
    public void Each_project_that_references_it_is_a_place() =>
        Assert.Equal(
            ["a/A.csproj(3,5)", "b/B.csproj(3,5)"],
            Seen.Inspect(Project("a/A.csproj"), Project("b/B.csproj"), Seen.File("lib/Helper.dll", Client)).Evidence.Select(e => e.Location.ToString()));

    [Fact]
    public void What_the_project_says_and_what_the_file_says_is_one_finding_with_the_version()
    {
        var project = Sample.Project("""<Reference Include="Acme.Client" HintPath="..\..\lib\Helper.dll" />""");
        var result = PolicyCheck.Run(new CheckRequest(LoadedPolicy.None(Seen.Catalog), [project, Seen.File("lib/Helper.dll", Compile("Acme.Client", Attribute("InformationalVersion", "1.2.3")))], Sample.Today)
        {
            MoreInspectors = BinaryInspectors.All,
        });

        Assert.Equal(
            "src/App/App.csproj(3,5): notice AITP1002: Assembly reference 'Acme.Client' 1.2.3 · Acme API (acme-api) by Acme · no policy, inventory only",
            Rendered.Lines(result.Findings));
    }

    private static InputFile Project(string path) => Sample.Project("""<Reference Include="Helper" HintPath="../lib/Helper.dll" />""", path);
}
