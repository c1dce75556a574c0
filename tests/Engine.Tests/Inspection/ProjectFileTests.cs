using AiToolPolicy.Engine.Inspection;

namespace AiToolPolicy.Engine.Tests.Inspection;

public class ProjectFileTests
{
    [Theory]
    [InlineData("<PackageReference Include='Acme' Version='1.0' />", "(3,5)-(3,54): Package Dependency: Package 'Acme' 1.0 is acme-api")]
    [InlineData("<PackageReference Update='Acme' Version='1.0' />", "(3,5)-(3,53): Package Dependency: Package 'Acme' 1.0 is acme-api")]
    [InlineData("<packagereference include='ACME' VERSION='1.0' />", "(3,5)-(3,54): Package Dependency: Package 'ACME' 1.0 is acme-api")]
    [InlineData("<PackageReference Include='Acme'><Version>1.0</Version></PackageReference>", "(3,5)-(3,38): Package Dependency: Package 'Acme' 1.0 is acme-api")]
    [InlineData("<PackageReference Include='Acme' Version='1.0' VersionOverride='2.0' />", "(3,5)-(3,76): Package Dependency: Package 'Acme' 2.0 is acme-api")]
    [InlineData("<PackageReference Include='Acme' Condition=\"'$(Never)' == 'true'\" />", "(3,5)-(3,73): Package Dependency: Package 'Acme' is acme-api")]
    [InlineData("<PackageReference Include=' Acme ' />", "(3,5)-(3,42): Package Dependency: Package 'Acme' is acme-api")]
    [InlineData("<PackageReference Include='%41cme' />", "(3,5)-(3,42): Package Dependency: Package 'Acme' is acme-api")]
    [InlineData("<PackageReference Include='&#65;cme' />", "(3,5)-(3,44): Package Dependency: Package 'Acme' is acme-api")]
    [InlineData("<PackageReference Include='X;Acme; Globex.Kit' />", "(3,34)-(3,38): Package Dependency: Package 'Acme' is acme-api\n(3,40)-(3,50): Package Dependency: Package 'Globex.Kit' is globex-kit")]
    [InlineData("<GlobalPackageReference Include='Acme' Version='1.0' />", "(3,5)-(3,60): Package Dependency: Package 'Acme' 1.0 (global reference) is acme-api")]
    [InlineData("<PackageVersion Include='Acme' Version='1.0' />", "(3,5)-(3,52): Package Dependency: Package 'Acme' 1.0 (central version) is acme-api")]
    [InlineData("<PackageDownload Include='Acme' Version='[1.0]' />", "(3,5)-(3,55): Package Dependency: Package 'Acme' [1.0] (download) is acme-api")]
    [InlineData("<DotNetCliToolReference Include='Acme' Version='1.0' />", "(3,5)-(3,60): Package Dependency: Package 'Acme' 1.0 (tool reference) is acme-api")]
    [InlineData("<PackageReference Include='My.Copilot' />", "(3,5)-(3,46): Package Dependency: Package 'My.Copilot' is ?")]
    public void A_package_item_is_seen(string item, string expected) => Expect(item, expected);

    [Theory]
    [InlineData("<PackageReference Remove='Acme' />")]
    [InlineData("<PackageReference Include='Acmeist' />")]
    [InlineData("<PackageReference Include='Contoso.Acme' />")]
    [InlineData("<PackageReference Include='' />")]
    [InlineData("<PackageReference Include=';;' />")]
    [InlineData("<PackageReference />")]
    [InlineData("<None Include='Acme' />")]
    [InlineData("<!-- <PackageReference Include='Acme' /> -->")]
    [InlineData("<PackageReference Include='$(Elsewhere)' />")]
    [InlineData("<PackageReference Include='@(Others)' />")]
    public void A_look_alike_is_not(string item) => Expect(item, "");

