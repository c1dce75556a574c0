using System.Text.Json;
using AiToolPolicy.Engine.Text;
using AiToolPolicy.Feeds.Tests.Infrastructure;
using AiToolPolicy.Package.Tests.Infrastructure;
using AiToolPolicy.Tool;

namespace AiToolPolicy.Feeds.Tests;

/// <summary>What <c>scan --suggest</c> and <c>explain</c> advise, tried out by real restores.</summary>
public class RemedyTests
{
    private const string Restricted = "Restricted.Ai";

    // Versions 1 to 9 of a reference; the restricted package stands ever deeper behind 3 to 7, and 8 raises what would bring it in.
    private static readonly TestPackage[] Packages =
    [
        new TestPackage(Restricted, "1.0.0"),
        new TestPackage("Deep", "1.0.0").DependsOn("Deeper", "1.0.0"), new TestPackage("Deeper", "1.0.0").DependsOn("Deepest", "1.0.0"),
        new TestPackage("Deepest", "1.0.0").DependsOn(Restricted, "1.0.0"), new TestPackage("Deepest", "1.1.0"),
        new TestPackage("Harmless", "1.0.0"), new TestPackage("Harmless", "2.0.0").DependsOn("Deepest", "1.1.0"),
        new TestPackage("Direct", "1.0.0"), new TestPackage("Direct", "2.0.0").DependsOn("Harmless", "1.0.0"),
        new TestPackage("Direct", "3.0.0").DependsOn(Restricted, "1.0.0"), new TestPackage("Direct", "4.0.0").DependsOn("Deepest", "1.0.0"),
        new TestPackage("Direct", "5.0.0").DependsOn("Deeper", "1.0.0"), new TestPackage("Direct", "6.0.0").DependsOn("Deep", "1.0.0"),
        new TestPackage("Direct", "7.0.0").DependsOn("Harmless", "1.0.0").DependsOn("Harmless", "1.0.0", "net10.0").DependsOn("Deep", "1.0.0", "net10.0"),
        new TestPackage("Direct", "8.0.0").DependsOn("Deep", "1.0.0").DependsOn("Harmless", "2.0.0"), new TestPackage("Direct", "9.0.0").DependsOn(Restricted, "1.0.0"),
    ];

    private const string Policy = """
        {
          "name": "Test", "rules": [ { "id": "no-acme", "tools": ["acme-ai"], "action": "deny", "useInstead": ["better-ai"] } ],
          "catalog": [ { "vendor": { "id": "acme", "name": "Acme" }, "tools": [
            { "id": "acme-ai", "name": "Acme AI", "category": "llm-api", "signatures": [ { "kind": "nuget", "value": "Restricted.Ai" } ] },
            { "id": "better-ai", "name": "Better AI", "category": "llm-api", "signatures": [ { "kind": "nuget", "value": "Better.Ai" } ] } ] } ]
        }
        """;

