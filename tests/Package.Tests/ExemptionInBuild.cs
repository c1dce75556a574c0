using System.Globalization;
using System.Text.Json;
using AiToolPolicy.Package.Tests.Infrastructure;

namespace AiToolPolicy.Package.Tests;

/// <summary>Exemptions in a real build: what they cover, and the day on which they end.</summary>
public sealed class ExemptionInBuild(PackedPackage package)
{
    private const string Rule = """{ "id": "r", "tools": ["vendor:anthropic"], "action": "deny" }""";

    private static readonly string Today = Day(0);

    private static readonly string Tomorrow = Day(1);

    private static string Day(int days) => DateTime.UtcNow.AddDays(days).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Exemptions(params string[] targets) => "{ \"exemptions\": [\n" + string.Join(",\n", targets.Select(target =>
        $$"""{ {{target}}, "justification": "The importer cannot do without it.", "owner": "jane@contoso.example", "expires": "{{Today}}" }""")) + "\n] }";

    private Repository NewRepository() => new Repository(package, "Anthropic/12.36.0")
        .AddPolicy(Rule, """ "default": "allow", "generic": "allow",""")
        .AddApp("App", "net10.0", "Anthropic")
        .Add("App/Program.cs", "System.Console.WriteLine(\"https://api.anthropic.com\");")
        .Add("CLAUDE.md", "# Notes");

    [Fact]
    public async Task Last_day_is_green_with_a_notice_and_the_next_day_red_and_the_reports_of_both_tell_why()
    {
        using var repository = NewRepository().Add("ai-tool-exemptions.json", Exemptions("\"tool\": \"anthropic-api\"", "\"tool\": \"claude-code\""));

        var today = await repository.BuildAsync("App", "-p:AiToolPolicyReport=today.sarif");
        var tomorrow = await repository.BuildAsync("App", "--no-restore", $"-p:AiToolPolicyAsOf={Tomorrow}", "-p:AiToolPolicyReport=tomorrow.sarif");

        Assert.True(today.ExitCode == 0 && today.Places.Length == 0, today.Output);
        Assert.Contains(", 2 exempted (projects report their own)", today.Output, StringComparison.Ordinal);
        Assert.Equal(
            """
            App/App.csproj(4,5): error AITP1001
            CLAUDE.md(1,1): error AITP1006
            Directory.Packages.props(4,5): error AITP1001
            ai-tool-exemptions.json(2,127): warning AITP2002
            ai-tool-exemptions.json(3,125): warning AITP2002
            """,
            tomorrow.Places);
        Assert.Equal(1, tomorrow.ExitCode);
        Assert.Equal(["AITP1001 suppressed", "AITP1006 suppressed", "AITP2003", "AITP2003"], Results(repository, "today.sarif"));
        Assert.Equal(["AITP1001 suppressed"], Results(repository, "today.App-App.sarif"));
        Assert.Equal(["AITP1001", "AITP1006", "AITP2002", "AITP2002"], Results(repository, "tomorrow.sarif"));
        Assert.Equal(["AITP1001"], Results(repository, "tomorrow.App-App.sarif"));
    }

    [Fact]
    public async Task Source_is_exempted_until_the_day_after_and_nothing_is_compiled_before_it()
    {
        using var repository = NewRepository().Add("ai-tool-exemptions.json", Exemptions("\"tool\": \"anthropic-api\"", "\"tool\": \"claude-code\""))
            .AddPolicy(Rule.Replace("\"deny\"", "\"warn\"", StringComparison.Ordinal), """ "default": "allow", "generic": "allow",""");
        var assembly = Path.Combine(repository.Root, "App/obj/Debug/net10.0/App.dll");
        var first = await repository.BuildAsync("App");
        var compiled = File.GetLastWriteTimeUtc(assembly);

        var again = await repository.BuildAsync("App", "--no-restore", "-p:AiToolPolicyReport=again.sarif");
        Assert.Equal(compiled, File.GetLastWriteTimeUtc(assembly));
        var tomorrow = await repository.BuildAsync("App", "--no-restore", $"-p:AiToolPolicyAsOf={Tomorrow}", "-p:AiToolPolicyReport=tomorrow.sarif");

        Assert.Equal(["AITP1010 suppressed"], Results(repository, "again.App-App.source.sarif"));
        Assert.Equal(["AITP1010"], Results(repository, "tomorrow.App-App.source.sarif"));
        Assert.True(first.Places.Length + again.Places.Length == 0, first.Output + again.Output);
        Assert.Contains("App/Program.cs(1,26): warning AITP1010", tomorrow.Places, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Items_and_metadata_in_projects_and_comments_in_files_exempt_alike_for_build_and_tool()
    {
        var terms = $"Justification=\"The importer cannot do without it.\" Owner=\"jane@contoso.example\" Expires=\"{Day(60)}\"";
        using var repository = NewRepository()
            .Add("App/App.csproj", $"""
                <Project Sdk="Microsoft.NET.Sdk">
                  <PropertyGroup><TargetFramework>net10.0</TargetFramework><OutputType>Exe</OutputType></PropertyGroup>
                  <ItemGroup>
                    <AiToolPolicyExemption Include="anthropic-api" {terms} />
                    <PackageReference Include="Anthropic" />
                  </ItemGroup>
                </Project>
                """)
            .Add("Directory.Packages.props", File.ReadAllText(Path.Combine(NewRepositoryProps(out var source), "Directory.Packages.props"))
                .Replace("Version=\"12.36.0\"", "Version=\"12.36.0\" " + terms.Replace("Justification", "AiToolPolicyJustification", StringComparison.Ordinal).Replace("Owner", "AiToolPolicyOwner", StringComparison.Ordinal).Replace("Expires", "AiToolPolicyExpires", StringComparison.Ordinal), StringComparison.Ordinal))
            .Add("Dockerfile", $"FROM node:22\n# ai-tool-policy: exempt claude-code justification=\"The image has it until the move.\" owner=jane@contoso.example expires={Day(60)}\nRUN npm install -g @anthropic-ai/claude-code\n");
        source.Dispose();
        File.Delete(Path.Combine(repository.Root, "CLAUDE.md"));

        var build = await repository.BuildAsync("App");
        var scan = await DotNet.RunAsync(SourceTree.Root, "run", "--project", "src/Tool", "--", "scan", repository.Root, "--show-exempted");

        Assert.True(build.ExitCode == 0 && build.Places.Length == 0, build.Output);
        Assert.True(scan.ExitCode == 0, scan.Output);
        Assert.Contains("0 errors, 0 warnings, 0 notices, 3 exempted", scan.Output, StringComparison.Ordinal);
    }

    // A second repository only for its file of central versions, which names the packed package.
    private string NewRepositoryProps(out Repository repository) => (repository = NewRepository()).Root;

    private static IEnumerable<string> Results(Repository repository, string report)
    {
        using var json = JsonDocument.Parse(File.ReadAllText(Path.Combine(repository.Root, report)));
        return [.. json.RootElement.GetProperty("runs")[0].GetProperty("results").EnumerateArray()
            .Select(result => result.GetProperty("ruleId").GetString() + (result.TryGetProperty("suppressions", out _) ? " suppressed" : ""))
            .Order(StringComparer.Ordinal)];
    }
}