    [Theory]
    [InlineData("<V>2.0</V>", "<PackageReference Include='Acme' Version='$(V)' />", "Package 'Acme' 2.0 is acme-api")]
    [InlineData("<V>2.0</V>", "<PackageReference Include='Acme' Version='$(W)' />", "Package 'Acme' is acme-api")]
    [InlineData("<V>2</V><W>$(V).5</W>", "<PackageReference Include='Acme' Version='[$(W),)' />", "Package 'Acme' [2.5,) is acme-api")]
    [InlineData("<Id>Acme</Id>", "<PackageReference Include='$(id)' />", "Package 'Acme' is acme-api")]
    [InlineData("<Id>Acme</Id></PropertyGroup><PropertyGroup Condition='$(A)'><Id>Other</Id>", "<PackageReference Include='$(Id)' />", "Package 'Acme' is acme-api")]
    [InlineData("<Ids>X;Acme</Ids>", "<PackageReference Include='$(Ids);Y' />", "Package 'Acme' is acme-api")]
    [InlineData("<A>A</A><B>c</B><C>m</C><D>e</D>", "<PackageReference Include='$(A)$(B)$(C)$(D)' />", "Package 'Acme' is acme-api")]
    [InlineData("<A>$(A);Acme</A>", "<PackageReference Include='$(A)' />", "Package 'Acme' is acme-api")]
    public void Properties_of_the_same_file_are_expanded(string properties, string item, string expected)
    {
        var text = $"<Project><PropertyGroup>{properties}</PropertyGroup><ItemGroup>{item}</ItemGroup></Project>";

        Assert.EndsWith(": Package Dependency: " + expected, Sample.Evidence("a.csproj", text.Replace('\'', '"')), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<Reference Include='Acme.Client' />", "Assembly reference 'Acme.Client' is acme-api")]
    [InlineData("<Reference Include='acme.client, Version=1.0.0.0, Culture=neutral' />", "Assembly reference 'acme.client' is acme-api")]
    [InlineData("<Reference Include='Harmless' HintPath='..\\lib\\Acme.Client.dll' />", "Assembly reference 'Acme.Client' is acme-api")]
    [InlineData("<Reference Include='Harmless'><HintPath>..\\lib\\net8.0/ACME.Client.DLL</HintPath></Reference>", "Assembly reference 'ACME.Client' is acme-api")]
    [InlineData("<Reference Include='Acme.Client'><HintPath>lib\\Renamed.dll</HintPath></Reference>", "Assembly reference 'Acme.Client' is acme-api")]
    public void An_assembly_reference_is_seen_by_name_and_by_file(string item, string expected) =>
        Assert.EndsWith(": Assembly Dependency: " + expected, Evidence(item), StringComparison.Ordinal);

    [Theory]
    [InlineData("<Reference Include='Acme.Clients' />")]
    [InlineData("<Reference Include='Harmless'><HintPath>Acme.Client.dll\\Other.dll</HintPath></Reference>")]
    [InlineData("<ProjectReference Include='..\\Acme.Client\\Acme.Client.csproj' />")]
    public void A_look_alike_of_an_assembly_is_not(string item) => Expect(item, "");

    [Theory]
    [InlineData("<Project Sdk='Acme' />", "(1,15)-(1,19): Package Dependency: MSBuild SDK 'Acme' is acme-api")]
    [InlineData("<Project Sdk='Microsoft.NET.Sdk; Acme/1.0' />", "(1,15)-(1,42): Package Dependency: MSBuild SDK 'Acme' 1.0 is acme-api")]
    [InlineData("<Project><Sdk Name='Acme' Version='1.0' /></Project>", "(1,10)-(1,43): Package Dependency: MSBuild SDK 'Acme' 1.0 is acme-api")]
    [InlineData("<Project><Import Project='Sdk.props' Sdk='Acme' Version='1.0' /></Project>", "(1,10)-(1,65): Package Dependency: MSBuild SDK 'Acme' 1.0 is acme-api")]
    [InlineData("<Project><Import Project='Sdk.props' Sdk='Acme/2.0' /></Project>", "(1,10)-(1,55): Package Dependency: MSBuild SDK 'Acme' 2.0 is acme-api")]
    [InlineData("<Project><Import Project='Acme/Sdk.props' /></Project>", "")]
    [InlineData("<Project><PropertyGroup><Sdk>Acme</Sdk></PropertyGroup></Project>", "")]
    public void An_SDK_is_seen_in_each_of_its_three_forms(string text, string expected) =>
        Assert.Equal(expected, Sample.Evidence("a.csproj", text.Replace('\'', '"')).Replace("a.csproj", "", StringComparison.Ordinal));

    [Theory]
    [InlineData("src/a.csproj", true)]
    [InlineData("a.FSPROJ", true)]
    [InlineData("a.vbproj", true)]
    [InlineData("Directory.Build.props", true)]
    [InlineData("eng/a.targets", true)]
    [InlineData("dirs.proj", true)]
    [InlineData("a.csproj.user", false)]
    [InlineData("a.xml", false)]
    public void Every_file_in_MSBuilds_language_is_read(string path, bool isRead) =>
        Assert.Equal(isRead, Sample.Evidence(path, "<Project><ItemGroup><PackageReference Include=\"Acme\" /></ItemGroup></Project>").Length > 0);

    [Fact]
    public void The_nearest_central_version_counts()
    {
        var central = InputFile.Of("Directory.Packages.props", "<Project><ItemGroup><PackageVersion Include=\"acme\" Version=\"1.0\" /></ItemGroup></Project>");
        var nearer = InputFile.Of("src/directory.packages.props", "<Project><ItemGroup><PackageVersion Include=\"Other\" Version=\"9\" /></ItemGroup></Project>");
        var project = "<PackageReference Include=\"Acme\" />";

        Assert.Contains("Package 'Acme' 1.0 is", Sample.Evidence(central, Sample.Project(project)), StringComparison.Ordinal);
        Assert.Contains("Package 'Acme' is", Sample.Evidence(central, nearer, Sample.Project(project)), StringComparison.Ordinal);
        Assert.Contains("Package 'Acme' 3.0 is", Sample.Evidence(central, Sample.Project("<PackageReference Include=\"Acme\" VersionOverride=\"3.0\" />")), StringComparison.Ordinal);
    }

    private static string Evidence(string item) => Sample.Evidence(Sample.Project(item.Replace('\'', '"')));

    private static void Expect(string item, string expected) => Assert.Equal(
        expected,
        Sample.Evidence(Sample.Project(item.Contains("$(Never)", StringComparison.Ordinal) ? item : item.Replace('\'', '"'))).Replace("src/App/App.csproj", "", StringComparison.Ordinal));
}
