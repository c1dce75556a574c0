using AiToolPolicy.Feeds.Tests.Infrastructure;
using AiToolPolicy.Files.Tests;
using AiToolPolicy.Package.Tests.Infrastructure;
using AiToolPolicy.Tool;

namespace AiToolPolicy.Feeds.Tests;

/// <summary>A feed that wants credentials which only a plug-in of NuGet's has.</summary>
public sealed class CredentialProviderTests : IDisposable
{
    private readonly TempFolder _plugin = new();

    public void Dispose() => _plugin.Dispose();

    [Fact]
    public async Task Plug_in_gives_the_credentials_and_without_it_the_feed_refuses()
    {
        var plugin = await CredentialPlugin.BuildAsync(_plugin.Path);
        using var feed = new LoopbackFeed { Credentials = "me:secret" };
        feed.Add(Contoso.Id, "1.0.0", Contoso.Package("1.0.0"));
        using var folder = new FeedFolder(("private", feed.Address));
        Directory.CreateDirectory(folder.In(".git"));
        folder.Write("ai-tool-policy.json", $$"""{ "extends": "package:{{Contoso.Id}}@[1.0,2.0)" }""");
        folder.Write("App.csproj", """<Project><ItemGroup><PackageReference Include="Anthropic" Version="12.36.0" /></ItemGroup></Project>""");

        var without = await Scan(folder, ("NUGET_NETCORE_PLUGIN_PATHS", "none"));
        var with = await Scan(folder, ("NUGET_NETCORE_PLUGIN_PATHS", plugin));

        Assert.True(without.ExitCode == 2, without.Output);
        Assert.Contains("feed 'private' wants credentials, or refused those it was given (401)", without.Output, StringComparison.Ordinal);
        Assert.True(with.ExitCode == 1, with.Output);
        Assert.Contains("denied since 2026-12-01 by rule 'no-acme' of policy 'Contoso' 1", with.Output, StringComparison.Ordinal);
    }

    private static Task<CommandResult> Scan(FeedFolder folder, (string, string) variable) =>
        DotNet.RunAsync(folder.Path, [variable, ("AI_TOOL_POLICY_CACHE", folder.In("cache"))], "exec", typeof(Cli).Assembly.Location, "scan", "--as-of", "2999-01-01");
}
