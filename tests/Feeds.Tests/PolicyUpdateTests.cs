using AiToolPolicy.Engine.Text;
using AiToolPolicy.Feeds.Packages;
using AiToolPolicy.Feeds.Tests.Infrastructure;
using AiToolPolicy.Package.Tests.Infrastructure;
using AiToolPolicy.Tool;
using AiToolPolicy.Tool.Feeds;

namespace AiToolPolicy.Feeds.Tests;

/// <summary><c>policy update</c>: what is pinned, and what is left as it is.</summary>
[Collection(nameof(AloneInTheProcess))]
public sealed class PolicyUpdateTests : IDisposable
{
    private readonly FeedFolder _folder = new(("local", "packages"));
    private readonly string _before = Environment.CurrentDirectory;

    public PolicyUpdateTests()
    {
        Environment.CurrentDirectory = _folder.Path;
        Environment.SetEnvironmentVariable(ToolFeeds.CacheVariable, _folder.In("cache"));
        Directory.CreateDirectory(_folder.In(".git"));
        _folder.AddFile("packages", "Contoso.AiToolPolicy.1.0.0.nupkg", Contoso.Package("1.0.0"));
        _folder.Write("ai-tool-policy.json", """{ "extends": "package:Contoso.AiToolPolicy@[1.0,2.0)" }""");
    }

    public void Dispose()
    {
        Environment.SetEnvironmentVariable(ToolFeeds.CacheVariable, null);
        Environment.CurrentDirectory = _before;
        _folder.Dispose();
    }

    [Fact]
    public async Task Update_pins_and_the_scan_keeps_to_it_until_the_next_update()
    {
        Assert.Equal((0, $"Contoso.AiToolPolicy [1.0,2.0): 1.0.0, sha512 {PackageDigest.Sha512(Contoso.Package("1.0.0"))}\n"), await Run("policy", "update", _folder.Path));

        _folder.AddFile("packages", "Contoso.AiToolPolicy.1.1.0.nupkg", Contoso.Package("1.1.0", Contoso.Policy("2020-01-01")));
        _folder.Write("App.csproj", """<Project><ItemGroup><PackageReference Include="Anthropic" Version="12.36.0" /></ItemGroup></Project>""");
        Assert.Equal(0, (await Run("scan", _folder.Path)).Code);

        var update = await Run("policy", "update", _folder.Path);
        Assert.StartsWith("Contoso.AiToolPolicy [1.0,2.0): 1.1.0, before 1.0.0, sha512 ", update.Output, StringComparison.Ordinal);
        Assert.Equal(1, (await Run("scan", _folder.Path)).Code);
    }

    [Fact]
    public async Task Update_that_fails_leaves_the_lock_as_it_is()
    {
        await Run("policy", "update", _folder.Path);
        var before = await File.ReadAllTextAsync(_folder.In(PolicyLock.FileName), TestContext.Current.CancellationToken);
        _folder.Configure([("local", "nowhere")]);

        var (code, output) = await Run("policy", "update", _folder.Path);

        Assert.Equal(2, code);
        Assert.Contains("The last good copy is used: version 1.0.0", output, StringComparison.Ordinal);
        Assert.EndsWith("ai-tool-policy.lock.json was left as it is.\n", output, StringComparison.Ordinal);
        Assert.Equal(before, await File.ReadAllTextAsync(_folder.In(PolicyLock.FileName), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Nothing_to_pin_is_said()
    {
        _folder.Write("ai-tool-policy.json", """{ "default": "warn" }""");

        Assert.Equal((0, "The policy extends no package: there is nothing to pin.\n"), await Run("policy", "update", _folder.Path));
    }

    [Fact]
    public async Task Policy_can_be_named_as_a_package()
    {
        _folder.Write("ai-tool-policy.json", """{ "default": "allow" }""");
        _folder.Write("App.csproj", """<Project><ItemGroup><PackageReference Include="Anthropic" Version="12.36.0" /></ItemGroup></Project>""");

        var (code, output) = await Run("scan", _folder.Path, "--policy", "package:Contoso.AiToolPolicy@[1.0,2.0)", "--as-of", "2026-12-01");

        Assert.Equal(1, code);
        Assert.Contains("denied since 2026-12-01 by rule 'no-acme' of policy 'Contoso' 1", output, StringComparison.Ordinal);
        Assert.Contains("with package Contoso.AiToolPolicy 1.0.0, SHA-512 ", output, StringComparison.Ordinal);
        Assert.Equal(2, (await Run("scan", _folder.Path, "--policy", "package:Nobody.Policy@[1.0,2.0)")).Code);
        Assert.Equal(3, (await Run("scan", _folder.Path, "--policy", "package:Nobody.Policy@[1.0,2.0)", "--mode", "required")).Code);
    }

    [Fact]
    public async Task Eight_processes_share_one_cache()
    {
        _folder.Write("App.csproj", """<Project><ItemGroup><PackageReference Include="Anthropic" Version="12.36.0" /></ItemGroup></Project>""");

        var scans = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => DotNet.RunAsync(_folder.Path, "exec", typeof(Cli).Assembly.Location, "scan", "--as-of", "2999-01-01")));

        Assert.All(scans, scan => Assert.True(scan.ExitCode == 1 && !scan.Output.Contains("AITP3", StringComparison.Ordinal), scan.Output));
        Assert.EndsWith(".nupkg", Assert.Single(Directory.GetFiles(_folder.In("cache"), "*", SearchOption.AllDirectories)), StringComparison.Ordinal);
    }

    private static async Task<(int Code, string Output)> Run(params string[] arguments)
    {
        using var output = new StringWriter { NewLine = "\n" };
        var code = await Cli.RunAsync(arguments, new Surroundings(output, output, new Day(2026, 7, 10)), TestContext.Current.CancellationToken);
        return (code, output.ToString());
    }
}
