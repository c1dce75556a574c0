using System.Text.Json;
using AiToolPolicy.Package.Tests.Infrastructure;

namespace AiToolPolicy.Package.Tests;

/// <summary>The build and the tool find the same in the same repository, in the same words.</summary>
public sealed class ToolAgreement(PackedPackage package)
{
    [Fact]
    public async Task BuildAndScan_sayTheSame()
    {
        using var repository = new Repository(package, "Anthropic/12.36.0", "OpenAI/2.10.0")
            .AddPolicy("""{ "id": "r", "tools": ["vendor:anthropic", "openai-api"], "action": "warn" }""")
            .AddApp("src/A", "net10.0", "Anthropic").AddApp("src/B", "net10.0;net9.0", "OpenAI")
            .Add("CLAUDE.md", "# Notes").Add("src/A/.claude/settings.json", "{}")
            .Add(".config/dotnet-tools.json", """{ "version": 1, "isRoot": true, "tools": { "openai": { "version": "2.10.0", "commands": ["x"] } } }""")
            .Add("web/package.json", """{ "dependencies": { "@anthropic-ai/sdk": "^0.60.0" } }""")
            .Add("All.slnx", """<Solution><Project Path="src/A/A.csproj" /><Project Path="src/B/B.csproj" /></Solution>""");

        var build = await repository.BuildAsync("All.slnx");
        var scan = await DotNet.RunAsync(SourceTree.Root, "run", "--project", "src/Tool", "--", "scan", repository.Root, "--format", "json");

        Assert.True(build.ExitCode == 0 && scan.ExitCode == 0, build.Output + scan.Output);
        Assert.Equal(8, build.Diagnostics.Count);
        Assert.Equal(Lines(scan.Output), build.Diagnostics.Select(d => $"{d.Path}({d.Line},{d.Column}): {d.Severity} {d.Code}: {Words(d.Message)}"));
    }

    // In a build the rule's page and the helper project follow the message.
    private static string Words(string message) => message[..message.LastIndexOf(" (https://", StringComparison.Ordinal)];

    private static IEnumerable<string> Lines(string json)
    {
        using var report = JsonDocument.Parse(json);
        return [.. report.RootElement.GetProperty("findings").EnumerateArray().Select(Line)];
    }

    private static string Line(JsonElement finding)
    {
        var place = finding.GetProperty("location");
        return $"{place.GetProperty("path")}({place.GetProperty("line")},{place.GetProperty("column")}): {finding.GetProperty("severity")} {finding.GetProperty("rule")}: {finding.GetProperty("message")}";
    }
}
