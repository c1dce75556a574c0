using System.IO.Compression;
using AiToolPolicy.Package.Tests.Infrastructure;

namespace AiToolPolicy.Package.Tests;

/// <summary>What <c>verify</c> says of the binary logs of real builds: honest ones, and ones in which somebody has taken the check away.</summary>
public sealed class VerifiedBuild(PackedPackage package)
{
    private const string Warn = """{ "id": "r", "tools": ["vendor:anthropic"], "action": "warn" }""";

    [Fact]
    public async Task HonestBuild_isVerified()
    {
        using var repository = NewRepository().Add("All.slnx", """<Solution><Project Path="cs/A/A.csproj" /><Project Path="vb/V/V.vbproj" /><Project Path="fs/F/F.fsproj" /></Solution>""");
        var log = await LogAsync(repository, "All.slnx");

        var verified = await VerifyAsync(repository, log, "--package", package.PackageFile);
        var other = await Tool.RunAsync("verify", log, "--expect-policy-digest", new string('0', 64));
        var records = await Tool.RunAsync("verify", repository.Root, "--repository", repository.Root);

        Assert.True(verified.ExitCode == 0, verified.Output);
        Assert.Contains("cs/A/A.csproj (net10.0, net9.0): verified, policy 'Contoso' 1, ", verified.Output, StringComparison.Ordinal);
        Assert.Contains("3 projects against policy sha256:", verified.Output, StringComparison.Ordinal);
        Assert.True(other.ExitCode == 1, other.Output);
        Assert.True(records.ExitCode == 0, records.Output);
        Assert.Contains("3 verified", records.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ProjectUnderANearerPolicy_isExpectedToBeCheckedWithBoth()
    {
        using var repository = NewRepository().Add("cs/A/ai-tool-policy.json", """{ "name": "Nearer", "rules": [ { "id": "n", "tools": ["vendor:openai"], "action": "deny" } ] }""")
            .Add("All.slnx", """<Solution><Project Path="cs/A/A.csproj" /><Project Path="vb/V/V.vbproj" /><Project Path="fs/F/F.fsproj" /></Solution>""");
        var log = await LogAsync(repository, "All.slnx");

        var verified = await VerifyAsync(repository, log);
        var alone = await Tool.RunAsync("verify", log, "--policy", Path.Combine(repository.Root, "ai-tool-policy.json"));

        // Whoever takes it away afterwards shows a build that was made with something else.
        File.Delete(Path.Combine(repository.Root, "cs/A/ai-tool-policy.json"));
        var without = await VerifyAsync(repository, log);

        Assert.True(verified.ExitCode == 0, verified.Output);
        Assert.True(alone.ExitCode == 1 && without.ExitCode == 1, alone.Output + without.Output);
        Assert.Contains("cs/A/A.csproj(1,1): error AITP3002: The check was made with policy", alone.Output, StringComparison.Ordinal);
        Assert.Contains("name the checkout with --repository", alone.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task UncheckedProjectOfABuildThatFailed_isAViolation()
    {
        using var repository = NewRepository().Add("cs/A/Broken.cs", "class").Add("vb/V/Directory.Build.targets", """<Project><ItemGroup><PackageReference Remove="AiToolPolicy" /></ItemGroup></Project>""")
            .Add("Two.slnx", """<Solution><Project Path="cs/A/A.csproj" /><Project Path="vb/V/V.vbproj" /></Solution>""");
        var log = await LogAsync(repository, "Two.slnx");

        var verified = await Tool.RunAsync("verify", log);

        Assert.True(verified.ExitCode == 1, verified.Output);
        Assert.Contains("vb/V/V.vbproj(1,1): error AITP3004: This project was built, and no check of it ran.", verified.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task LogThatIsCutOff_orOfABuildThatWasEnded_isIncomplete()
    {
        using var repository = NewRepository();
        var log = await LogAsync(repository, "cs/A");
        var whole = await File.ReadAllBytesAsync(log, TestContext.Current.CancellationToken);
        var cut = Path.Combine(repository.Root, "cut.binlog");
        // The last part of a log is the text of the projects; the end of the build stands before it.
        var codes = new List<int>();
        foreach (var sixteenths in Enumerable.Range(1, 15))
        {
            await File.WriteAllBytesAsync(cut, whole[..(whole.Length * sixteenths / 16)], TestContext.Current.CancellationToken);
            codes.Add((await Tool.RunAsync("verify", cut)).ExitCode);
        }

        Assert.All(codes[..4], code => Assert.Equal(3, code));
        Assert.DoesNotContain(1, codes);
        Assert.Equal(codes.OrderDescending(), codes);

        repository.Add("cs/A/Directory.Build.targets", """
            <Project>
              <UsingTask TaskName="Leave" TaskFactory="RoslynCodeTaskFactory" AssemblyFile="$(MSBuildToolsPath)\Microsoft.Build.Tasks.Core.dll">
                <Task><Code Type="Fragment" Language="cs">System.Environment.Exit(0);</Code></Task>
              </UsingTask>
              <Target Name="LeaveEarly" AfterTargets="CoreCompile"><Leave /></Target>
            </Project>
            """);
        var ended = await LogAsync(repository, "cs/A", "-m:1", "-p:TargetFramework=net10.0", "-t:Rebuild");
        var verified = await Tool.RunAsync("verify", ended);

        Assert.True(verified.ExitCode == 3, verified.Output);
    }

    [Fact]
    public async Task SecondBuildThatCompilesNothing_isIncomplete_andABuildOfOneProjectDoesNotCoverTheRepository()
    {
        using var repository = NewRepository();
        await repository.BuildAsync("cs/A");
        var log = await LogAsync(repository, "cs/A");

        var verified = await Tool.RunAsync("verify", log);
        var covered = await VerifyAsync(repository, log);

        Assert.True(verified.ExitCode == 3, verified.Output);
        Assert.Contains("Build from a clean checkout.", verified.Output, StringComparison.Ordinal);
        Assert.True(covered.ExitCode == 1, covered.Output);
        Assert.Contains("vb/V/V.vbproj(1,1): error AITP3004: The repository holds this project, and the build never saw it.", covered.Output, StringComparison.Ordinal);
    }

    public static TheoryData<string, string, string> Ways => new()
    {
        { "Directory.Build.targets", """<Project><ItemGroup><PackageReference Remove="AiToolPolicy" /></ItemGroup></Project>""", "no check of it ran" },
        { "Directory.Build.props", """<Project><PropertyGroup><ImportDirectoryPackagesProps>false</ImportDirectoryPackagesProps></PropertyGroup></Project>""", "no check of it ran" },
        { "Directory.Build.props", """<Project><PropertyGroup><ImportProjectExtensionTargets>false</ImportProjectExtensionTargets></PropertyGroup></Project>""", "no check of it ran" },
        { "Directory.Build.props", """<Project><PropertyGroup><AiToolPolicyEnabled>false</AiToolPolicyEnabled></PropertyGroup></Project>""", "it was switched off" },
        { "Directory.Build.props", """<Project><PropertyGroup><DesignTimeBuild>true</DesignTimeBuild></PropertyGroup></Project>""", "no check of it ran" },
        { "Directory.Build.targets", """<Project><Target Name="AiToolPolicyCheck" /></Project>""", "The target of the check was replaced by one in " },
        { "Directory.Build.props", """<Project><UsingTask TaskName="AiToolPolicy.Build.CheckProject" AssemblyFile="$(MSBuildThisFileDirectory)../../eng/tasks/AiToolPolicy.Build.dll" /></Project>""", "The check did not come from the package" },
        { "Directory.Build.props", """<Project><PropertyGroup><RunAnalyzers>false</RunAnalyzers></PropertyGroup></Project>""", "no analyzers" },
        { "Directory.Build.props", """<Project><PropertyGroup><NoWarn>$(NoWarn);AITP1009</NoWarn></PropertyGroup></Project>""", "silent about AITP1009" },
        { "Directory.Build.targets", """<Project><Target Name="Without" BeforeTargets="CoreCompile"><ItemGroup><Analyzer Remove="@(Analyzer)" /></ItemGroup></Target></Project>""", "without AiToolPolicy.Analyzers.dll" },
    };

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task CheckTakenAway_isAViolation(string file, string text, string message)
    {
        using var repository = NewRepository().Add("vb/V/" + file, text);
        await ZipFile.ExtractToDirectoryAsync(package.PackageFile, Path.Combine(repository.Root, "eng"), TestContext.Current.CancellationToken);
        var log = await LogAsync(repository, "vb/V");

        var verified = await Tool.RunAsync("verify", log);

        Assert.True(verified.ExitCode == 1, verified.Output);
        Assert.Contains(verified.Output.Split('\n'), line => line.Contains("V.vbproj(1,1): error AITP3004: ", StringComparison.Ordinal) && line.Contains(message, StringComparison.Ordinal));
    }

    [Fact]
    public async Task PlainProjectWithoutThePackage_isAViolation()
    {
        using var repository = NewRepository().Add("Run.proj", """<Project><Target Name="Build"><Message Text="hello" /></Target></Project>""");
        var log = await LogAsync(repository, "Run.proj");

        var verified = await Tool.RunAsync("verify", log, "--repository", repository.Root);

        Assert.True(verified.ExitCode == 1, verified.Output);
        Assert.Contains("Run.proj(1,1): error AITP3004: The build ran this project, and no check of it ran.", verified.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task PackageThatWasEdited_isAViolation()
    {
        using var repository = NewRepository();
        var log = await LogAsync(repository, "vb/V", $"-p:RestorePackagesPath={repository.Root}/.packages/");
        await File.AppendAllTextAsync(Path.Combine(repository.Root, ".packages/aitoolpolicy", package.Version, "build/AiToolPolicy.targets"), " ", TestContext.Current.CancellationToken);

        var verified = await Tool.RunAsync("verify", log, "--package", package.PackageFile);

        Assert.True(verified.ExitCode == 1, verified.Output);
        Assert.Contains("is not the file of the expected package", verified.Output, StringComparison.Ordinal);
    }

    private Repository NewRepository() => new Repository(package, "Anthropic/12.36.0").AddPolicy(Warn)
        .AddApp("cs/A", "net10.0;net9.0")
        .Add("vb/V/V.vbproj", """<Project Sdk="Microsoft.NET.Sdk"><PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup></Project>""")
        .Add("vb/V/Class1.vb", "Public Class Class1\nEnd Class\n")
        .Add("fs/F/F.fsproj", $"""<Project Sdk="Microsoft.NET.Sdk"><PropertyGroup><TargetFramework>net10.0</TargetFramework><ManagePackageVersionsCentrally>false</ManagePackageVersionsCentrally></PropertyGroup><ItemGroup><Compile Include="A.fs" /><PackageReference Include="AiToolPolicy" Version="{package.Version}" PrivateAssets="all" /></ItemGroup></Project>""")
        .Add("fs/F/A.fs", "module A\nlet one = 1\n");

    private static async Task<string> LogAsync(Repository repository, params string[] arguments)
    {
        var log = Path.Combine(repository.Root, $"{Guid.NewGuid():N}.binlog");
        await repository.BuildAsync([.. arguments, $"-bl:{log}"]);
        Assert.True(File.Exists(log));
        return log;
    }

    private static Task<CommandResult> VerifyAsync(Repository repository, string log, params string[] more) =>
        Tool.RunAsync(["verify", log, "--policy", Path.Combine(repository.Root, "ai-tool-policy.json"), "--repository", repository.Root, .. more]);
}
