using AiToolPolicy.Engine.Inspection;
using AiToolPolicy.Engine.Inspection.Guarding;

namespace AiToolPolicy.Engine.Tests.Inspection.Guarding;

public class PackageCoverageTests
{
    private const string Global = "<Project><PropertyGroup><ManagePackageVersionsCentrally>true</ManagePackageVersionsCentrally></PropertyGroup><ItemGroup><GlobalPackageReference Include='AiToolPolicy' Version='1.0' /></ItemGroup></Project>";
    private const string Reference = "<Project><ItemGroup><PackageReference Include='AiToolPolicy' Version='1.0' PrivateAssets='all' /></ItemGroup></Project>";
    private const string Plain = "<Project Sdk='Microsoft.NET.Sdk'></Project>";
    private const string Above = "<Project><Import Project=\"$([MSBuild]::GetPathOfFileAbove('{0}', '$(MSBuildThisFileDirectory)../'))\" /></Project>";

    private static string Missing(params (string Path, string Text)[] files)
    {
        var all = files.Select(file => InputFile.Of(file.Path, file.Text.Contains('"', StringComparison.Ordinal) ? file.Text : file.Text.Replace('\'', '"'))).ToList();
        return string.Join('\n', PackageCoverage.Find(all).Select(w => $"{w.Location}: {w.What}"));
    }

    [Fact]
    public void Shared_file_above_covers_every_project() => Assert.Equal("", Missing(
        ("Directory.Packages.props", Global), ("src/A/A.csproj", Plain), ("src/B/B.vbproj", Plain)));

    [Theory]
    [InlineData("Directory.Build.props")]
    [InlineData("Directory.Build.targets")]
    public void So_does_a_reference_in(string name) => Assert.Equal("", Missing((name, Reference), ("src/A/A.csproj", Plain)));

    [Fact]
    public void Sdk_form_covers_too() => Assert.Equal("", Missing(
        ("Directory.Build.props", "<Project><Import Project='Sdk.props' Sdk='AiToolPolicy' Version='1.0' /></Project>"), ("src/A/A.csproj", Plain)));

    [Fact]
    public void Project_that_others_have_left_behind_is_named() => Assert.Equal(
        "src/B/B.csproj(1,1): This project is built without AiToolPolicy, which other projects of the repository have",
        Missing(("src/A/Directory.Build.props", Reference), ("src/A/A.csproj", Plain), ("src/B/B.csproj", Plain)));

    [Fact]
    public void Repository_without_the_package_misses_nothing() => Assert.Equal("", Missing(("src/A/A.csproj", Plain), ("src/B/B.csproj", Plain)));

    [Theory]
    [InlineData("Directory.Build.props")]
    [InlineData("Directory.Packages.props")]
    public void Nested_file_that_hides_the_one_above_is_named_once(string name) => Assert.Equal(
        $"src/{name}(1,1): {name} hides the one above it, which brings AiToolPolicy, from 2 projects below: import it, as $([MSBuild]::GetPathOfFileAbove(…)) finds it",
        Missing((name, name == "Directory.Packages.props" ? Global : Reference), ($"src/{name}", "<Project />"), ("src/A/A.csproj", Plain), ("src/B/B.csproj", Plain), ("tests/C.csproj", Plain)));

    [Theory]
    [InlineData("Directory.Build.props")]
    [InlineData("Directory.Packages.props")]
    public void Nested_file_that_imports_the_one_above_hides_nothing(string name) => Assert.Equal("", Missing(
        (name, name == "Directory.Packages.props" ? Global : Reference), ($"src/{name}", Above.Replace("{0}", name, StringComparison.Ordinal)), ("src/A/A.csproj", Plain), ("tests/C.csproj", Plain)));

    [Fact]
    public void Import_by_path_is_followed() => Assert.Equal("", Missing(
        ("Directory.Build.props", Reference), ("src/Directory.Build.props", "<Project><Import Project='..\\Directory.Build.props' /></Project>"), ("src/A/A.csproj", Plain)));

    [Fact]
    public void Import_that_cannot_be_followed_says_nothing() => Assert.Equal("", Missing(
        ("Directory.Build.props", Reference), ("src/Directory.Build.props", "<Project><Import Project='$(Somewhere)/x.props' /></Project>"), ("src/A/A.csproj", Plain), ("tests/C.csproj", Plain)));

    [Theory]
    [InlineData("<PropertyGroup><ImportDirectoryBuildProps>false</ImportDirectoryBuildProps></PropertyGroup>", "(1,49): ImportDirectoryBuildProps is false")]
    [InlineData("<ItemGroup><PackageReference Remove='AiToolPolicy' /></ItemGroup>", "(1,45): PackageReference takes AiToolPolicy out again")]
    public void Project_that_takes_itself_out_is_named_and_how(string body, string how)
    {
        var missing = Missing(("Directory.Build.props", Reference), ("A/A.csproj", $"<Project Sdk='Microsoft.NET.Sdk'>{body}</Project>"), ("B/B.csproj", Plain)).Split('\n');

        Assert.Equal(2, missing.Length);
        Assert.StartsWith("A/A.csproj(1,1): This project is built without AiToolPolicy", missing[0], StringComparison.Ordinal);
        Assert.StartsWith("A/A.csproj" + how, missing[1], StringComparison.Ordinal);
    }

    [Fact]
    public void Versions_that_are_not_managed_centrally_make_a_global_reference_idle() => Assert.StartsWith(
        "A/A.csproj(1,1): This project is built without AiToolPolicy",
        Missing(("Directory.Packages.props", Global), ("A/A.csproj", "<Project><PropertyGroup><ManagePackageVersionsCentrally>false</ManagePackageVersionsCentrally></PropertyGroup></Project>"), ("B/B.csproj", Plain)),
        StringComparison.Ordinal);

    [Theory]
    [InlineData("<UsingTask TaskName='CheckProject' AssemblyFile='x.dll' />", "(1,34): UsingTask registers 'CheckProject'")]
    [InlineData("<PropertyGroup><ImportProjectExtensionTargets>false</ImportProjectExtensionTargets></PropertyGroup>", "(1,49): ImportProjectExtensionTargets is false")]
    [InlineData("<ItemGroup><PackageReference Update='AiToolPolicy' ExcludeAssets='build' /></ItemGroup>", "(1,45): ExcludeAssets of AiToolPolicy leaves out")]
    [InlineData("<ItemGroup><PackageReference Update='AiToolPolicy' Condition='false' /></ItemGroup>", "(1,45): AiToolPolicy is referenced under a condition")]
    [InlineData("<PropertyGroup><RunAnalyzers>false</RunAnalyzers></PropertyGroup>", "")]
    public void Project_that_keeps_its_own_check_from_running_is_named(string body, string how)
    {
        var found = Missing(("Directory.Build.props", Reference), ("A/A.csproj", $"<Project Sdk='Microsoft.NET.Sdk'>{body}</Project>"), ("B/B.csproj", Plain));

        Assert.StartsWith(how.Length == 0 ? "" : "A/A.csproj" + how, found, StringComparison.Ordinal);
        Assert.Equal(how.Length == 0, found.Length == 0);
    }
}
