using System.Text.Json;
using AiToolPolicy.Package.Tests.Infrastructure;

namespace AiToolPolicy.Package.Tests;

/// <summary>A vendor's assembly that comes in as a file, under whatever name, and inside a package of whatever id.</summary>
public sealed class AssemblyRestriction(PackedPackage package)
{
    private const string Denied = """{ "id": "no-anthropic", "tools": ["vendor:anthropic"], "action": "deny", "surfaces": ["assembly"] }""";

    private const string Warned = """{ "id": "no-anthropic", "tools": ["vendor:anthropic"], "action": "warn", "surfaces": ["assembly"] }""";

    private static readonly string Vendored = Path.Combine(
        Environment.GetEnvironmentVariable("NUGET_PACKAGES") ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages"),
        "anthropic", "12.36.0", "lib", "net8.0", "Anthropic.dll");

    private async Task<Repository> NewRepositoryAsync(string rule, string frameworks = "net10.0")
    {
        var repository = new Repository(package, "Anthropic/12.36.0").AddPolicy(rule);
        if (!File.Exists(Vendored))
        {
            repository.AddApp("Fetch", "net10.0", "Anthropic");
            await repository.RunAsync("restore", "Fetch");
        }

        Directory.CreateDirectory(Path.Combine(repository.Root, "lib"));
        File.Copy(Vendored, Path.Combine(repository.Root, "lib", "Helper.dll"));
        return repository.Add("App/Program.cs", "return 0;").Add("App/App.csproj", $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup><TargetFrameworks>{frameworks}</TargetFrameworks><OutputType>Exe</OutputType></PropertyGroup>
              <ItemGroup>
                <Reference Include="Helper" HintPath="..\lib\Helper.dll" />
              </ItemGroup>
            </Project>
            """);
    }

    [Fact]
    public async Task RenamedFile_isAnErrorAtItsReferenceBeforeAnythingIsCompiled()
    {
        using var repository = await NewRepositoryAsync(Denied);

        var build = await repository.BuildAsync("App");

        Assert.Equal("App/App.csproj(4,5): error AITP1002", build.Places);
        Assert.Contains("Assembly 'Helper.dll' 12.36.0, which is 'Anthropic' by its name", Assert.Single(build.Diagnostics).Message, StringComparison.Ordinal);
        Assert.False(build.Compiled("App"), build.Output);
        Assert.DoesNotContain("CoreCompile", build.Output, StringComparison.Ordinal);
        Assert.Equal(1, build.ExitCode);
    }

    [Fact]
    public async Task FileThatIsReplacedByOne_isSeenByTheNextBuild()
    {
        using var repository = await NewRepositoryAsync(Denied);
        var helper = Path.Combine(repository.Root, "lib", "Helper.dll");
        File.Copy(typeof(AssemblyRestriction).Assembly.Location, helper, overwrite: true);
        var before = await repository.BuildAsync("App");
        File.Copy(Vendored, helper, overwrite: true);
        var after = await repository.BuildAsync("App");

        Assert.True(before.ExitCode == 0 && before.Diagnostics.Count == 0, before.Output);
        Assert.Equal("App/App.csproj(4,5): error AITP1002", after.Places);
    }

    [Fact]
    public async Task SeveralFrameworksAndBuilds_sayItOnceInEveryBuild()
    {
        using var repository = await NewRepositoryAsync(Warned, "net10.0;net9.0");

        var first = await repository.BuildAsync("App");
        var second = await repository.BuildAsync("App", "-p:AiToolPolicyReport=ai.sarif");

        Assert.Equal("App/App.csproj(4,5): warning AITP1002", first.Places);
        Assert.Equal(first.Places, second.Places);
        Assert.All(["net10.0", "net9.0"], framework => Assert.True(File.Exists(Path.Combine(repository.Root, $"ai.App-App.references.{framework}.sarif")), second.Output));
        Assert.True(first.ExitCode == 0 && first.Compiled("App"), first.Output);
    }

    [Fact]
    public async Task Warning_standsInTheRecordOfTheProject_asLongAsItIsTrue()
    {
        using var repository = await NewRepositoryAsync(Warned);
        var log = Path.Combine(repository.Root, "build.binlog");
        var record = Path.Combine(repository.Root, "App/obj/Debug/net10.0/App.csproj.ai-tool-policy.proof.json");
        async Task<(string Counts, string Part)> CountsAsync()
        {
            using var json = JsonDocument.Parse(await File.ReadAllTextAsync(record, TestContext.Current.CancellationToken));
            return (json.RootElement.GetProperty("counts").GetProperty("warning").ToString(), json.RootElement.TryGetProperty("assemblies", out var part) ? part.GetProperty("warning").ToString() : "none");
        }

        await repository.BuildAsync("App", $"-bl:{log}");
        var first = await CountsAsync();
        var verified = await Tool.RunAsync("verify", log);
        await repository.BuildAsync("App");
        var second = await CountsAsync();
        File.Copy(typeof(AssemblyRestriction).Assembly.Location, Path.Combine(repository.Root, "lib", "Helper.dll"), overwrite: true);
        await repository.BuildAsync("App");

        Assert.Equal(("1", "1"), first);
        Assert.Equal(first, second);
        Assert.Contains("App/App.csproj (net10.0): verified, policy 'Contoso' 1, ", verified.Output, StringComparison.Ordinal);
        Assert.Contains("0 errors, 1 warnings, 0 exempted", verified.Output, StringComparison.Ordinal);
        Assert.Equal(("0", "none"), await CountsAsync());
    }

    [Fact]
    public async Task ReferenceInASharedFile_isPlacedThereOnceForAllProjects()
    {
        using var repository = await NewRepositoryAsync(Warned);
        repository.AddApp("B", "net10.0").AddApp("App", "net10.0")
            .Add("Directory.Build.targets", """
                <Project>
                  <ItemGroup>
                    <Reference Include="$(MSBuildThisFileDirectory)lib/Helper.dll" />
                  </ItemGroup>
                </Project>
                """)
            .Add("All.slnx", """<Solution><Project Path="App/App.csproj" /><Project Path="B/B.csproj" /></Solution>""");

        var build = await repository.BuildAsync("All.slnx");

        Assert.Equal("Directory.Build.targets(3,5): warning AITP1002", build.Places);
    }

    [Fact]
    public async Task WhatTheReferenceSaysItself_isReportedOnce()
    {
        using var repository = await NewRepositoryAsync(Warned);
        repository.Add("App/App.csproj", (await File.ReadAllTextAsync(Path.Combine(repository.Root, "App/App.csproj"), TestContext.Current.CancellationToken)).Replace("\"Helper\"", "\"Anthropic\"", StringComparison.Ordinal));

        var build = await repository.BuildAsync("App");

        Assert.Equal("App/App.csproj(4,5): warning AITP1002", build.Places);
        Assert.Contains("Assembly reference 'Anthropic'", Assert.Single(build.Diagnostics).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AssemblyInsideAPackageOfAnotherName_isPlacedAtThePackageInEveryBuild()
    {
        using var repository = await NewRepositoryAsync(Warned);
        repository.Add("Wrapper/Wrapper.nuspec", """
            <package>
              <metadata><id>Contoso.Helpers</id><version>1.0.0</version><authors>Contoso</authors><description>Helpers</description></metadata>
              <files><file src="../lib/Helper.dll" target="lib/net8.0" /></files>
            </package>
            """).Add("Wrapper/Wrapper.csproj", """
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup><TargetFramework>net10.0</TargetFramework><NuspecFile>Wrapper.nuspec</NuspecFile><PackageOutputPath>../feed</PackageOutputPath></PropertyGroup>
            </Project>
            """);
        var packed = await repository.RunAsync("pack", "Wrapper");
        Assert.True(packed.ExitCode == 0, packed.Output);
        Directory.Delete(Path.Combine(repository.Root, "Wrapper"), recursive: true);
        repository.AddApp("App", "net10.0", "Contoso.Helpers")
            .Add("Directory.Packages.props", (await File.ReadAllTextAsync(Path.Combine(repository.Root, "Directory.Packages.props"), TestContext.Current.CancellationToken)).Replace("<ItemGroup>", "<ItemGroup><PackageVersion Include=\"Contoso.Helpers\" Version=\"1.0.0\" />", StringComparison.Ordinal))
            .Add("nuget.config", $"""<configuration><packageSources><add key="packed" value="{package.Feed}" /><add key="own" value="feed" /></packageSources><config><add key="globalPackagesFolder" value="packages" /></config></configuration>""");

        var first = await repository.BuildAsync("App");
        var second = await repository.BuildAsync("App", "--no-restore");

        Assert.True(first.Places == "App/App.csproj(4,5): warning AITP1002", first.Output);
        Assert.Contains("Assembly 'Helper.dll' of package 'Contoso.Helpers' 12.36.0, which is 'Anthropic' by its name", Assert.Single(first.Diagnostics).Message, StringComparison.Ordinal);
        Assert.Equal(first.Places, second.Places);
    }

    [Fact]
    public async Task Exemption_inTheProjectHoldsForItsReference()
    {
        using var repository = await NewRepositoryAsync(Denied);
        repository.Add("App/App.csproj", (await File.ReadAllTextAsync(Path.Combine(repository.Root, "App/App.csproj"), TestContext.Current.CancellationToken)).Replace(
            "</Project>",
            "<ItemGroup><AiToolPolicyExemption Include=\"anthropic-api\" Justification=\"The gateway needs it until it is replaced.\" Owner=\"a@contoso.example\" Expires=\"" + DateTime.UtcNow.AddDays(60).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) + "\" /></ItemGroup></Project>",
            StringComparison.Ordinal));

        var build = await repository.BuildAsync("App");

        Assert.Equal("", build.Places);
        Assert.Equal(0, build.ExitCode);
    }

    [Fact]
    public async Task BuildAndScan_sayTheSame()
    {
        using var repository = await NewRepositoryAsync(Warned);

        var build = await repository.BuildAsync("App");
        var scan = await DotNet.RunAsync(SourceTree.Root, "run", "--project", "src/Tool", "--", "scan", repository.Root);

        var diagnostic = Assert.Single(build.Diagnostics);
        Assert.Contains($"App/App.csproj(4,5): warning AITP1002: {diagnostic.Message[..diagnostic.Message.LastIndexOf(" (https://", StringComparison.Ordinal)]}", scan.Output, StringComparison.Ordinal);
    }
}
