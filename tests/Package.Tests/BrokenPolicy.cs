using AiToolPolicy.Package.Tests.Infrastructure;

namespace AiToolPolicy.Package.Tests;

/// <summary>Whatever is wrong with a policy is said at its line and fails the build before it compiles.</summary>
public sealed class BrokenPolicy(PackedPackage package)
{
    [Fact]
    public async Task EveryMistake_isOneErrorAtItsLine()
    {
        using var repository = new Repository(package).AddApp("App", "net10.0").Add("ai-tool-policy.json", """
            {
              "nmae": "Contoso",
              "rules": [
                { "tools": ["claude-cod"],
                  "action": "deny",
                  "effective": "10.07.2026" },
                { "tools": ["*"], "action": "forbid" }
              ]
            }
            """);

        var build = await repository.BuildAsync("App");

        Assert.Equal(
            """
            ai-tool-policy.json(2,3): error AITP3001
            ai-tool-policy.json(4,17): error AITP3001
            ai-tool-policy.json(6,20): error AITP3001
            ai-tool-policy.json(7,33): error AITP3001
            """,
            build.Places);
        Assert.Contains("Did you mean 'name'?", build.Diagnostics[0].Message, StringComparison.Ordinal);
        Assert.Contains("Did you mean 'claude-code'?", build.Diagnostics[1].Message, StringComparison.Ordinal);
        Assert.False(build.Compiled("App"), build.Output);
        Assert.Equal(1, build.ExitCode);
    }

    [Theory]
    [InlineData("", "ai-tool-policy.json(1,1): error AITP3001")]
    [InlineData("{ \"name\": ", "ai-tool-policy.json(1,11): error AITP3001")]
    [InlineData("{}", "ai-tool-policy.json(1,1): error AITP3001")]
    [InlineData("[]", "ai-tool-policy.json(1,1): error AITP3001")]
    public async Task UnusableFile_failsTheBuild(string text, string place)
    {
        using var repository = new Repository(package).AddApp("App", "net10.0").Add("ai-tool-policy.json", text);

        var build = await repository.BuildAsync("App");

        Assert.True(place == build.Places && build.ExitCode == 1, build.Output);
    }

    [Fact]
    public async Task NamedFileThatIsMissing_failsTheBuildOnce()
    {
        using var repository = new Repository(package).AddApp("A", "net10.0").AddApp("B", "net10.0")
            .Add("All.slnx", """<Solution><Project Path="A/A.csproj" /><Project Path="B/B.csproj" /></Solution>""");

        var build = await repository.BuildAsync("All.slnx", "-p:AiToolPolicyFile=policies/org.json");

        Assert.True(build.Places == "policies/org.json(1,1): error AITP3002" && build.ExitCode == 1, build.Output);
    }

    [Fact]
    public async Task NoPolicyAnywhere_isAnInventory()
    {
        using var repository = new Repository(package, "Anthropic/12.36.0").AddApp("App", "net10.0", "Anthropic").Add("CLAUDE.md", "# Notes");

        var build = await repository.BuildAsync("App");

        Assert.True(build.Places.Length == 0 && build.ExitCode == 0, build.Output);
        Assert.Contains("message AITP1006: Instruction file 'CLAUDE.md'", build.Output, StringComparison.Ordinal);
        Assert.Contains("message AITP1001: Package 'Anthropic' 12.36.0, direct reference", build.Output, StringComparison.Ordinal);
        Assert.Contains("to decide what is allowed, write ai-tool-policy.json", build.Output, StringComparison.Ordinal);
    }
}
