using System.Text;
using AiToolPolicy.Package.Tests.Infrastructure;

namespace AiToolPolicy.Package.Tests;

/// <summary>
/// The rows of <c>policy/bypasses.md</c> that a repository's other files try, in folders that are called like the row, in a real build of one
/// project beside them, and in a scan.
/// </summary>
public sealed class BypassRowsOfRepositories(PackedPackage package)
{
    private const string Rule = """{ "id": "r", "tools": ["vendor:anthropic", "vendor:openai"], "action": "warn" }""";

    private const string Policy = " \"default\": \"allow\", \"generic\": \"allow\",";

    // By path: the text, and what a build and a scan say of it.
    private static readonly (string Path, string Text, string[] Said)[] Rows =
    [
        ("B49/.config/dotnet-tools.json", """{ "version": 1, "tools": { "openai": { "version": "2.10.0", "commands": ["x"] } } }""", ["(1,28): warning AITP1003"]),
        ("B49/run.sh", "#!/bin/sh\ndnx openai@2.10.0 --yes\n", ["(2,5): warning AITP1004"]),
        ("B51/package.json", "{ \"dependencies\": {\n\"@anthropic-ai/sdk\": \"^0.60.0\" } }", ["(2,1): warning AITP1003"]),
        ("B51/requirements.txt", "anthropic==0.60.0\n", ["(1,1): warning AITP1003"]),
        ("B51/Dockerfile", "FROM node\nRUN npm install -g \\\n  @anthropic-ai/claude-code\n", ["(3,3): warning AITP1004"]),
        ("B51/.mcp.json", "{ \"mcpServers\": { \"a\": {\n\"command\": \"npx\", \"args\": [\"-y\", \"@anthropic-ai/claude-code\", \"mcp\"] } } }", ["(2,34): warning AITP1007"]),
        (".github/workflows/b51.yml", "jobs:\n  a:\n    steps:\n    - uses: anthropics/claude-code-action@v1\n", ["(4,13): warning AITP1004"]),
        (".github/workflows/b70.yml", "env:\n  AiToolPolicyEnabled: false\njobs:\n  a:\n    steps:\n    - run: dotnet build -p:RunAnalyzers=false -noWarn:AITP1009\n", ["(2,3): warning AITP3004: AiToolPolicyEnabled is false", "(6,25): warning AITP3004: RunAnalyzers is false", "(6,47): warning AITP3004: -noWarn lists AITP1009"]),
        ("B02/build.ps1", "dotnet build -warnAsMessage:AITP1001\n", ["(1,14): warning AITP3004: -warnAsMessage lists AITP1001"]),
        ("B06/my.ruleset", "<RuleSet Name=\"x\" ToolsVersion=\"15.0\"><Rules AnalyzerId=\"A\" RuleNamespace=\"B\">\n<Rule Id=\"AITP1010\" Action=\"None\" />\n</Rules></RuleSet>", ["(2,1): warning AITP3004: The rule set says 'None' of AITP1010"]),
        ("B62/appsettings.json", "{ \"Chat\": {\n\"BaseUrl\": \"https://api.anthropic.com\" } }", ["(2,21): warning AITP1008"]),
        ("B77/CLAUDE.md", "# Notes\nBe\u200B kind\n", ["(1,1): warning AITP1006", "(2,3): warning AITP1021"]),
    ];

    private Repository NewRepository(string more = "")
    {
        var repository = new Repository(package).AddPolicy(Rule, Policy + more + " \"hiddenCharacters\": \"warn\",").AddApp("App", "net10.0");
        foreach (var (path, text, _) in Rows)
        {
            repository.Add(path, text);
        }

        // What is too large, no text, in another encoding, or somewhere else.
        repository.Add("B75/appsettings.json", "{ \"A\": \"" + new string('x', (4 * 1024 * 1024) + 1) + "\" }");
        Directory.CreateDirectory(Path.Combine(repository.Root, "B76"));
        File.WriteAllBytes(Path.Combine(repository.Root, "B76", "package.json"), Encoding.Unicode.GetPreamble().Concat(Encoding.Unicode.GetBytes("{ \"dependencies\": {\n\"openai\": \"4\" } }")).ToArray());
        File.WriteAllBytes(Path.Combine(repository.Root, "B76", "requirements.txt"), [.. "openai\n"u8, 0]);
        Directory.CreateDirectory(Path.Combine(repository.Root, "B46"));
        File.CreateSymbolicLink(Path.Combine(repository.Root, "B46", "package.json"), "/nowhere/package.json");
        return repository.Add("B46/lib/Helper.dll", "version https://git-lfs.github.com/spec/v1\noid sha256:00\nsize 12\n");
    }

