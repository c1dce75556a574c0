using AiToolPolicy.Package.Tests.Infrastructure;

namespace AiToolPolicy.Package.Tests;

/// <summary>A build that a restricted agent runs, as the names of its environment variables tell.</summary>
public sealed class AgentRestriction(PackedPackage package)
{
    private const string Secret = "value-that-nobody-may-see";

    private Repository NewRepository(string action) =>
        new Repository(package).AddPolicy($$"""{ "tools": ["claude-code"], "action": "{{action}}" }""").AddApp("A", "net10.0").AddApp("B", "net10.0;net9.0")
            .Add("All.slnx", """<Solution><Project Path="A/A.csproj" /><Project Path="B/B.csproj" /></Solution>""");

    [Fact]
    public async Task RestrictedAgent_stopsTheBuildAtThePolicysLineOnce()
    {
        using var repository = NewRepository("deny");
        repository.Variables.Add(("CLAUDECODE", Secret));

        var build = await repository.BuildAsync("All.slnx");

        Assert.Equal("ai-tool-policy.json(4,5): error AITP1011", build.Places);
        Assert.Contains("Agent session, by the environment variable 'CLAUDECODE'", Assert.Single(build.Diagnostics).Message, StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, build.Output, StringComparison.Ordinal);
        Assert.False(build.Compiled("A") || build.Compiled("B"), build.Output);
    }

    [Theory]
    [InlineData("-mt")]
    [InlineData("-m:4")]
    public async Task WarnedAgent_isNamedOnceInEveryBuild(string nodes)
    {
        using var repository = NewRepository("warn");
        repository.Variables.Add(("CLAUDECODE", "1"));

        var first = await repository.BuildAsync("All.slnx", nodes);
        var second = await repository.BuildAsync("All.slnx", nodes);

        Assert.Equal("ai-tool-policy.json(4,5): warning AITP1011", first.Places);
        Assert.Equal(first.Places, second.Places);
        Assert.Equal(0, second.ExitCode);
    }

    [Fact]
    public async Task NoAgentAnEditorsTerminalAndAnEmptyVariable_areSilent()
    {
        using var repository = NewRepository("deny");
        repository.AddPolicy("""{ "tools": ["*"], "action": "deny" }""");
        repository.Variables.AddRange([("CURSOR_TRACE_ID", "1"), ("Q_TERM", "1"), ("ANTHROPIC_API_KEY", Secret), ("CLAUDECODE", "")]);

        var build = await repository.BuildAsync("A");

        Assert.Equal("", build.Places);
        Assert.Equal(0, build.ExitCode);
    }
}
