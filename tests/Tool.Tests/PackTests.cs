using AiToolPolicy.Files.Tests;

namespace AiToolPolicy.Tool.Tests;

/// <summary>A policy becomes a package, or its mistakes are shown.</summary>
public sealed class PackTests : IDisposable
{
    private const string Policy = """{ "name": "Contoso AI tool policy", "version": "2026.7", "default": "warn" }""";

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Name_and_version_of_the_policy_name_the_package()
    {
        var (code, output, error) = await Run(Policy);

        Assert.Equal((0, ""), (code, error));
        Assert.Contains("To extend it:            \"extends\": [ \"package:Contoso.AI.tool.policy@[2026.7.0,)\" ]", output, StringComparison.Ordinal);
        Assert.True(File.Exists(_folder.In("out/Contoso.AI.tool.policy.2026.7.0.nupkg")), output);
    }

    [Fact]
    public async Task Twice_gives_the_same_file()
    {
        await Run(Policy, "--id", "A");
        var first = File.ReadAllBytes(_folder.In("out/A.2026.7.0.nupkg"));
        await Run(Policy, "--id", "A");

        Assert.Equal(first, File.ReadAllBytes(_folder.In("out/A.2026.7.0.nupkg")));
    }

    [Fact]
    public async Task Every_mistake_is_shown_and_no_package_is_made()
    {
        var (code, output, error) = await Run("""{ "version": "1", "defualt": "warn", "rules": [ { "tools": ["claud-code"], "action": "deny" } ] }""", "--id", "A");

        Assert.Equal((2, "No package was made: the policy must be right first.\n"), (code, error));
        Assert.Contains("Did you mean 'default'?", output, StringComparison.Ordinal);
        Assert.Contains("Did you mean 'claude-code'?", output, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_folder.In("out")));
    }

    [Fact]
    public async Task Path_in_extends_is_refused()
    {
        _folder.Write("up.json", """{ "default": "deny" }""");

        var (code, output, _) = await Run("""{ "version": "1", "extends": "up.json" }""", "--id", "A");

        Assert.Equal(2, code);
        Assert.Contains("policy.json(1,30): error AITP3001: 'up.json' is a path, and a package stands in no folder", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{ "default": "warn", "version": "1" }""", "The policy has no 'name' to make an id of: name the package with --id.")]
    [InlineData("""{ "default": "warn", "name": "A" }""", "The policy has no 'version': give the package one with --version.")]
    [InlineData("""{ "default": "warn", "name": "A", "version": "July" }""", "'July' is no version of a package, such as 2026.7.0: give it one with --version.")]
    public async Task What_is_missing_is_said(string policy, string message) => Assert.Equal($"ai-tool-policy: {message}\n", (await Run(policy)).Error);

    private async Task<(int Code, string Output, string Error)> Run(string policy, params string[] more)
    {
        var path = _folder.Write("policy.json", policy);
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        var code = await Cli.RunAsync(["pack", path, "--output", _folder.In("out"), .. more], new Surroundings(output, error, Scan.Today), TestContext.Current.CancellationToken);
        return (code, output.ToString(), error.ToString());
    }
}
