using System.Text.Json;
using System.Text.RegularExpressions;
using AiToolPolicy.Package.Tests.Infrastructure;

namespace AiToolPolicy.Package.Tests;

/// <summary>A policy of an organisation's, a repository's and a project's layer in a real build.</summary>
public sealed class LayeredPolicy(PackedPackage package)
{
    private const string Org = """{ "name": "Org", "rules": [ { "id": "org", "tools": ["vendor:anthropic"], "action": "deny", "reason": "Theirs." } ] }""";

    [Fact]
    public async Task Build_holdsEveryLayer_andTellsEachAttemptToRelax()
    {
        using var repository = new Repository(package, "Anthropic/12.36.0", "OpenAI/2.10.0")
            .Add("org/policy.json", Org)
            .Add("ai-tool-policy.json", """{ "name": "Repo", "extends": "org/policy.json", "rules": [ { "tools": ["claude-code"], "action": "allow" } ] }""")
            .Add("src/A/ai-tool-policy.json", """{ "name": "A", "rules": [ { "id": "a", "tools": ["openai-api"], "action": "warn" }, { "tools": ["anthropic-api"], "action": "allow" } ] }""")
            .AddApp("src/A", "net10.0", "Anthropic", "OpenAI").AddApp("src/B", "net10.0", "OpenAI")
            .Add("All.slnx", """<Solution><Project Path="src/A/A.csproj" /><Project Path="src/B/B.csproj" /></Solution>""");

        var build = await repository.BuildAsync("All.slnx");

        Assert.Equal(1, build.ExitCode);
        Assert.Equal(
            [
                "ai-tool-policy.json: error AITP3003", "src/A/A.csproj: error AITP1001 by rule 'org' of policy 'Org'", "src/A/A.csproj: warning AITP1001 by rule 'a' of policy 'A'",
                "src/A/ai-tool-policy.json: error AITP3003",
            ],
            build.Diagnostics.Select(d => $"{d.Path}: {d.Severity} {d.Code}{By(d.Message)}").Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Analyzer_judgesSourceByLayersAboveThePolicy()
    {
        using var repository = new Repository(package, "Anthropic/12.36.0")
            .Add("org/policy.json", """{ "name": "Org", "rules": [ { "id": "org", "tools": ["vendor:anthropic"], "action": "warn" } ] }""")
            .Add("ai-tool-policy.json", """{ "name": "Repo", "extends": "org/policy.json" }""")
            .AddApp("src/A", "net10.0")
            .Add("src/A/Program.cs", "System.Console.WriteLine(\"https://api.anthropic.com/v1\");");

        var build = await repository.BuildAsync("src/A/A.csproj");

        var finding = Assert.Single(build.Diagnostics, d => d.Code == "AITP1010");
        Assert.Contains("by rule 'org' of policy 'Org'", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Preview_equalsABuildWithThatDay()
    {
        using var repository = new Repository(package, "Anthropic/12.36.0", "OpenAI/2.10.0")
            .Add("org/policy.json", """{ "name": "Org", "rules": [ { "id": "org", "tools": ["vendor:anthropic"], "action": "deny", "effective": "2099-01-01" } ] }""")
            .Add("ai-tool-policy.json", """{ "name": "Repo", "extends": "org/policy.json", "rules": [ { "id": "repo", "tools": ["openai-api"], "action": "warn" } ] }""")
            .AddApp("src/A", "net10.0", "Anthropic").AddApp("src/B", "net10.0", "OpenAI").Add("CLAUDE.md", "# Notes")
            .Add("All.slnx", """<Solution><Project Path="src/A/A.csproj" /><Project Path="src/B/B.csproj" /></Solution>""");

        var build = await repository.BuildAsync("All.slnx", "-p:AiToolPolicyAsOf=2099-01-01");
        var preview = await DotNet.RunAsync(SourceTree.Root, "run", "--project", "src/Tool", "--", "preview", repository.Root, "--on", "2099-01-01", "--format", "json");

        Assert.True(preview.ExitCode == 0, preview.Output);
        using var json = JsonDocument.Parse(preview.Output);
        var expected = json.RootElement.GetProperty("groups").EnumerateArray().SelectMany(group => group.GetProperty("findings").EnumerateArray())
            .Select(f => $"{f.GetProperty("path")}({f.GetProperty("line")},{f.GetProperty("column")}): {f.GetProperty("severity")} {f.GetProperty("rule")}: {f.GetProperty("message")}");
        Assert.NotEmpty(build.Diagnostics);
        Assert.Equal(
            expected.Order(StringComparer.Ordinal),
            build.Diagnostics.Where(d => d.Severity is "error" or "warning").Select(d => $"{d.Path}({d.Line},{d.Column}): {d.Severity} {d.Code}: {d.Message[..d.Message.LastIndexOf(" (https://", StringComparison.Ordinal)]}").Order(StringComparer.Ordinal));
    }

    private static string By(string message) => Regex.Match(message, " by rule '[^']+' of policy '[^']+'").Value;
}
