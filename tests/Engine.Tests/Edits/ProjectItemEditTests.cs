namespace AiToolPolicy.Engine.Tests.Edits;

public class ProjectItemEditTests
{
    private static string Items(params string[] lines) => $"<Project>\n  <ItemGroup>\n{string.Concat(lines.Select(line => $"    {line}\n"))}  </ItemGroup>\n</Project>\n";

    [Theory]
    [InlineData("""<PackageReference Include="Acme" Version="1.0.0" />""")]
    [InlineData("""<PackageReference Include='acme' />""")]
    [InlineData("<PackageReference Include=\"Acme\">\n      <Version>1.0.0</Version>\n    </PackageReference>")]
    [InlineData("<PackageReference\n        Include=\"Acme\"\n        Version=\"1.0.0\" />")]
    [InlineData("""<PackageReference Update="Acme" Version="2.0.0" />""")]
    [InlineData("""<PackageVersion Include="Acme.Code" Version="1.0.0" />""")]
    [InlineData("""<GlobalPackageReference Include="Acme" Version="1.0.0" />""")]
    [InlineData("""<PackageDownload Include="Acme" Version="[1.0.0]" />""")]
    [InlineData("""<DotNetCliToolReference Include="Acme" Version="1.0.0" />""")]
    [InlineData("""<Reference Include="Acme.Client, Version=1.0.0.0" />""")]
    [InlineData("<Reference Include=\"Other\">\n      <HintPath>..\\lib\\Acme.Client.dll</HintPath>\n    </Reference>")]
    public void Item_goes_with_its_line(string item) =>
        Assert.Equal(
            Items("<!-- first -->", """<PackageReference Include="A" />""", """<PackageReference Include="B" />"""),
            Mended.Without("src/App.csproj", Items("<!-- first -->", """<PackageReference Include="A" />""", item, """<PackageReference Include="B" />""")));

    [Theory]
    [InlineData("A;Acme;B", "A;B")]
    [InlineData("Acme;B", "B")]
    [InlineData("A;Acme", "A")]
    [InlineData(" A ; Acme ; B ", " A ; B ")]
    [InlineData("A;Acme;Acme.Code;B", "A;B")]
    [InlineData("Acme.X;B;Acme", "B")]
    [InlineData("A;\n      Acme;\n      B", "A;\n      B")]
    [InlineData("A;\n      Acme;", "A;")]
    public void List_loses_only_what_was_found(string ids, string left) =>
        Assert.Equal(Items($"<PackageReference Include=\"{left}\" />"), Mended.Without("App.vbproj", Items($"<PackageReference Include=\"{ids}\" />")));

    [Fact]
    public void List_of_nothing_else_goes_as_a_whole() =>
        Assert.Equal(Items("<A />"), Mended.Without("App.csproj", Items("<A />", """<PackageReference Include="Acme;Acme.X" Version="1" />""")));

    [Theory]
    [InlineData("<ItemGroup><PackageReference Include=\"Acme\" /></ItemGroup>", "<ItemGroup></ItemGroup>")]
    [InlineData("<ItemGroup>\r\n\t<PackageReference Include=\"Acme\" />\r\n</ItemGroup>", "<ItemGroup>\r\n</ItemGroup>")]
    [InlineData("<ItemGroup>\r  <PackageReference Include=\"Acme\" />\r</ItemGroup>", "<ItemGroup>\r</ItemGroup>")]
    [InlineData("<ItemGroup>\n  <PackageReference Include=\"Acme\" /> <!-- why -->\n</ItemGroup>", "<ItemGroup>\n  <!-- why -->\n</ItemGroup>")]
    [InlineData("<ItemGroup> <A /> <PackageReference Include=\"Acme\" /> <B /> </ItemGroup>", "<ItemGroup> <A /> <B /> </ItemGroup>")]
    public void What_stands_beside_it_stays_as_it_is(string text, string left) =>
        Assert.Equal($"<Project>{left}</Project>", Mended.Without("Directory.Build.props", $"<Project>{text}</Project>"));

    [Fact]
    public void Item_in_a_malformed_file_that_ends_early_is_left_alone() =>
        Assert.Equal("is not an item of its own that could be taken out", Mended.Refusals("App.csproj", "<Project><ItemGroup><PackageReference Include=\"Acme\"><Version>"));

    [Theory]
    [InlineData("""<Project Sdk="Acme/1.0.0"></Project>""", "is not an item of its own that could be taken out")]
    [InlineData("""<Project><PropertyGroup><Id>Acme</Id></PropertyGroup><ItemGroup><PackageReference Include="$(Id)" /></ItemGroup></Project>""", "is written there as '$(Id)', which only a person can change")]
    public void What_cannot_be_taken_out_says_why(string text, string reason) => Assert.Equal(reason, Mended.Refusals("App.csproj", text));

    [Theory]
    [InlineData("""<PackageReference Include="Acme" />""", """<PackageReference Include="Globex.Client" />""")]
    [InlineData("""<PackageReference Include="Acme.Glue" />""", """<PackageReference Include="Globex.Glue" />""")]
    [InlineData("""<PackageReference Include="Acme" Version="1.0.0" PrivateAssets="all" />""", """<PackageReference Include="Globex.Client" Version="*" PrivateAssets="all" />""")]
    [InlineData("""<PackageReference Include="A;Acme" />""", """<PackageReference Include="A;Globex.Client" />""")]
    [InlineData("<PackageReference Include=\"Acme\">\n      <Version>1.0.0</Version>\n    </PackageReference>", "<PackageReference Include=\"Globex.Client\">\n      <Version>*</Version>\n    </PackageReference>")]
    [InlineData("<PackageReference Include=\"Acme\" Version=\"1\" />\n    <PackageReference Include=\"Globex.Client\" Version=\"3\" />", "<PackageReference Include=\"Globex.Client\" Version=\"3\" />")]
    public void Reference_is_replaced_by_what_the_policy_permits_instead(string item, string replaced) =>
        Assert.Equal(Items(replaced), Mended.Replaced("App.csproj", Items(item)));

    [Theory]
    [InlineData("""<PackageVersion Include="Acme" Version="1.0.0" />""", """<PackageVersion Include="Globex.Client" Version="2.1.0" />""")]
    [InlineData("""<PackageDownload Include="Acme" Version="[1.0.0]" />""", """<PackageDownload Include="Globex.Client" Version="[2.1.0]" />""")]
    [InlineData("""<PackageReference Include="Acme" VersionOverride="1.0.0" />""", """<PackageReference Include="Globex.Client" VersionOverride="2.1.0" />""")]
    public void Known_version_is_written(string item, string replaced) =>
        Assert.Equal(Items(replaced), Mended.Replaced("Directory.Packages.props", Items(item), "2.1.0"));

    [Theory]
    [InlineData("""<PackageVersion Include="Acme" Version="1.0.0" />""", "needs an exact version there, and that of 'Globex.Client' is not known here")]
    [InlineData("""<PackageReference Include="A;Acme" Version="1.0.0" />""", "shares its version with the other ids of the list")]
    [InlineData("""<Reference Include="Acme.Client" />""", "is not a package that another could stand in for")]
    public void What_cannot_be_replaced_says_why(string item, string reason) =>
        Assert.Equal(reason, Mended.Refusals("Directory.Packages.props", Items(item), "Globex.Client"));
}