    // A library that no project references is nothing that a build would read.
    private const string ByScanAlone = "B46/lib/Helper.dll(1,1): warning AITP3005";

    private static readonly string[] Limits =
    [
        "B46/package.json(1,1): warning AITP3005",
        "B75/appsettings.json(1,1): warning AITP3005",
        "B76/package.json(2,1): warning AITP1003",
        "B76/requirements.txt(1,1): warning AITP3005",
    ];

    private static IEnumerable<string> Expected => Rows.SelectMany(row => row.Said.Select(said => row.Path + said)).Concat(Limits);

    [Fact]
    public async Task EveryRow_isSaidAtItsPlace_byTheBuildOfAnyProject_andByAScan()
    {
        using var repository = NewRepository();

        var build = await repository.BuildAsync("App");
        var again = await repository.BuildAsync("App", "--no-restore", "-graph");

        Assert.All([build, again], result => result.Says(Expected));
        Assert.True(build.ExitCode == 0, build.Output);
        await repository.ScanSaysAsync([ByScanAlone, .. Expected]);
    }

    [Fact]
    public async Task LockedPolicy_failsTheBuildBeforeItCompiles()
    {
        using var repository = NewRepository(" \"locked\": true,");

        var build = await repository.BuildAsync("App");

        build.Says(Expected.Select(line => line.Replace(": warning AITP3004", ": error AITP3004", StringComparison.Ordinal)));
        Assert.True(build.ExitCode == 1 && !build.Compiled("App"), build.Output);
    }

