using AiToolPolicy.Package.Tests.Infrastructure;

namespace AiToolPolicy.Package.Tests;

/// <summary>The package as an MSBuild SDK: restore is stopped before a restricted package is downloaded, and projects that restore nothing are checked too.</summary>
public sealed class SdkForm(PackedPackage package)
{
    private const string Deny = """{ "id": "r", "tools": ["vendor:anthropic"], "action": "deny" }""";
    private const string Warn = """{ "id": "r", "tools": ["vendor:anthropic"], "action": "warn" }""";
    private const string Solution = """<Solution><Project Path="A/A.csproj" /><Project Path="B/B.csproj" /></Solution>""";

    [Theory]
    [InlineData("restore All.slnx")]
    [InlineData("restore All.slnx -p:RestoreUseStaticGraphEvaluation=true")]
    [InlineData("build All.slnx")]
    [InlineData("build All.slnx -graph")]
    [InlineData("restore A")]
    public async Task DeniedPackage_isNotDownloaded(string command)
    {
        using var repository = NewRepository("Anthropic/12.36.0").AddPolicy(Deny)
            .AddApp("A", "net10.0;net9.0", "Anthropic").AddApp("B", "net10.0").Add("All.slnx", Solution);

        var stopped = await repository.RunAsync([.. command.Split(' '), Packages(repository)]);
        var again = await repository.RunAsync([.. command.Split(' '), Packages(repository)]);

        Assert.True(stopped.ExitCode == 1, stopped.Output);
        Assert.Equal(("A/A.csproj(4,5): error AITP1001", "A/A.csproj(4,5): error AITP1001"), (stopped.Places, again.Places));
        Assert.False(IsDownloaded(repository, "anthropic"), stopped.Output);
    }

    [Fact]
    public async Task IdThatNoFileSpells_andReferenceOfAllProjects_areStoppedAtTheirLine()
    {
        using var hidden = NewRepository().AddPolicy(Deny).Add("Directory.Packages.props", "<Project />")
            .Add("A/A.csproj", """
                <Project Sdk="Microsoft.NET.Sdk">
                  <PropertyGroup><TargetFramework>net10.0</TargetFramework><First>Anth</First></PropertyGroup>
                  <ItemGroup>
                    <PackageReference Include="$(First)ropic" Version="12.36.0" />
                  </ItemGroup>
                </Project>
                """);
        using var shared = NewRepository("Anthropic/12.36.0").AddPolicy(Deny).AddApp("A", "net10.0").AddApp("B", "net10.0").Add("All.slnx", Solution)
            .Add("Shared.props", "<Project>\n  <ItemGroup>\n    <PackageReference Include=\"Anthropic\" />\n  </ItemGroup>\n</Project>")
            .Add("A/Directory.Build.props", """<Project><Import Project="../Directory.Build.props" /><Import Project="../Shared.props" /></Project>""")
            .Add("B/Directory.Build.props", """<Project><Import Project="../Directory.Build.props" /><Import Project="../Shared.props" /></Project>""");

        var first = await hidden.RunAsync("restore", "A", Packages(hidden));
        var second = await shared.RunAsync("restore", "All.slnx", Packages(shared));

        Assert.Equal("A/A.csproj(4,5): error AITP1001", first.Places);
        Assert.Equal("Shared.props(3,5): error AITP1001", second.Places);
        Assert.False(IsDownloaded(hidden, "anthropic") || IsDownloaded(shared, "anthropic"));
    }

    [Fact]
    public async Task Warning_isSaidOnceInABuild_andDoesNotStopTheRestore()
    {
        using var repository = NewRepository("Anthropic/12.36.0").AddPolicy(Warn)
            .AddApp("A", "net10.0;net9.0", "Anthropic").AddApp("B", "net10.0").Add("All.slnx", Solution);

        var first = await repository.BuildAsync("All.slnx");
        var second = await repository.BuildAsync("All.slnx");

        const string Expected = "A/A.csproj(4,5): warning AITP1001\nDirectory.Packages.props(4,5): warning AITP1001";
        Assert.True(first.ExitCode == 0, first.Output);
        Assert.Equal((Expected, Expected), (first.Places, second.Places));
    }

