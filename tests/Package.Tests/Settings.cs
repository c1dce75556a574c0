using System.Text.Json;
using AiToolPolicy.Package.Tests.Infrastructure;

namespace AiToolPolicy.Package.Tests;

/// <summary>The properties a project or a command line may set.</summary>
public sealed class Settings(PackedPackage package)
{
    private const string Warn = """{ "id": "r", "tools": ["vendor:anthropic"], "action": "warn" }""";

    private Repository NewRepository(string more = "") => new Repository(package, "Anthropic/12.36.0").AddPolicy(Warn, more)
        .AddApp("App", "net10.0", "Anthropic")
        .Add("CLAUDE.md", "# Notes");

    [Fact]
    public async Task SwitchedOff_checksNothingAndSaysSo()
    {
        using var repository = NewRepository();

        var build = await repository.BuildAsync("App", "-p:AiToolPolicyEnabled=false");

        Assert.True(build.Places == "ai-tool-policy.json(1,1): warning AITP3004" && build.ExitCode == 0 && !build.Output.Contains("AiToolPolicy:", StringComparison.Ordinal), build.Output);
    }

    [Fact]
    public async Task SwitchedOffUnderALockedPolicy_checksAndSaysSo()
    {
        using var repository = NewRepository(" \"locked\": true,");

        var build = await repository.BuildAsync("App", "-p:AiToolPolicyEnabled=false");

        Assert.True(build.ExitCode == 1, build.Output);
        Assert.Contains("ai-tool-policy.json(1,1): error AITP3004", build.Places, StringComparison.Ordinal);
        Assert.Contains("App/App.csproj(4,5): warning AITP1001", build.Places, StringComparison.Ordinal);
    }

    [Fact]
    public async Task DateInThePast_isSaid()
    {
        using var repository = NewRepository();

        var build = await repository.BuildAsync("App", "-p:AiToolPolicyAsOf=2020-01-01");
        var unreadable = await repository.BuildAsync("App", "--no-restore", "-p:AiToolPolicyAsOf=01.01.2020");

        Assert.Contains("ai-tool-policy.json(1,1): warning AITP3004", build.Places, StringComparison.Ordinal);
        Assert.Contains("ai-tool-policy.json(1,1): error AITP3001", unreadable.Places, StringComparison.Ordinal);
        Assert.Equal((0, 1), (build.ExitCode, unreadable.ExitCode));
    }

    [Fact]
    public async Task WarningsAsErrors_raiseButNoWarnDoesNotHide()
    {
        using var repository = NewRepository();

        var hidden = await repository.BuildAsync("App", "-p:NoWarn=AITP1001");
        var raised = await repository.BuildAsync("App", "--no-restore", "-p:WarningsAsErrors=AITP1001");
        var all = await repository.BuildAsync("App", "--no-restore", "-p:TreatWarningsAsErrors=true");

        Assert.Contains("App/App.csproj(4,5): warning AITP1001", hidden.Places, StringComparison.Ordinal);
        Assert.Contains("App/App.csproj(4,5): error AITP1001", raised.Places, StringComparison.Ordinal);
        Assert.All(all.Diagnostics, d => Assert.Equal("error", d.Severity));
        Assert.Equal((0, 1, 1), (hidden.ExitCode, raised.ExitCode, all.ExitCode));
    }

    [Fact]
    public async Task ExcludedPaths_areLeftOutOfTheRepositorysCheck()
    {
        using var repository = NewRepository();

        var build = await repository.BuildAsync("App", "-p:AiToolPolicyExclude=*.md%3Bnothing/**");

        Assert.DoesNotContain("CLAUDE.md", build.Places, StringComparison.Ordinal);
        Assert.Contains("Directory.Packages.props", build.Places, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Report_isSarifForTheRepositoryAndForEachProject()
    {
        using var repository = NewRepository();

        await repository.BuildAsync("App", "-p:AiToolPolicyReport=artifacts/ai.sarif");

        Assert.Equal(["AITP1001", "AITP1006"], RuleIds(repository, "artifacts/ai.sarif"));
        Assert.Equal(["AITP1001"], RuleIds(repository, "artifacts/ai.App-App.sarif"));
        Assert.DoesNotContain(repository.Root, await File.ReadAllTextAsync(Path.Combine(repository.Root, "artifacts/ai.App-App.sarif"), TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    private static IEnumerable<string?> RuleIds(Repository repository, string report)
    {
        using var sarif = JsonDocument.Parse(File.ReadAllText(Path.Combine(repository.Root, report)));
        return [.. sarif.RootElement.GetProperty("runs")[0].GetProperty("results").EnumerateArray().Select(r => r.GetProperty("ruleId").GetString()).Distinct().Order(StringComparer.Ordinal)];
    }
}