    [Fact]
    public async Task B43_B50_fileBasedApp_isSaidAtItsDirectives()
    {
        using var repository = new Repository(package).AddFeed(package, Attempts.Library("Anthropic", "12.36.0"), Attempts.Sdk("Anthropic.Foundry")).AddPolicy(Rule, Policy)
            .Add("Directory.Packages.props", "<Project />")
            .Add("Directory.Build.props", $"""<Project><ItemGroup><PackageReference Include="AiToolPolicy" Version="{package.Version}" PrivateAssets="all" /></ItemGroup></Project>""")
            .Add("b50.cs", "#:sdk Microsoft.NET.Sdk\n#:sdk Anthropic.Foundry@1.0.0\n#:package Anthropic@12.36.0\n#:property RunAnalyzers=false\nSystem.Console.WriteLine();\n");
        string[] expected =
        [
            "b50.cs(2,1): warning AITP1001: MSBuild SDK 'Anthropic.Foundry' 1.0.0",
            "b50.cs(3,1): warning AITP1001: Package 'Anthropic' 12.36.0",
            "b50.cs(4,1): warning AITP3004: RunAnalyzers is false",
        ];

        var build = await repository.RunAsync("build", "b50.cs");
        var denied = await repository.AddPolicy(Rule.Replace("warn", "deny", StringComparison.Ordinal), Policy + " \"locked\": true,").RunAsync("build", "b50.cs");

        build.Says(expected);
        denied.Says(expected.Select(line => line.Replace(": warning", ": error", StringComparison.Ordinal)));
        Assert.Equal((0, 1), (build.ExitCode, denied.ExitCode));
        await repository.ScanSaysAsync(expected.Select(line => line.Replace(": warning", ": error", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task B79_filesCalledVendored_areStillSaidUnderARuleForMentions_andAProjectUnderEveryRule()
    {
        using var repository = new Repository(package, "Anthropic/12.36.0").AddFeed(package, Attempts.Library("Anthropic", "12.36.0"))
            .AddPolicy(Rule, Policy).AddApp("B79", "net10.0", "Anthropic").Add("B79/package.json", "{ \"dependencies\": {\n\"@anthropic-ai/sdk\": \"^0.60.0\" } }").Add(".gitattributes", "B79/** linguist-vendored\n");
        string[] always = ["B79/B79.csproj(4,5): warning AITP1001", "Directory.Packages.props(4,5): warning AITP1001"];

        var build = await repository.BuildAsync("B79");
        var strict = await repository.AddPolicy(Rule.Replace("\"action\"", "\"strength\": \"mention\", \"action\"", StringComparison.Ordinal), Policy).BuildAsync("B79", "--no-restore");

        build.Says(always);
        strict.Says([.. always, "B79/package.json(2,1): warning AITP1003"]);
        await repository.ScanSaysAsync([.. always, "B79/package.json(2,1): warning AITP1003"]);
    }

    [Fact]
    public async Task MergedAndEmbeddedLibraries_areSaidOfWhatABuildHasMade()
    {
        using var repository = new Repository(package).AddPolicy(Rule, Policy)
            .AddApp("B45", "net10.0").Add("B45/Merged.cs", "namespace Anthropic;\n" + string.Concat(Enumerable.Range(0, 12).Select(i => $"public class Merged{i};\n")))
            .AddApp("B45b", "net10.0").Add("B45b/anthropic.bin", "x")
            .Add("B45b/Directory.Build.targets", """<Project><ItemGroup><EmbeddedResource Include="anthropic.bin" LogicalName="costura.anthropic.dll.compressed" /></ItemGroup></Project>""")
            .AddSolution(["B45/B45.csproj", "B45b/B45b.csproj"]);
        var build = await repository.BuildAsync("All.slnx");

        var merged = await Tool.RunAsync("scan-output", Path.Combine(repository.Root, "B45/bin/Debug/net10.0"));
        var embedded = await Tool.RunAsync("scan-output", Path.Combine(repository.Root, "B45b/bin/Debug/net10.0"));

        Assert.True(build.ExitCode == 0, build.Output);
        Assert.Contains("B45.dll(1,1): warning AITP1002: Assembly 'B45.dll', which defines 12 types in namespace 'Anthropic'", merged.Output, StringComparison.Ordinal);
        Assert.Contains("B45b.dll(1,1): warning AITP1002", embedded.Output, StringComparison.Ordinal);
        Assert.Contains("which embeds 'anthropic'", embedded.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task B68_exemptionThatIsNotPermitted_isSaidOnceAtItsRecord()
    {
        using var repository = new Repository(package, "Anthropic/12.36.0").AddFeed(package, Attempts.Library("Anthropic", "12.36.0"))
            .AddPolicy(Rule.Replace("\"action\"", "\"exemptable\": false, \"action\"", StringComparison.Ordinal), Policy)
            .AddApp("A", "net10.0", "Anthropic").AddApp("B", "net10.0", "Anthropic").AddSolution(["A/A.csproj", "B/B.csproj"]).Add("CLAUDE.md", "# Notes")
            .Add("ai-tool-exemptions.json", """
                { "exemptions": [
                { "tool": "anthropic-api", "justification": "Needed until the gateway has moved", "owner": "jane@contoso.example", "expires": "DAY" },
                { "tool": "claude-code", "justification": "Needed until the gateway has moved", "owner": "jane@contoso.example", "expires": "9998-01-01" },
                { "tool": "openai-api" } ] }
                """.Replace("DAY", DateTime.UtcNow.AddDays(60).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal));

        var build = await repository.BuildAsync("All.slnx", "-m:1");
        var graph = await repository.RunAsync("msbuild", "All.slnx", "-graph", "-isolate");

        Assert.All([build, graph], result => Assert.Equal(
            """
            A/A.csproj(4,5): warning AITP1001
            B/B.csproj(4,5): warning AITP1001
            CLAUDE.md(1,1): warning AITP1006
            Directory.Packages.props(4,5): warning AITP1001
            ai-tool-exemptions.json(2,1): warning AITP2005
            ai-tool-exemptions.json(3,125): warning AITP2005
            ai-tool-exemptions.json(4,1): warning AITP2001
            ai-tool-exemptions.json(4,1): warning AITP2001
            ai-tool-exemptions.json(4,1): warning AITP2001
            """,
            result.Places));
    }
}