    [Fact]
    public async Task BothForms_checkOnceAndAnalyseOnce()
    {
        using var repository = NewRepository("Anthropic/12.36.0").AddPolicy(Warn).AddApp("A", "net10.0", "Anthropic")
            .Add("A/Program.cs", "_ = new Anthropic.AnthropicClient();\nreturn 0;");
        var sdk = await repository.BuildAsync("A");
        var versions = Path.Combine(repository.Root, "Directory.Packages.props");
        var reference = $"    <GlobalPackageReference Include=\"AiToolPolicy\" Version=\"{package.Version}\" />\n  </ItemGroup>";
        await File.WriteAllTextAsync(versions, (await File.ReadAllTextAsync(versions, TestContext.Current.CancellationToken)).Replace("  </ItemGroup>", reference, StringComparison.Ordinal), TestContext.Current.CancellationToken);

        var both = await repository.BuildAsync("A", "-t:Rebuild", "-bl:both.binlog");
        var verified = await Tool.RunAsync("verify", Path.Combine(repository.Root, "both.binlog"), "--package", package.PackageFile);

        Assert.Contains("A/Program.cs(1,9): warning AITP1009", sdk.Places, StringComparison.Ordinal);
        Assert.Equal(sdk.Places, both.Places);
        Assert.True(verified.ExitCode == 0, verified.Output);
    }

    [Fact]
    public async Task PlainProjects_areChecked()
    {
        using var repository = NewRepository().AddPolicy(Deny.Replace("vendor:anthropic", "*", StringComparison.Ordinal)).Add("global.json", $$"""{ "msbuild-sdks": { "AiToolPolicy": "{{package.Version}}" } }""")
            .Add("Run.proj", """
                <Project Sdk="AiToolPolicy">
                  <Target Name="Build"><Message Text="it ran" Importance="high" /></Target>
                </Project>
                """);
        var clean = await repository.RunAsync("msbuild", "Run.proj", "-bl:plain.binlog");
        var verified = await Tool.RunAsync("verify", Path.Combine(repository.Root, "plain.binlog"));
        repository.Add("CLAUDE.md", "# Notes");

        var build = await repository.RunAsync("msbuild", "Run.proj");

        Assert.True(clean.ExitCode == 0 && clean.Output.Contains("it ran", StringComparison.Ordinal), clean.Output);
        Assert.True(verified.ExitCode == 0 && verified.Output.Contains("Run.proj: verified", StringComparison.Ordinal), verified.Output);
        Assert.True(build.ExitCode == 1 && build.Places == "CLAUDE.md(1,1): error AITP1006", build.Output);
        Assert.DoesNotContain("it ran", build.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task FileBasedApp_isStoppedAtItsDirective()
    {
        using var repository = NewRepository().AddPolicy(Deny).Add("Directory.Packages.props", "<Project />")
            .Add("app.cs", "#:package Anthropic@12.36.0\nSystem.Console.WriteLine(\"ran\");\n");

        var build = await repository.RunAsync("build", "app.cs", Packages(repository));

        Assert.True(build.ExitCode == 1 && build.Places == "app.cs(1,1): error AITP1001", build.Output);
        Assert.False(IsDownloaded(repository, "anthropic"), build.Output);
    }

    private Repository NewRepository(params string[] versions) => new Repository(package, versions)
        .Add("Directory.Packages.props", $"""
            <Project>
              <PropertyGroup><ManagePackageVersionsCentrally>true</ManagePackageVersionsCentrally><CentralPackageVersionOverrideEnabled>true</CentralPackageVersionOverrideEnabled></PropertyGroup>
              <ItemGroup>
            {string.Concat(versions.Select(v => $"    <PackageVersion Include=\"{v.Split('/')[0]}\" Version=\"{v.Split('/')[1]}\" />\n"))}  </ItemGroup>
            </Project>
            """)
        .Add("Directory.Build.props", $"""<Project><Import Project="Sdk.props" Sdk="AiToolPolicy" Version="{package.Version}" /></Project>""")
        .Add("Directory.Build.targets", $"""<Project><Import Project="Sdk.targets" Sdk="AiToolPolicy" Version="{package.Version}" /></Project>""");

    // A packages folder of its own shows what a restore has downloaded.
    private static string Packages(Repository repository) => $"-p:RestorePackagesPath={repository.Root}/.packages/";

    private static bool IsDownloaded(Repository repository, string id) => Directory.Exists(Path.Combine(repository.Root, ".packages", id));
}
