using System.Diagnostics;
using AiToolPolicy.Feeds.Tests.Infrastructure;
using AiToolPolicy.Package.Tests.Infrastructure;

namespace AiToolPolicy.Package.Tests;

/// <summary>Whatever a feed does when a real build asks it for a policy: the build says so at the line that names the package, fails, and is in time.</summary>
public sealed class PolicyFeedFaults(PackedPackage package)
{
    private const string Asked = "Which versions of package '{0}' there are could not be asked: feed 'policies' ";

    // What goes wrong, with which request, and what the build says.
    private static readonly IReadOnlyList<(string Name, string Path, Fault Fault, string Message)> Faults =
    [
        ("401", "index.json", Fault.Status(401), Asked + "wants credentials, or refused those it was given (401). No good copy is in the cache."),
        ("404 of the index", "v3/index.json", Fault.Status(404), Asked + "has no service index at its address (404). No good copy is in the cache."),
        ("404 of the package", "/flat/", Fault.Status(404), "No version of package '{0}' lies in [1.0,2.0): no feed has it."),
        ("500", "index.json", Fault.Status(500), Asked + "failed (500). No good copy is in the cache."),
        ("HTML", "index.json", Fault.Html, Asked + "answered with HTML or XML instead of JSON. No good copy is in the cache."),
        ("broken off", ".nupkg", Fault.BreakOff, "Package '{0}' 1.0.0 is not in the cache and could not be fetched: feed 'policies' broke off the connection."),
        ("truncated", ".nupkg", Fault.Replace(body => body![..^100]), "Package '{0}' 1.0.0 is refused: it is no zip archive, or was cut off."),
        ("wrong id", ".nupkg", Fault.Replace(_ => new TestPackage("Other", "1.0.0").Bytes), "Package '{0}' 1.0.0 is refused: it says that it is 'Other' 1.0.0."),
        ("tampered", ".nupkg", Fault.Replace(body => Tampered(body!)), "Package '{0}' 1.0.0 is refused: it is damaged: an entry is not what the archive's directory says."),
    ];

    [Fact]
    public async Task EachFault_failsTheBuild_andTheToolSaysTheSame()
    {
        using var feed = new LoopbackFeed();
        using var policy = new PolicyPackage();
        feed.Add(policy.Id, "1.0.0", await File.ReadAllBytesAsync(await policy.PackAsync("1.0.0", "2020-01-01"), TestContext.Current.CancellationToken));
        using var repository = Restored(policy, feed.Address);
        foreach (var (name, path, fault, message) in Faults)
        {
            feed.Misbehave = asked => asked.Contains(path, StringComparison.Ordinal) ? fault : null;
            await FailsAsync(repository, name, string.Format(System.Globalization.CultureInfo.InvariantCulture, message, policy.Id));
        }

        Configure(repository, "http://127.0.0.1:9/v3/index.json");
        await FailsAsync(repository, "down", $"Which versions of package '{policy.Id}' there are could not be asked: feed 'policies' could not be reached (ConnectionRefused). No good copy is in the cache.");
    }

    [Fact]
    public async Task PlugIn_givesTheBuildTheCredentials()
    {
        using var feed = new LoopbackFeed { Credentials = "me:secret" };
        using var policy = new PolicyPackage();
        feed.Add(policy.Id, "1.0.0", await File.ReadAllBytesAsync(await policy.PackAsync("1.0.0", "2020-01-01"), TestContext.Current.CancellationToken));
        var plugin = await CredentialPlugin.BuildAsync(policy.Folder);
        using var repository = Restored(policy, feed.Address).Add("CLAUDE.md", "# Notes");

        repository.Variables.Add(("NUGET_NETCORE_PLUGIN_PATHS", "none"));
        var without = await repository.BuildAsync("App", "--no-restore", $"-p:AiToolPolicyCache={policy.Cache}");
        repository.Variables[0] = ("NUGET_NETCORE_PLUGIN_PATHS", plugin);
        var with = await repository.BuildAsync("App", "--no-restore", $"-p:AiToolPolicyCache={policy.Cache}");

        Assert.Equal("ai-tool-policy.json(1,14): error AITP3002", without.Places);
        Assert.Contains("feed 'policies' wants credentials, or refused those it was given (401)", without.Output, StringComparison.Ordinal);
        Assert.Equal("CLAUDE.md(1,1): error AITP1006", with.Places);
    }

    private static async Task FailsAsync(Repository repository, string name, string message)
    {
        var cache = Path.Combine(repository.Root, "cache", name.Replace(' ', '-'));
        var clock = Stopwatch.StartNew();
        var build = await repository.BuildAsync("App", "--no-restore", $"-p:AiToolPolicyCache={cache}");
        var scan = await DotNet.RunAsync(SourceTree.Root, [("AI_TOOL_POLICY_CACHE", cache)], "run", "--no-build", "--project", "src/Tool", "--", "scan", repository.Root, "--mode", "required");

        Assert.True(build.ExitCode == 1 && !build.Compiled("App") && build.Places == "ai-tool-policy.json(1,14): error AITP3002", $"{name}\n{build.Output}");
        Assert.True(build.Output.Contains(message, StringComparison.Ordinal), $"{name}: {message}\n{build.Output}");
        Assert.True(scan.ExitCode == 3 && scan.Output.Contains($"ai-tool-policy.json(1,14): error AITP3002: {message}", StringComparison.Ordinal), $"{name}: {scan.ExitCode}\n{scan.Output}");
        Assert.False(Directory.Exists(cache) && Directory.EnumerateFiles(cache, "*", SearchOption.AllDirectories).Any(), name);
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(90), $"{name}: {clock.Elapsed}");
    }

    // Packages come from elsewhere, so that nothing but the policy is asked of the feed.
    private Repository Restored(PolicyPackage policy, string feed)
    {
        var repository = new Repository(package).AddApp("App", "net10.0").Add("ai-tool-policy.json", $$"""{ "extends": "package:{{policy.Id}}@[1.0,2.0)" }""");
        Assert.Equal(0, repository.RunAsync("restore", "App").GetAwaiter().GetResult().ExitCode);
        return Configure(repository, feed);
    }

    private static Repository Configure(Repository repository, string feed) => repository.Add("nuget.config", $"""
        <configuration>
          <packageSources><clear /><add key="policies" value="{feed}" allowInsecureConnections="true" /></packageSources>
        </configuration>
        """);

    private static byte[] Tampered(byte[] good)
    {
        var bytes = good.ToArray();
        bytes[bytes.AsSpan().IndexOf("deny"u8)] ^= 1;
        return bytes;
    }
}
