using AiToolPolicy.Package.Tests.Infrastructure;

namespace AiToolPolicy.Package.Tests;

/// <summary>
/// Every way around the check that a build can see, tried in a real build. Rows of <c>policy/bypasses.md</c> name these tests. Projects of one
/// build each try one way, so that none is found by the help of another.
/// </summary>
public sealed class Bypasses(PackedPackage package)
{
    private const string Warn = """{ "id": "r", "tools": ["vendor:anthropic"], "action": "warn" }""";

    private const string Source = "System.Console.WriteLine(\"https://api.anthropic.com\");";

    private Repository NewRepository(string more = "") => new Repository(package, "Anthropic/12.36.0").AddPolicy(Warn, " \"default\": \"allow\", \"generic\": \"allow\"," + more);

    private static Repository AddProject(Repository repository, string name, string body, string source = "return 0;") => repository
        .Add($"{name}/Program.cs", source)
        .Add($"{name}/{name}.csproj", $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup><TargetFramework>net10.0</TargetFramework><OutputType>Exe</OutputType></PropertyGroup>
            {body}
            </Project>
            """);

    private static async Task<BuildResult> BuildAllAsync(Repository repository, IEnumerable<string> names, params string[] arguments)
    {
        repository.Add("All.slnx", $"<Solution>{string.Concat(names.Select(name => $"<Project Path=\"{name}/{name}.csproj\" />"))}</Solution>");
        return await repository.BuildAsync(["All.slnx", .. arguments]);
    }

    private static IEnumerable<string> WeakenedAt(BuildResult build) =>
        build.Diagnostics.Where(d => d.Code == "AITP3004").Select(d => $"{d.Path}({d.Line},{d.Column}): {d.Severity}: {d.Message}").Order(StringComparer.Ordinal);

    private static void Says(BuildResult build, params string[] expected)
    {
        var found = WeakenedAt(build).ToList();
        Assert.True(found.Count == expected.Length && expected.Order(StringComparer.Ordinal).Zip(found).All(pair => pair.Second.StartsWith(pair.First, StringComparison.Ordinal)), string.Join('\n', found) + "\n\n" + build.Output);
    }

    [Fact]
    public async Task PropertiesOfProjects_areSaidAtTheirLines()
    {
        using var repository = NewRepository();
        (string Name, string Body)[] ways =
        [
            ("NoWarn", "<PropertyGroup><NoWarn>$(NoWarn);AITP1001</NoWarn></PropertyGroup>"),
            ("AsMessages", "<PropertyGroup><MSBuildWarningsAsMessages>AITP1001</MSBuildWarningsAsMessages></PropertyGroup>"),
            ("NotAsErrors", "<PropertyGroup><WarningsNotAsErrors>AITP1001</WarningsNotAsErrors></PropertyGroup>"),
            ("Analyzers", "<PropertyGroup><RunAnalyzers>false</RunAnalyzers></PropertyGroup>"),
            ("Level", "<PropertyGroup><WarningLevel>0</WarningLevel></PropertyGroup>"),
            ("Implicit", "<PropertyGroup><IsImplicitlyTriggeredBuild>true</IsImplicitlyTriggeredBuild></PropertyGroup>"),
            ("Private", "<PropertyGroup><_AiToolPolicyScan>none.proj</_AiToolPolicyScan><_AiToolPolicyTasks>none.dll</_AiToolPolicyTasks></PropertyGroup>"),
        ];
        foreach (var (name, body) in ways)
        {
            AddProject(repository, name, "<ItemGroup><PackageReference Include=\"Anthropic\" /></ItemGroup>\n" + body);
        }

        var build = await BuildAllAsync(repository, ways.Select(way => way.Name));

        Says(build,
            "Analyzers/Analyzers.csproj(4,16): warning: RunAnalyzers is false",
            "AsMessages/AsMessages.csproj(4,43): warning: MSBuildWarningsAsMessages lists AITP1001",
            "Implicit/Implicit.csproj(4,16): warning: IsImplicitlyTriggeredBuild is true",
            "Level/Level.csproj(4,16): warning: WarningLevel is 0",
            "NoWarn/NoWarn.csproj(4,34): warning: NoWarn lists AITP1001",
            "NotAsErrors/NotAsErrors.csproj(4,37): warning: WarningsNotAsErrors lists AITP1001",
            "Private/Private.csproj(4,16): warning: _AiToolPolicyScan is set",
            "Private/Private.csproj(4,64): warning: _AiToolPolicyTasks is set");
        Assert.True(ways.Length == build.Diagnostics.Count(d => d.Code == "AITP1001" && d.Path.EndsWith(".csproj", StringComparison.Ordinal)), build.Output);
    }

    [Fact]
    public async Task PropertiesFromOutside_areSaidAtTheProject()
    {
        using var repository = NewRepository().AddApp("App", "net10.0").Add("App/Program.cs", Source);
        (string[] Arguments, string Expected)[] ways =
        [
            (["-p:NoWarn=AITP1010"], "App/App.csproj(1,1): warning: NoWarn lists AITP1010"),
            (["-p:MSBuildWarningsAsMessages=AITP1010"], "App/App.csproj(1,1): warning: MSBuildWarningsAsMessages lists AITP1010"),
            (["-p:RunAnalyzersDuringBuild=false"], "App/App.csproj(1,1): warning: RunAnalyzersDuringBuild is false"),
            (["-p:_AiToolPolicyResolved="], "App/App.csproj(1,1): warning: _AiToolPolicyResolved is set"),
            (["-p:AiToolPolicyExclude=src/**"], "ai-tool-policy.json(1,1): warning: AiToolPolicyExclude is set"),
            (["-p:AiToolPolicyRepositoryRoot=App"], "App.csproj(1,1): warning: AiToolPolicyRepositoryRoot leads away"),
        ];
        await repository.RunAsync("restore", "App");
        foreach (var (arguments, expected) in ways)
        {
            var build = await repository.BuildAsync(["App", "--no-restore", .. arguments]);

            Assert.Contains(WeakenedAt(build), found => found.Contains(expected, StringComparison.Ordinal));
            Assert.True(build.ExitCode == 0, build.Output);
        }
    }

    [Fact]
    public async Task ProjectsWithoutThePackage_areNamed()
    {
        using var repository = NewRepository().AddApp("App", "net10.0").AddApp("Cut", "net10.0").Add("Cut/Directory.Packages.props", "<Project />");
        AddProject(repository, "Off", "<PropertyGroup><ManagePackageVersionsCentrally>false</ManagePackageVersionsCentrally></PropertyGroup>");
        AddProject(repository, "Out", "<ItemGroup><GlobalPackageReference Remove=\"AiToolPolicy\" /></ItemGroup>");

        var build = await BuildAllAsync(repository, ["App", "Cut", "Off", "Out"]);

        Says(build,
            "Cut/Directory.Packages.props(1,1): warning: Directory.Packages.props hides the one above it",
            "Off/Off.csproj(1,1): warning: This project is built without AiToolPolicy",
            "Out/Out.csproj(1,1): warning: This project is built without AiToolPolicy",
            "Out/Out.csproj(3,12): warning: GlobalPackageReference takes AiToolPolicy out again");
    }

    [Fact]
    public async Task LockedPolicy_deniesAndStillChecks()
    {
        using var repository = NewRepository(" \"locked\": true,").AddApp("App", "net10.0", "Anthropic").Add("weak.json", """{ "rules": [ { "tools": ["vendor:anthropic"], "action": "allow" } ] }""");
        await repository.RunAsync("restore", "App");
        foreach (var argument in new[] { "-p:NoWarn=AITP1001", "-p:RunAnalyzers=false", "-p:AiToolPolicyEnabled=false", "-p:AiToolPolicyExclude=**" })
        {
            var build = await repository.BuildAsync("App", "--no-restore", argument);

            Assert.True(build.ExitCode == 1 && !build.Compiled("App"), argument + build.Output);
            Assert.Contains(build.Diagnostics, d => d is { Code: "AITP3004", Severity: "error" });
            Assert.Contains(build.Diagnostics, d => d.Code == "AITP1001");
        }

        var redirected = await repository.BuildAsync("App", "--no-restore", "-p:AiToolPolicyFile=weak.json");
        Says(redirected, "ai-tool-policy.json(1,1): error: AiToolPolicyFile names weak.json in place of this policy, which holds all the same");
        Assert.True(redirected.ExitCode == 1 && !redirected.Compiled("App"), redirected.Output);
        Assert.Contains(redirected.Diagnostics, d => d is { Path: "App/App.csproj", Code: "AITP1001", Severity: "warning" });
        Assert.Contains(redirected.Diagnostics, d => d is { Path: "weak.json", Code: "AITP3003" });
    }

    [Fact]
    public async Task PolicyOfAnotherDigest_isNoPolicy()
    {
        using var repository = NewRepository().AddApp("App", "net10.0");

        var build = await repository.BuildAsync("App", "-p:AiToolPolicyDigest=sha256:0123");

        Assert.True(build.Places.Contains("ai-tool-policy.json(1,1): error AITP3002", StringComparison.Ordinal) && build.ExitCode == 1 && !build.Compiled("App"), build.Output);
    }

    [Fact]
    public async Task ConfigurationOfTheCompiler_isSaidAtItsLine()
    {
        const string quiet = "dotnet_diagnostic.AITP1010.severity = none\n";
        using var repository = NewRepository().AddApp("Editor", "net10.0").AddApp("Global", "net10.0")
            .Add("Editor/.editorconfig", "[*.cs]\n" + quiet).Add("Global/.globalconfig", "is_global = true\n" + quiet).Add("Odd/odd.txt", "is_global = true\n" + quiet)
            .Add("Rules/my.ruleset", "<RuleSet Name=\"x\" ToolsVersion=\"15.0\"><Rules AnalyzerId=\"A\" RuleNamespace=\"B\">\n<Rule Id=\"AITP1010\" Action=\"None\" />\n</Rules></RuleSet>");
        AddProject(repository, "Odd", "<ItemGroup><GlobalAnalyzerConfigFiles Include=\"odd.txt\" /></ItemGroup>");
        AddProject(repository, "Rules", "<PropertyGroup><CodeAnalysisRuleSet>my.ruleset</CodeAnalysisRuleSet></PropertyGroup>");

        var build = await BuildAllAsync(repository, ["Editor", "Global", "Odd", "Rules"]);

        Says(build,
            "Editor/.editorconfig(2,1): warning: dotnet_diagnostic.AITP1010.severity is none",
            "Global/.globalconfig(2,1): warning: dotnet_diagnostic.AITP1010.severity is none",
            "Odd/odd.txt(2,1): warning: dotnet_diagnostic.AITP1010.severity is none",
            "Rules/my.ruleset(2,1): warning: The rule set says 'None' of AITP1010");
    }

    [Fact]
    public async Task ConfigurationAboveTheRepository_isSaidToo()
    {
        using var repository = NewRepository().Add(".editorconfig", "[*.cs]\ndotnet_diagnostic.AITP1010.severity = none\n").AddApp("Inner/App", "net10.0")
            .Add("Inner/.git/HEAD", "").Add("Inner/ai-tool-policy.json", """{ "default": "allow" }""");

        var build = await repository.BuildAsync("Inner/App");

        Says(build, ".editorconfig(2,1): warning: dotnet_diagnostic.AITP1010.severity is none");
    }

    [Fact]
    public async Task AnalyzerThatDidNotRun_isSaid()
    {
        using var repository = NewRepository();
        AddProject(repository, "Gone", """<Target Name="T" BeforeTargets="CoreCompile"><ItemGroup><All Include="@(Analyzer)" /><Analyzer Remove="@(All)" /></ItemGroup></Target>""", Source);
        var first = await repository.BuildAsync("Gone");

        var second = await repository.BuildAsync("Gone", "--no-restore");

        Says(first, "Gone/Gone.csproj(1,1): warning: The compiler ran without the package's analyzer");
        Says(second, "Gone/Gone.csproj(1,1): warning: The compiler ran without the package's analyzer");
    }

    [Fact]
    public async Task ReplacedParts_areSaidByTheProjectsThatStillCheck()
    {
        using var repository = NewRepository().AddApp("App", "net10.0").AddApp("Target", "net10.0").AddApp("Task", "net10.0")
            .Add("Target/Directory.Build.targets", "<Project>\n  <Target Name=\"AiToolPolicyCheck\" />\n</Project>")
            .Add("Task/Directory.Build.props", "<Project>\n  <UsingTask TaskName=\"CheckProject\" TaskFactory=\"RoslynCodeTaskFactory\" AssemblyFile=\"$(MSBuildToolsPath)/Microsoft.Build.Tasks.Core.dll\"><Task><Code Type=\"Fragment\" /></Task></UsingTask>\n</Project>");

        var build = await BuildAllAsync(repository, ["App", "Target"]);

        Says(build,
            "Target/Directory.Build.targets(2,3): warning: Target 'AiToolPolicyCheck' stands in for the one of the package",
            "Task/Directory.Build.props(2,3): warning: UsingTask registers 'CheckProject'");
    }
}