    [Theory]
    [InlineData(true, "3.0.0", "8.0.0")]
    [InlineData(false, "3.0.0", "8.0.0")]
    [InlineData(true, "9.0.0", "8.0.0")]
    public async Task Advice_is_the_nearest_version_that_restored_is_free(bool fromServer, string current, string expected)
    {
        using var feed = new LoopbackFeed().Add(Packages);
        using var folder = New(fromServer ? ("remote", feed.Address) : ("local", "packages"));
        folder.Add("packages", Packages);
        Write(folder, current);

        var advised = await Run("scan", folder.Path, "--suggest");

        Assert.Contains($"""
            App/App.csproj(3,14): Direct {current} brings in Restricted.Ai 1.0.0, which the policy restricts. The nearest version that brings in nothing restricted is {expected}.
              App/App.csproj(3,14):
              - <PackageReference Include="Direct" Version="{current}" />
              + <PackageReference Include="Direct" Version="{expected}" />
            """, advised, StringComparison.Ordinal);
        foreach (var version in Enumerable.Range(3, 7).Select(number => $"{number}.0.0"))
        {
            Assert.Equal(version != expected, await BringsIn(folder, version, Restricted));
        }

        // Restored, the assets say what the feeds said before.
        Assert.True(await BringsIn(folder, current, Restricted));
        Assert.Contains($"nothing restricted is {expected}.\n", await Run("scan", folder.Path, "--suggest"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Advice_stands_in_json_and_sarif_too_and_passes_over_what_was_withdrawn()
    {
        using var feed = new LoopbackFeed().Add(Packages);
        feed.Unlisted.Add("direct/8.0.0");
        using var folder = New(("remote", feed.Address));
        Write(folder, "3.0.0");

        using var json = JsonDocument.Parse(await Run("scan", folder.Path, "--suggest", "--format", "json"));
        using var sarif = JsonDocument.Parse(await Run("scan", folder.Path, "--suggest", "--format", "sarif"));

        var advice = Assert.Single(json.RootElement.GetProperty("advice").EnumerateArray());
        Assert.EndsWith("The nearest version that brings in nothing restricted is 2.0.0. 8.0.0 is free of it too, and was withdrawn by its owner (unlisted).", advice.GetProperty("message").GetString(), StringComparison.Ordinal);
        Assert.Equal("App/App.csproj", advice.GetProperty("location").GetProperty("path").GetString());
        Assert.Equal("<PackageReference Include=\"Direct\" Version=\"2.0.0\" />", advice.GetProperty("change").GetProperty("after").GetString());
        var text = Assert.Single(sarif.RootElement.GetProperty("runs")[0].GetProperty("properties").GetProperty("advice").EnumerateArray()).GetString();
        Assert.StartsWith("App/App.csproj(3,14): Direct 3.0.0 brings in Restricted.Ai 1.0.0", text, StringComparison.Ordinal);
        Assert.False(await BringsIn(folder, "2.0.0", Restricted));
    }

    [Fact]
    public async Task Direct_reference_gets_the_approved_counterpart()
    {
        using var folder = New(("local", "packages"));
        folder.Add("packages", Packages);
        Write(folder, "1.0.0", Restricted);

        Assert.Contains(
            "App/App.csproj(3,14): Package 'Restricted.Ai' is restricted itself, whatever its version brings in. Use instead: Better AI (better-ai). As a package: Better.Ai.",
            await Run("scan", folder.Path, "--suggest"),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_free_version_is_said_plainly()
    {
        using var folder = New(("local", "packages"));
        folder.Add("packages", new TestPackage(Restricted, "1.0.0"), new TestPackage("Direct", "1.0.0").DependsOn(Restricted, "1.0.0"), new TestPackage("Direct", "2.0.0").DependsOn(Restricted, "1.0.0"));
        Write(folder, "1.0.0");

        Assert.Contains("brings in Restricted.Ai 1.0.0, which the policy restricts. No other version is free of it: 1 other version was examined.\n", await Run("scan", folder.Path, "--suggest"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Feed_that_is_down_is_said_and_the_scan_is_the_same()
    {
        using var folder = New(("remote", "http://127.0.0.1:9/v3/index.json"));
        Write(folder, "1.0.0");

        var advised = await Run("scan", folder.Path, "--suggest");

        Assert.Contains("What Direct 1.0.0 brings in could not be told. Not every feed could be asked: feed 'remote' could not be reached (ConnectionRefused).", advised, StringComparison.Ordinal);
        Assert.Contains("0 errors", advised, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Explanation_of_a_package_says_whose_it_is_what_brings_it_in_and_what_to_do()
    {
        using var folder = New(("local", "packages"));
        folder.Add("packages", Packages);
        Write(folder, "6.0.0");

        var text = await Run("explain", Restricted, folder.Path);

        Assert.StartsWith("Package 'Restricted.Ai': Acme AI (acme-ai) by Acme, high confidence.\nApp/App.csproj(3,14): Package 'Restricted.Ai' 1.0.0, transitive: Direct 6.0.0 → Deep 1.0.0 → Deeper 1.0.0 → Deepest 1.0.0 → Restricted.Ai 1.0.0 · ", text, StringComparison.Ordinal);
        Assert.Contains("(decided at ai-tool-policy.json(2,30))\n", text, StringComparison.Ordinal);
        Assert.Contains("The nearest version that brings in nothing restricted is 8.0.0.\n", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("aitp1001", "AITP1001: Restricted package\n")]
    [InlineData("no-acme", "Rule 'no-acme' of policy 'Test', ai-tool-policy.json(2,30)\n  action       deny\n")]
    [InlineData("acme-ai", "Acme AI (acme-ai), llm-api, by Acme (acme)\nIt shows itself as:\n  nuget                Restricted.Ai\nOf it speak, the most specific first, in policy 'Test':\n  ai-tool-policy.json(2,30) rule 'no-acme': deny, by tool\nWhere none does: notice (default).\n")]
    [InlineData("acme-aj", "Package 'acme-aj' is a sign of no AI tool in the catalog. Did you mean 'acme-ai'?\nNo project here brings in acme-aj.\n")]
    public async Task Explanation_of_a_rule_and_a_tool(string what, string beginning)
    {
        using var folder = New(("local", "packages"));
        folder.Add("packages", Packages);
        folder.Write("ai-tool-policy.json", Policy);

        Assert.StartsWith(beginning, await Run("explain", what, folder.Path), StringComparison.Ordinal);
    }

    // The registry's own packages: whatever the answer, a restore must say the same.
    [Fact]
    public async Task Real_package_gets_an_answer_that_restores_confirm()
    {
        using var folder = new FeedFolder();
        File.Delete(folder.In("nuget.config"));
        Directory.CreateDirectory(folder.In(".git"));
        folder.Write("ai-tool-policy.json", """{ "rules": [ { "tools": ["microsoft-extensions-ai"], "action": "deny", "surfaces": ["package"] } ] }""");
        Write(folder, "2.3.1", "ModelContextProtocol", policy: null);

        var advised = await Run("scan", folder.Path, "--suggest");

        Assert.Contains("ModelContextProtocol 2.3.1 brings in Microsoft.Extensions.AI.Abstractions ", advised, StringComparison.Ordinal);
        if (advised.Contains("No other version is free of it", StringComparison.Ordinal))
        {
            foreach (var version in folder.Open().Versions("ModelContextProtocol", TestContext.Current.CancellationToken).Value!.Where(version => !version.Contains('-', StringComparison.Ordinal)))
            {
                Assert.True(await BringsIn(folder, version, "Microsoft.Extensions.AI.Abstractions", "ModelContextProtocol"), version);
            }
        }
        else
        {
            var free = advised.Split("nothing restricted is ")[1].Split(".\n")[0];
            Assert.False(await BringsIn(folder, free, "Microsoft.Extensions.AI", "ModelContextProtocol"), free);
        }
    }

    private static FeedFolder New((string Name, string Address) feed)
    {
        var folder = new FeedFolder();
        folder.Configure([feed], "<config><add key=\"globalPackagesFolder\" value=\"extracted\" /></config>");
        Directory.CreateDirectory(folder.In(".git"));
        Directory.CreateDirectory(folder.In("packages"));
        return folder;
    }

    private static void Write(FeedFolder folder, string version, string id = "Direct", string? policy = Policy)
    {
        if (policy is not null)
        {
            folder.Write("ai-tool-policy.json", policy);
        }

        folder.Write("App/App.csproj", $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup>
              <ItemGroup><PackageReference Include="{id}" Version="{version}" /></ItemGroup>
            </Project>
            """);
    }

    private static async Task<bool> BringsIn(FeedFolder folder, string version, string restricted, string id = "Direct")
    {
        Write(folder, version, id, policy: null);
        var restored = await DotNet.RunAsync(folder.In("App"), "restore");
        Assert.True(restored.ExitCode == 0, restored.Output);
        using var assets = JsonDocument.Parse(await File.ReadAllTextAsync(folder.In("App/obj/project.assets.json")));
        return assets.RootElement.GetProperty("libraries").EnumerateObject().Any(library => library.Name.StartsWith(restricted + "/", StringComparison.OrdinalIgnoreCase));
    }

    private static async Task<string> Run(params string[] arguments)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        await Cli.RunAsync(arguments, new Surroundings(output, error, new Day(2026, 7, 10)), TestContext.Current.CancellationToken);
        return output.ToString() + error.ToString();
    }
}
