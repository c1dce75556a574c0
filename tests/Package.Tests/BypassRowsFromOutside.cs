using AiToolPolicy.Package.Tests.Infrastructure;

namespace AiToolPolicy.Package.Tests;

/// <summary>The rows of <c>policy/bypasses.md</c> that need no change of a file: the command line and the environment of a real build.</summary>
public sealed class BypassRowsFromOutside(PackedPackage package)
{
    private const string Rule = """{ "id": "r", "tools": ["vendor:anthropic"], "action": "warn" }""";

    private const string Policy = " \"default\": \"allow\", \"generic\": \"allow\",";

    private Repository NewRepository(string more = "") => new Repository(package, "Anthropic/12.36.0").AddFeed(package, Attempts.Library("Anthropic", "12.36.0"))
        .AddPolicy(Rule, Policy + more).AddApp("App", "net10.0", "Anthropic").AddApp("Lib", "net10.0").AddSolution(["App/App.csproj", "Lib/Lib.csproj"]);

    // By row: a property or a variable of that name, its value, and how what is said of each project begins.
    public static TheoryData<string, string, string, string> Properties => new()
    {
        { "B01", "NoWarn", "AITP1001%3BAITP3004", "NoWarn lists AITP1001, AITP3004" },
        { "B02", "WarningsNotAsErrors", "AITP1001", "WarningsNotAsErrors lists AITP1001" },
        { "B03", "WarningLevel", "0", "WarningLevel is 0" },
        { "B11", "RunAnalyzers", "false", "RunAnalyzers is false" },
        { "B11", "RunAnalyzersDuringBuild", "false", "RunAnalyzersDuringBuild is false" },
        { "B12", "IsImplicitlyTriggeredBuild", "true", "IsImplicitlyTriggeredBuild is true" },
        { "B16", "CscToolPath", "/usr/share/none", "CscToolPath is set" },
        { "B34", "AiToolPolicyEnabled", "false", "AiToolPolicyEnabled is false" },
        { "B34", "AiToolPolicyExclude", "**", "AiToolPolicyExclude is set" },
    };

    [Theory]
    [MemberData(nameof(Properties))]
    public async Task PropertyOfTheCommandLine_isSaid_andUnderALockedPolicyStopsTheBuild(string row, string name, string value, string said)
    {
        using var repository = NewRepository();
        await repository.RunAsync("restore", "All.slnx");

        var build = await repository.BuildAsync("All.slnx", "--no-restore", "-m:1", $"-p:{name}={value}");
        var locked = await repository.AddPolicy(Rule, Policy + " \"locked\": true,").BuildAsync("All.slnx", "--no-restore", "-m", $"-p:{name}={value}");

        Assert.True(build.Diagnostics.Any(d => d is { Severity: "warning", Code: "AITP3004" } && d.Message.StartsWith(said, StringComparison.Ordinal)), row + build.Output);
        Assert.True(locked.Diagnostics.Any(d => d is { Severity: "error", Code: "AITP3004" } && d.Message.StartsWith(said, StringComparison.Ordinal)), row + locked.Output);
        Assert.Contains(locked.Diagnostics, d => d is { Code: "AITP1001", Path: "App/App.csproj", Line: 4 });
        Assert.True(locked.ExitCode == 1 && !locked.Compiled("App") && !locked.Compiled("Lib"), row + locked.Output);
    }

    [Fact]
    public async Task VariableOfTheEnvironment_isSaidAtEachProject()
    {
        using var repository = NewRepository();
        repository.Variables.AddRange([("NoWarn", "AITP1001"), ("RunAnalyzers", "false")]);
        string[] expected =
        [
            "App/App.csproj(1,1): warning AITP3004: NoWarn lists AITP1001",
            "App/App.csproj(1,1): warning AITP3004: RunAnalyzers is false",
            "App/App.csproj(4,5): warning AITP1001: Package 'Anthropic'",
            "Directory.Packages.props(4,5): warning AITP1001: Package 'Anthropic'",
            "Lib/Lib.csproj(1,1): warning AITP3004: NoWarn lists AITP1001",
            "Lib/Lib.csproj(1,1): warning AITP3004: RunAnalyzers is false",
        ];

        var build = await repository.BuildAsync("All.slnx", "-m:1");
        var again = await repository.BuildAsync("All.slnx", "--no-restore", "-graph");

        Assert.All([build, again], result => result.Says(expected));
    }

    [Fact]
    public async Task B64_pinnedCatalog_mustBeThatOfThePackage()
    {
        using var repository = NewRepository();

        var build = await repository.BuildAsync("All.slnx", $"-p:AiToolPolicyCatalogDigest=sha256:{new string('0', 64)}");
        var digest = build.Output.Split("its digest is sha256:")[1][..64];
        var pinned = await repository.BuildAsync("All.slnx", "--no-restore", $"-p:AiToolPolicyCatalogDigest={digest}");
        var scan = await Tool.RunAsync("scan", repository.Root, "--expect-catalog-digest", digest);
        var refused = await Tool.RunAsync("scan", repository.Root, "--expect-catalog-digest", new string('0', 64));

        Assert.Contains(build.Diagnostics, d => d is { Path: "ai-tool-policy.json", Severity: "error", Code: "AITP3002" });
        Assert.True(build.ExitCode == 1 && !build.Compiled("App"), build.Output);
        Assert.True(pinned.ExitCode == 0 && scan.ExitCode == 0, pinned.Output + scan.Output);
        Assert.True(refused.ExitCode == 2 && refused.Output.Contains("error AITP3002: The catalog of tools is not the expected one", StringComparison.Ordinal), refused.Output);
    }

    [Fact]
    public async Task B17_B18_secondBuild_andPackAndPublishWithoutOne_sayTheSameAgain()
    {
        using var repository = NewRepository();
        const string project = "App/App.csproj(4,5): warning AITP1001: Package 'Anthropic'";
        const string shared = "Directory.Packages.props(4,5): warning AITP1001: Package 'Anthropic'";

        var first = await repository.BuildAsync("App");
        var again = await repository.BuildAsync("App", "--no-restore");
        var published = await repository.RunAsync("publish", "App", "--no-build", "-p:Configuration=Debug");
        var packed = await repository.RunAsync("pack", "App", "--no-build", "-p:Configuration=Debug");

        Assert.All([first, again, published, packed], build => build.Says(project, shared));
    }
}
