using AiToolPolicy.Package.Tests.Infrastructure;

namespace AiToolPolicy.Package.Tests;

/// <summary>However a build is made, each finding appears exactly once in it.</summary>
public sealed class BuildShapes(PackedPackage package)
{
    private const string Rule = """{ "id": "r", "tools": ["vendor:anthropic"], "action": "deny", "effective": "2999-01-01" }""";

    private const string Expected = """
        A/A.csproj(4,5): warning AITP1001
        CLAUDE.md(1,1): warning AITP1006
        Directory.Packages.props(4,5): warning AITP1001
        """;

    // A references the package for two frameworks; B references A; C is empty.
    private Repository NewRepository() => new Repository(package, "Anthropic/12.36.0").AddPolicy(Rule)
        .Add("CLAUDE.md", "# Notes")
        .AddApp("A", "net10.0;net9.0", "Anthropic")
        .AddApp("B", "net10.0")
        .Add("B/Directory.Build.targets", """<Project><ItemGroup><ProjectReference Include="../A/A.csproj" /></ItemGroup></Project>""")
        .Add("C/C.csproj", """<Project Sdk="Microsoft.NET.Sdk"><PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup></Project>""")
        .Add("All.slnx", """<Solution><Project Path="A/A.csproj" /><Project Path="B/B.csproj" /><Project Path="C/C.csproj" /></Solution>""");

    [Fact]
    public async Task SolutionInEveryWay_saysEachFindingOnce()
    {
        using var repository = NewRepository();
        string[][] ways = [["-m:4"], ["--no-restore", "-m:4"], ["--no-restore", "-graph"], ["--no-restore", "-mt"], ["--no-restore", "-t:Rebuild", "-m:1"]];
        foreach (var way in ways)
        {
            var build = await repository.BuildAsync(["All.slnx", .. way]);

            Assert.True(build.ExitCode == 0, build.Output);
            Assert.True(Expected == build.Places, string.Join(' ', way) + "\n" + build.Output);
        }

        var isolated = await repository.RunAsync("msbuild", "All.slnx", "-graph", "-isolate");
        Assert.True(Expected == isolated.Places, isolated.Output);
    }

    [Fact]
    public async Task CleanIsSilent_andPackAndPublishWithoutBuildAreNot()
    {
        using var repository = NewRepository();
        await repository.BuildAsync("B");

        var pack = await repository.RunAsync("pack", "A", "--no-build", "-p:Configuration=Debug");
        var publish = await repository.RunAsync("publish", "B", "--no-build", "-p:Configuration=Debug");
        var clean = await repository.RunAsync("clean", "B");

        Assert.True(Expected == pack.Places, pack.Output);
        Assert.True(publish.Diagnostics.Count > 0 && publish.ExitCode == 0, publish.Output);
        Assert.True(clean.Places.Length == 0, clean.Output);
    }

    [Fact]
    public async Task DesignTimeBuild_isSilent()
    {
        using var repository = NewRepository();
        await repository.BuildAsync("B");

        var design = await repository.RunAsync(
            "msbuild", "A/A.csproj", "-t:Compile", "-p:TargetFramework=net10.0", "-p:DesignTimeBuild=true", "-p:BuildingProject=false", "-p:SkipCompilerExecution=true", "-p:ProvideCommandLineArgs=true");

        Assert.True(design.Places.Length == 0 && design.ExitCode == 0, design.Output);
    }

    [Fact]
    public async Task TwentyProjects_reportTheRepositoryOnce()
    {
        using var repository = new Repository(package, "Anthropic/12.36.0").AddPolicy(Rule.Replace("2999", "2020", StringComparison.Ordinal)).Add("CLAUDE.md", "# Notes");
        for (var i = 0; i < 20; i++)
        {
            repository.AddApp($"P{i}", "net10.0");
        }

        repository.Add("All.slnx", $"<Solution>{string.Concat(Enumerable.Range(0, 20).Select(i => $"<Project Path=\"P{i}/P{i}.csproj\" />"))}</Solution>");

        var build = await repository.BuildAsync("All.slnx", "-m");

        Assert.Equal(
            """
            CLAUDE.md(1,1): error AITP1006
            Directory.Packages.props(4,5): error AITP1001
            """,
            build.Places);
        Assert.All(Enumerable.Range(0, 20), i => Assert.False(build.Compiled($"P{i}"), build.Output));
        Assert.Equal(1, build.ExitCode);
    }

    [Fact]
    public async Task FileBasedApp_isCheckedAtItsDirective()
    {
        using var repository = new Repository(package).Add("Directory.Packages.props", "<Project />")
            .Add("Directory.Build.props", $"""
                <Project>
                  <ItemGroup>
                    <PackageReference Include="AiToolPolicy" Version="{package.Version}" PrivateAssets="all" />
                  </ItemGroup>
                </Project>
                """)
            .AddPolicy(Rule)
            .Add("app.cs", """
                #!/usr/bin/env dotnet
                #:package Anthropic@12.36.0
                System.Console.WriteLine("ran");
                """);

        var build = await repository.RunAsync("build", "app.cs");
        var later = await repository.RunAsync("build", "app.cs", "-p:AiToolPolicyAsOf=2999-01-01");

        Assert.True(build.Places == "app.cs(2,1): warning AITP1001" && build.ExitCode == 0, build.Output);
        Assert.True(later.Places == "app.cs(2,1): error AITP1001" && later.ExitCode == 1, later.Output);
    }

    [Fact]
    public async Task EmptyProjectAndCleanRepository_getOnlyTheSummary()
    {
        using var repository = new Repository(package).AddPolicy(Rule)
            .Add("C/C.csproj", """<Project Sdk="Microsoft.NET.Sdk"><PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup></Project>""");

        var build = await repository.BuildAsync("C");

        Assert.Equal("", build.Places);
        Assert.Contains("AiToolPolicy: policy 'Contoso' 1, as of ", build.Output, StringComparison.Ordinal);
        Assert.Equal(0, build.ExitCode);
    }
}
