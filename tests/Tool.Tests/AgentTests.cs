using AiToolPolicy.Files.Tests;

namespace AiToolPolicy.Tool.Tests;

/// <summary>A scan that an agent runs says so, as a build does.</summary>
public sealed class AgentTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task An_agent_is_named_at_the_policys_line()
    {
        _folder.Write("ai-tool-policy.json", Scan.Policy);

        var (code, output, _) = await Scan.Command(["scan", _folder.Path], cancellation: TestContext.Current.CancellationToken, variables: ["PATH", "ACME_AGENT"]);

        Assert.Equal(1, code);
        Assert.StartsWith("ai-tool-policy.json(4,5): error AITP1011: Agent session, by the environment variable 'ACME_AGENT' · Acme API (acme-api)", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_one_there_is_nothing_to_say()
    {
        _folder.Write("ai-tool-policy.json", Scan.Policy);

        Assert.Equal(0, (await Scan.Command(["scan", _folder.Path], cancellation: TestContext.Current.CancellationToken, variables: ["PATH"])).Code);
    }
}
