using AiToolPolicy.Engine.Inspection;
using AiToolPolicy.Engine.Inspection.Dependencies;

namespace AiToolPolicy.Engine.Tests.Inspection;

public class AssetsFileTests
{
    private const string Path = "src/App/obj/project.assets.json";

    // As an older SDK writes it: long framework names as targets, aliases as keys below project.
    private const string TwoFrameworks = """
        {
          "version": 3,
          "targets": {
            ".NETFramework,Version=v4.7.2": {
              "Acme/1.2.0": { "type": "package", "compile": { "lib/net462/Acme.dll": {} } },
              "Lib/1.0.0": { "type": "package", "dependencies": { "Acme": "1.0.0" } }
            },
            "net8.0": {
              "Acme/2.0.0": { "type": "package" },
              "App.Core/1.0.0": { "type": "project", "framework": ".NETCoreApp,Version=v8.0", "dependencies": { "Globex.Kit": "1.0.0" } },
              "Globex.Kit/1.0.0": { "type": "package" },
              "Lib/1.0.0": { "type": "package", "dependencies": { "Mid": "1.0.0" } },
              "Mid/1.1.0": { "type": "package", "dependencies": { "acme": "[2.0.0, )" } }
            },
            "net8.0/linux-x64": {
              "Acme/2.0.0": { "type": "package" },
              "Lib/1.0.0": { "type": "package", "dependencies": { "runtime.linux-x64.Lib": "1.0.0" } },
              "runtime.linux-x64.Lib/1.0.0": { "type": "package", "dependencies": { "Acme": "2.0.0" } }
            }
          },
          "libraries": { "Acme/2.0.0": { "type": "package", "path": "acme/2.0.0" } },
          "projectFileDependencyGroups": { "net8.0": [ "App.Core >= 1.0.0", "Lib >= 1.0.0" ] },
          "project": {
            "frameworks": {
              "net472": { "targetAlias": "net472", "dependencies": { "Acme": { "target": "Package", "version": "[1.2.0, )" }, "Lib": { "target": "Package" } } },
              "net8.0": { "targetAlias": "net8.0", "dependencies": { "Lib": { "target": "Package", "version": "[1.0.0, )" } } }
            }
          }
        }
        """;

    [Fact]
    public void Each_framework_and_runtime_has_its_own_direct_references_and_paths() =>
        Assert.Equal(
            """
            (5,3)-(5,38): Package Dependency: Package 'Acme' 1.2.0 is acme-api
            (4,3)-(4,37): Package Dependency: Package 'Acme' 2.0.0 is acme-api through Lib 1.0.0 > Mid 1.1.0 > Acme 2.0.0
            (4,3)-(4,37): Package Dependency: Package 'Acme' 2.0.0 is acme-api through Lib 1.0.0 > runtime.linux-x64.Lib 1.0.0 > Acme 2.0.0
            """,
            Seen(
                TwoFrameworks,
                InputFile.Of("src/App/App.csproj", """
                    <Project Sdk="Microsoft.NET.Sdk">
                    <ItemGroup>

                      <PackageReference Include="Lib" />
                      <PackageReference Include="Acme" />
                    </ItemGroup>
                    </Project>
                    """)).Replace("src/App/App.csproj", "", StringComparison.Ordinal));

    [Fact]
    public void A_reference_in_an_imported_file_is_placed_there() =>
        Assert.StartsWith(
            "Directory.Build.props(1,21)-(1,55): Package Dependency: Package 'Acme' 2.0.0 is acme-api",
            Seen(
                Assets.Of("Acme", "Acme/2.0.0").Read().Text!,
                Sample.Project("<PackageReference Include=\"$(Other)\" />"),
                InputFile.Of("Directory.Build.props", "<Project><ItemGroup><PackageReference Include='ACME'/></ItemGroup></Project>")),
            StringComparison.Ordinal);

    [Theory]
    [InlineData("<PackageReference Include=\"$(Elsewhere)\" />", "src/App/App.csproj(3,5)")]
    [InlineData("<PackageReference Include=\"Other\" />", "src/App/App.csproj(1,1)")]
    [InlineData("<PackageReference Include=\"Other\" /><PackageVersion Include=\"Acme\" />", "src/App/App.csproj(3,41)")]
    public void A_reference_that_no_line_names_is_placed_as_near_as_can_be(string item, string place) =>
        Assert.StartsWith(place, Seen(Assets.Of("Acme", "Acme/2.0.0").Read().Text!, Sample.Project(item)), StringComparison.Ordinal);

    [Fact]
    public void A_shared_central_version_is_no_place_of_a_computed_reference() =>
        Assert.StartsWith(
            "src/App/App.csproj(3,5)",
            Seen(
                Assets.Of("Acme", "Acme/2.0.0").Read().Text!,
                Sample.Project("<PackageReference Include=\"$(Elsewhere)\" />"),
                InputFile.Of("Directory.Packages.props", "<Project><ItemGroup><PackageVersion Include='Acme' Version='2.0.0'/></ItemGroup></Project>")),
            StringComparison.Ordinal);

    [Fact]
    public void Without_a_project_file_the_assets_file_is_the_place() =>
        Assert.StartsWith(Path + "(1,1)", Seen(Assets.Of("Acme", "Acme/2.0.0").Read().Text!), StringComparison.Ordinal);

    [Fact]
    public void What_comes_through_a_project_alone_is_that_projects_business() =>
        Assert.DoesNotContain("globex", Seen(TwoFrameworks), StringComparison.Ordinal);

    [Fact]
    public void A_file_that_is_laid_out_otherwise_is_read_all_the_same()
    {
        var text = Assets.Of("Acme", "Acme/2.0.0").Read().Text!;
        var dense = string.Concat(text.Where(c => !char.IsWhiteSpace(c)));

        Assert.Equal(Seen(text), Seen(dense));
        Assert.Equal(Seen(text), Seen(text.Replace("Acme/", "\\u0041cme/", StringComparison.Ordinal).Replace("\": {", "\" : {", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("Acmeist/1.0.0")]
    [InlineData("Contoso/1.0.0 > Acme")]
    public void A_look_alike_is_not(string packages) => Assert.Equal("", Seen(Assets.Of("Acmeist Contoso", packages).Read().Text!));

    [Fact]
    public void The_assets_of_this_very_project_are_read_to_the_end()
    {
        var text = File.ReadAllText(System.IO.Path.Combine(Surroundings.Root, "tests/Engine.Tests/obj/project.assets.json"));
        var catalog = new Engine.Catalog.ToolCatalog(Sample.Read("""
            { "vendor": { "id": "v" }, "tools": [ { "id": "t", "category": "c", "signatures": [ { "kind": "nuget", "value": "Microsoft.CodeAnalysis.Common" } ] } ] }
            """));
        var context = new InspectionContext(catalog, ReferenceSites.None, new CentralVersions([]));
        new AssetsFileInspector().Inspect(InputFile.Of(Path, text), context);

        Assert.Contains(context.Evidence, e => e.Through?.Direct == "Microsoft.CodeAnalysis.CSharp");
        Assert.Empty(context.Problems);
    }

    private static string Seen(string text, params InputFile[] sites)
    {
        var context = Sample.Inspect(new ReferenceSites(sites), InputFile.Of(Path, text));

        Assert.Equal("", Rendered.Lines(context.Problems));
        return Rendered.Lines(context.Evidence);
    }
}
