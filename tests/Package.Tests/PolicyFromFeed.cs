using System.Diagnostics;
using AiToolPolicy.Feeds.Tests.Infrastructure;
using AiToolPolicy.Package.Tests.Infrastructure;

namespace AiToolPolicy.Package.Tests;

/// <summary>An organisation's policy as a package: extended or referenced, in real builds.</summary>
public sealed class PolicyFromFeed(PackedPackage package)
{
    [Fact]
    public async Task TwoRepositoriesExtendIt_bothFollowANewVersion_andTheLastOneHoldsWhileTheFeedIsDown()
    {
        using var feed = new LoopbackFeed();
        using var policy = new PolicyPackage();
        await Push(await policy.PackAsync("1.0.0", "2999-01-01"), feed);
        using var one = Extending(policy, feed.Address, "[1.0,2.0)").AddApp("App", "net10.0", "Anthropic");
        using var two = Extending(policy, feed.Address, "1.*").AddApp("Service", "net10.0", "Anthropic");

        foreach (var (repository, folder) in new[] { (one, "App"), (two, "Service") })
        {
            var before = await Build(repository, policy, folder);
            Assert.Equal(Places(folder, "warning"), Sorted(before));
            Assert.Contains($"AiToolPolicy: with package {policy.Id} 1.0.0, SHA-512 ", before.Output, StringComparison.Ordinal);
            Assert.Equal(0, before.ExitCode);
        }

        await Push(await policy.PackAsync("1.1.0", "2020-01-01"), feed);
        foreach (var (repository, folder) in new[] { (one, "App"), (two, "Service") })
        {
            var after = await Build(repository, policy, folder);
            Assert.Equal(Places(folder, "error"), Sorted(after));
            Assert.Contains("denied since 2020-01-01", after.Output, StringComparison.Ordinal);
            Assert.Equal(1, after.ExitCode);
        }

        feed.Misbehave = _ => Fault.Status(503);
        var down = await Build(one, policy, "App", "--no-restore");
        Assert.Equal(Places("App", "error") + "\nai-tool-policy.json(2,14): warning AITP3002", Sorted(down));
        Assert.Contains("failed (503). The last good copy is used: version 1.1.0, SHA-512 ", down.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Referenced_saysTheSameAsExtended()
    {
        using var policy = new PolicyPackage();
        await policy.PackAsync("1.0.0", "2999-01-01");
        using var extending = Extending(policy, policy.Folder, "[1.0.0]").AddApp("App", "net10.0", "Anthropic");
        using var referencing = new Repository(package, "Anthropic/12.36.0").AddApp("App", "net10.0", "Anthropic");
        extending.Add("App/Program.cs", Use);
        referencing.Add("App/Program.cs", Use);
        Configure(referencing, policy.Folder);
        referencing.Add("Directory.Packages.props", File.ReadAllText(Path.Combine(referencing.Root, "Directory.Packages.props"))
            .Replace("</ItemGroup>", $"<GlobalPackageReference Include=\"{policy.Id}\" Version=\"1.0.0\" /></ItemGroup>", StringComparison.Ordinal));

        var extended = await Build(extending, policy, "App");
        var referenced = await Build(referencing, policy, "App");

        Assert.Contains(extended.Diagnostics, d => d is { Path: "App/App.csproj", Code: "AITP1001" });
        Assert.Contains(extended.Diagnostics, d => d is { Path: "App/Program.cs", Code: "AITP1009" });
        Assert.Contains(referenced.Diagnostics, d => d is { Path: "App/Program.cs", Code: "AITP1010" });
        Assert.Equal(extended.Diagnostics.Select(d => (d.Path, d.Line, d.Code, Words(d.Message))), referenced.Diagnostics.Select(d => (d.Path, d.Line, d.Code, Words(d.Message))));
        Assert.Equal((0, 0), (extended.ExitCode, referenced.ExitCode));
    }

    [Fact]
    public async Task SilentFeedWithoutACopy_failsTheBuildInTime()
    {
        using var feed = new LoopbackFeed();
        using var policy = new PolicyPackage();
        using var repository = Extending(policy, feed.Address, "[1.0,2.0)").AddApp("App", "net10.0");
        Configure(repository, package.Feed);
        Assert.Equal(0, (await repository.RunAsync("restore", "App")).ExitCode);
        Configure(repository, feed.Address);
        feed.Misbehave = _ => Fault.Silence;
        var clock = Stopwatch.StartNew();

        var build = await Build(repository, policy, "App", "--no-restore");

        Assert.Equal("ai-tool-policy.json(2,14): error AITP3002", build.Places);
        Assert.Contains("feed 'policies' did not answer within 10 seconds (2 tries). No good copy is in the cache.", build.Output, StringComparison.Ordinal);
        Assert.Equal(1, build.ExitCode);
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(90), clock.Elapsed.ToString());
    }

    private const string Use = "System.Console.WriteLine(typeof(Anthropic.AnthropicClient) + \"https://api.anthropic.com/v1\"); return 0;";

    private Repository Extending(PolicyPackage policy, string feed, string range)
    {
        var repository = new Repository(package, "Anthropic/12.36.0").Add("ai-tool-policy.json", $$"""
            {
              "extends": "package:{{policy.Id}}@{{range}}"
            }
            """);
        Configure(repository, feed);
        return repository;
    }

    private void Configure(Repository repository, string feed) => repository.Add("nuget.config", $"""
        <configuration>
          <packageSources>
            <add key="packed" value="{package.Feed}" />
            <add key="policies" value="{feed}" allowInsecureConnections="true" />
          </packageSources>
          <packageSourceMapping>
            <packageSource key="packed"><package pattern="AiToolPolicy" /></packageSource>
            <packageSource key="policies"><package pattern="Contoso.*" /></packageSource>
            <packageSource key="nuget.org"><package pattern="*" /></packageSource>
          </packageSourceMapping>
        </configuration>
        """);

    private static Task<BuildResult> Build(Repository repository, PolicyPackage policy, string folder, params string[] more) =>
        repository.BuildAsync([folder, $"-p:AiToolPolicyCache={policy.Cache}", .. more]);

    private static async Task Push(string file, LoopbackFeed feed)
    {
        var pushed = await DotNet.RunAsync(Path.GetDirectoryName(file)!, "nuget", "push", file, "--source", feed.Address, "--allow-insecure-connections");
        Assert.True(pushed.ExitCode == 0, pushed.Output);
    }

    // The reference, and the central version beside it.
    private static string Places(string folder, string severity) =>
        string.Join('\n', new[] { $"Directory.Packages.props(4,5): {severity} AITP1001", $"{folder}/{folder}.csproj(4,5): {severity} AITP1001" }.Order(StringComparer.Ordinal));

    private static string Sorted(BuildResult build) => string.Join('\n', build.Places.Split('\n').Order(StringComparer.Ordinal));

    private static string Words(string message) => message[..message.LastIndexOf(" (https://", StringComparison.Ordinal)];
}
