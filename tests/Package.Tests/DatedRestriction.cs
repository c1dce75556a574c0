using AiToolPolicy.Package.Tests.Infrastructure;

namespace AiToolPolicy.Package.Tests;

/// <summary>A vendor denied from a future day, in every language and project shape.</summary>
public sealed class DatedRestriction(PackedPackage package)
{
    private static readonly string Tomorrow = DateTime.UtcNow.AddDays(40).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    private static string Rule => $$"""
        { "id": "notice-7", "tools": ["vendor:anthropic"], "action": "deny", "effective": "{{Tomorrow}}", "surfaces": ["package"],
          "reason": "On Contoso's restricted list.", "useInstead": ["qoder"] }
        """;

    [Fact]
    public async Task BeforeTheDay_warnsAtTheReferenceAndCompiles()
    {
        using var repository = new Repository(package).AddPolicy(Rule);
        repository.Add("App/Program.cs", "return 0;").Add("App/App.csproj", """
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework><OutputType>Exe</OutputType>
              </PropertyGroup>
              <ItemGroup>
                <PackageReference Include="Anthropic" VersionOverride="12.36.0" />
              </ItemGroup>
            </Project>
            """);

        var build = await repository.BuildAsync("App");

        Assert.Equal("App/App.csproj(6,5): warning AITP1001", build.Places);
        Assert.Contains("Package 'Anthropic' 12.36.0, direct reference", build.Output, StringComparison.Ordinal);
        Assert.Contains($"denied from {Tomorrow} on (40 days left) by rule 'notice-7' of policy 'Contoso' 1", build.Output, StringComparison.Ordinal);
        Assert.True(build.Compiled("App"), build.Output);
        Assert.Equal(0, build.ExitCode);
    }

    [Fact]
    public async Task FromTheDayOn_failsBeforeCompiling()
    {
        using var repository = new Repository(package, "Anthropic/12.36.0").AddPolicy(Rule).AddApp("App", "net10.0", "Anthropic");

        var build = await repository.BuildAsync("App", $"-p:AiToolPolicyAsOf={Tomorrow}");

        Assert.Equal(
            """
            App/App.csproj(4,5): error AITP1001
            Directory.Packages.props(4,5): error AITP1001
            """,
            build.Places);
        Assert.Contains($"denied since {Tomorrow} by rule 'notice-7' of policy 'Contoso' 1 · Reason: On Contoso's restricted list. · Use instead: ", build.Output, StringComparison.Ordinal);
        Assert.False(build.Compiled("App"), build.Output);
        Assert.Equal(1, build.ExitCode);
    }

    [Fact]
    public async Task SecondBuildWithNothingToDo_saysTheSameAgain()
    {
        using var repository = new Repository(package, "Anthropic/12.36.0").AddPolicy(Rule).AddApp("App", "net10.0", "Anthropic");
        var first = await repository.BuildAsync("App");
        var assembly = File.GetLastWriteTimeUtc(Path.Combine(repository.Root, "App/obj/Debug/net10.0/App.dll"));

        var second = await repository.BuildAsync("App", "--no-restore");

        Assert.Equal(first.Places, second.Places);
        Assert.Equal(assembly, File.GetLastWriteTimeUtc(Path.Combine(repository.Root, "App/obj/Debug/net10.0/App.dll")));
    }

    [Fact]
    public async Task ThreeTargetFrameworks_giveOneFinding()
    {
        using var repository = new Repository(package, "Anthropic/12.36.0").AddPolicy(Rule)
            .AddApp("Lib", "net10.0;net9.0;netstandard2.0", "Anthropic")
            .Add("Lib/Program.cs", "namespace Lib { public class C { } }")
            .Add("Lib/Directory.Build.targets", "<Project><PropertyGroup><OutputType>Library</OutputType></PropertyGroup></Project>");

        var build = await repository.BuildAsync("Lib");

        Assert.Equal(
            """
            Directory.Packages.props(4,5): warning AITP1001
            Lib/Lib.csproj(4,5): warning AITP1001
            """,
            build.Places);
        Assert.Equal(0, build.ExitCode);
    }

    [Theory]
    [InlineData("vb", "Module M\nSub Main()\nEnd Sub\nEnd Module")]
    [InlineData("fs", "[<EntryPoint>]\nlet main _ = 0")]
    public async Task OtherLanguages_areCheckedAlike(string language, string source)
    {
        using var repository = new Repository(package, "Anthropic/12.36.0").AddPolicy(Rule)
            .Add($"App/Program.{language}", source)
            .Add($"App/App.{language}proj", $"""
                <Project Sdk="Microsoft.NET.Sdk">
                  <PropertyGroup><TargetFramework>net10.0</TargetFramework><OutputType>Exe</OutputType></PropertyGroup>
                  <ItemGroup>
                    <Compile Include="Program.{language}" Condition="'{language}' == 'fs'" />
                    <PackageReference Include="Anthropic" />
                  </ItemGroup>
                </Project>
                """);

        var build = await repository.BuildAsync("App");
        var later = await repository.BuildAsync("App", "--no-restore", $"-p:AiToolPolicyAsOf={Tomorrow}");

        Assert.Contains($"App/App.{language}proj(5,5): warning AITP1001", build.Places, StringComparison.Ordinal);
        Assert.Equal(0, build.ExitCode);
        Assert.Contains($"App/App.{language}proj(5,5): error AITP1001", later.Places, StringComparison.Ordinal);
        Assert.Equal(1, later.ExitCode);
    }
}
