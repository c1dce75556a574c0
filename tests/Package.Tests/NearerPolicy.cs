using System.Text.Json;
using AiToolPolicy.Package.Tests.Infrastructure;

namespace AiToolPolicy.Package.Tests;

/// <summary>Stricter policies in folders of a repository: build, scan and preview judge each file by the layers that hold for it.</summary>
public sealed class NearerPolicy(PackedPackage package)
{
    private const string Day = "2099-01-01";

    [Fact]
    public async Task ScanOfTheRoot_equalsTheBuild()
    {
        using var repository = new Repository(package, "Anthropic/12.36.0", "OpenAI/2.10.0")
            .AddPolicy("""{ "id": "r", "tools": ["vendor:anthropic", "openai-api"], "action": "warn" }""")
            .Add("src/A/ai-tool-policy.json", """{ "name": "A", "rules": [ { "id": "a", "tools": ["vendor:anthropic"], "action": "deny" }, { "tools": ["openai-api"], "action": "allow" } ] }""")
            .Add("web/ai-tool-policy.json", """{ "name": "Web", "nmae": 1, "rules": [ { "id": "w", "tools": ["vendor:anthropic"], "action": "deny" } ] }""")
            .AddApp("src/A", "net10.0", "Anthropic", "OpenAI").AddApp("src/B", "net10.0", "Anthropic")
            .Add("CLAUDE.md", "# Notes").Add("src/A/CLAUDE.md", "# Notes").Add("src/A/deep/CLAUDE.md", "# Notes").Add("src/B/CLAUDE.md", "# Notes")
            .Add("web/package.json", """{ "dependencies": { "@anthropic-ai/sdk": "^0.60.0" } }""")
            .Add("All.slnx", """<Solution><Project Path="src/A/A.csproj" /><Project Path="src/B/B.csproj" /></Solution>""");

        var build = await repository.BuildAsync("All.slnx");
        var scan = await Tool.RunAsync("scan", repository.Root, "--format", "json");

        Assert.Equal(1, build.ExitCode);
        Assert.Equal(Scanned(scan.Output), Built(build));
        Assert.Equal(
            ["CLAUDE.md warning", "src/A/A.csproj error", "src/A/A.csproj warning", "src/A/CLAUDE.md error", "src/A/deep/CLAUDE.md error", "src/B/B.csproj warning", "src/B/CLAUDE.md warning", "web/package.json error"],
            build.Diagnostics.Where(d => d.Code.StartsWith("AITP1", StringComparison.Ordinal) && d.Path != "Directory.Packages.props").Select(d => $"{d.Path} {d.Severity}").Distinct().Order(StringComparer.Ordinal));
        Assert.Equal(["src/A/ai-tool-policy.json AITP3003", "web/ai-tool-policy.json AITP3001"], build.Diagnostics.Where(d => d.Code.StartsWith("AITP3", StringComparison.Ordinal)).Select(d => $"{d.Path} {d.Code}"));
    }

    [Fact]
    public async Task MistakeInAPolicyThatGitIgnores_isToldByTheProjectBelow()
    {
        using var repository = new Repository(package).AddPolicy("""{ "tools": ["vendor:anthropic"], "action": "warn" }""")
            .Add(".gitignore", "out/\n").Add("out/ai-tool-policy.json", """{ "nmae": "x", "default": "deny" }""").AddApp("out/App", "net10.0");
        Directory.Delete(Path.Combine(repository.Root, ".git"));
        Assert.Equal(0, (await Run("git", repository.Root, "init", "-q")).ExitCode);

        var build = await repository.BuildAsync("out/App");

        Assert.Equal("out/ai-tool-policy.json(1,3): error AITP3001", build.Places);
        Assert.Equal(1, build.ExitCode);
    }

    [Fact]
    public async Task Preview_equalsTheBuildOfThatDay_alsoForWhatComesInBehindReferences()
    {
        using var repository = new Repository(package, "Anthropic/12.36.0", "ModelContextProtocol/2.3.1", "OpenAI/2.10.0")
            .Add("Directory.Build.props", """
                <Project>
                  <ItemGroup>
                    <PackageReference Include="OpenAI" />
                  </ItemGroup>
                </Project>
                """)
            .AddPolicy($$"""{ "id": "r", "tools": ["vendor:anthropic"], "action": "deny", "effective": "{{Day}}" }, { "id": "t", "tools": ["microsoft-extensions-ai"], "action": "warn", "transitive": { "effective": "{{Day}}" } }""")
            .Add("src/A/ai-tool-policy.json", $$"""{ "name": "A", "rules": [ { "id": "a", "tools": ["microsoft-extensions-ai"], "action": "deny", "transitive": { "effective": "{{Day}}" } }, { "id": "shared", "tools": ["openai-api"], "action": "deny" } ] }""")
            .AddApp("src/A", "net10.0", "ModelContextProtocol", "Anthropic").AddApp("src/B", "net10.0", "ModelContextProtocol")
            .Add("src/A/CLAUDE.md", "# Notes")
            .Add("All.slnx", """<Solution><Project Path="src/A/A.csproj" /><Project Path="src/B/B.csproj" /></Solution>""");

        var build = await repository.BuildAsync("All.slnx", $"-p:AiToolPolicyAsOf={Day}");
        var preview = await Tool.RunAsync("preview", repository.Root, "--on", Day, "--format", "json");

        Assert.True(preview.ExitCode == 0, preview.Output);
        using var json = JsonDocument.Parse(preview.Output);
        var expected = json.RootElement.GetProperty("groups").EnumerateArray().SelectMany(group => group.GetProperty("findings").EnumerateArray()).Select(finding => Line(finding, finding));
        Assert.Equal(expected.Order(StringComparer.Ordinal), Built(build).Order(StringComparer.Ordinal));
        Assert.Contains(build.Diagnostics, d => d is { Path: "src/A/A.csproj", Severity: "error" } && d.Message.Contains(" → Microsoft.Extensions.AI", StringComparison.Ordinal));
        Assert.Contains("OpenAI", Assert.Single(build.Diagnostics, d => d is { Path: "Directory.Build.props", Severity: "error" }).Message, StringComparison.Ordinal);
        Assert.Contains(build.Diagnostics, d => d is { Path: "src/B/B.csproj", Severity: "warning" } && d.Message.Contains(" → Microsoft.Extensions.AI", StringComparison.Ordinal));
    }

    private static IEnumerable<string> Built(BuildResult build) => build.Diagnostics.Select(d => $"{d.Path}({d.Line},{d.Column}): {d.Severity} {d.Code}: {Words(d.Message)}");

    // In a build the rule's page and the helper project follow the message.
    private static string Words(string message) => message[..message.LastIndexOf(" (https://", StringComparison.Ordinal)];

    private static List<string> Scanned(string output)
    {
        using var report = JsonDocument.Parse(output);
        return [.. report.RootElement.GetProperty("findings").EnumerateArray().Select(finding => Line(finding, finding.GetProperty("location")))];
    }

    private static string Line(JsonElement finding, JsonElement place) =>
        $"{place.GetProperty("path")}({place.GetProperty("line")},{place.GetProperty("column")}): {finding.GetProperty("severity")} {finding.GetProperty("rule")}: {finding.GetProperty("message")}";

    private static async Task<CommandResult> Run(string command, string folder, params string[] arguments)
    {
        using var process = System.Diagnostics.Process.Start(new System.Diagnostics.ProcessStartInfo(command, arguments) { WorkingDirectory = folder })!;
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return new CommandResult(process.ExitCode, "");
    }
}
