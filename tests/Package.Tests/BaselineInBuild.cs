using AiToolPolicy.Package.Tests.Infrastructure;

namespace AiToolPolicy.Package.Tests;

/// <summary>A repository with 300 findings and a baseline of them, in real builds.</summary>
public sealed class BaselineInBuild(PackedPackage package)
{
    private const int AgentFiles = 298;

    [Fact]
    public async Task Build_isGreenForWhatWasThere_andRedForWhatIsNew()
    {
        using var repository = new Repository(package, "Anthropic/12.36.0")
            .AddPolicy("""{ "id": "r", "tools": ["vendor:anthropic"], "action": "deny" }""", """ "default": "allow", "generic": "allow",""")
            .AddApp("App", "net10.0", "Anthropic");
        for (var i = 0; i < AgentFiles; i++)
        {
            repository.Add($"notes{i}/CLAUDE.md", "# Notes");
        }

        var taken = await Tool("baseline", repository.Root, "--owner", "platform@contoso.example", "--justification", "What was there when the policy came.");
        Assert.Contains("300 findings are exempted", taken.Output, StringComparison.Ordinal);
        var green = await repository.BuildAsync("App");
        Assert.True(green.ExitCode == 0 && green.Places.Length == 0, green.Output);

        // Moved lines change nothing.
        var project = Path.Combine(repository.Root, "App/App.csproj");
        repository.Add("App/App.csproj", "<!-- moved -->\n\n" + File.ReadAllText(project));
        var moved = await repository.BuildAsync("App", "--no-restore");
        Assert.True(moved.ExitCode == 0 && moved.Places.Length == 0, moved.Output);

        // What is new is red; what is gone is asked to be taken out.
        repository.Add("new/CLAUDE.md", "# Notes");
        File.Delete(Path.Combine(repository.Root, "notes7/CLAUDE.md"));
        var red = await repository.BuildAsync("App", "--no-restore", "-p:AiToolPolicyReport=red.sarif");
        Assert.Equal((1, "new/CLAUDE.md(1,1): error AITP1006"), (red.ExitCode, red.Places));
        Assert.Contains("|notes7/CLAUDE.md' matches nothing that the policy restricts", File.ReadAllText(Path.Combine(repository.Root, "red.sarif")), StringComparison.Ordinal);
        Assert.Equal(1, (await Tool("baseline", repository.Root, "--check")).ExitCode);
        Assert.Contains("1 taken out.", (await Tool("baseline", repository.Root)).Output, StringComparison.Ordinal);
        Assert.Equal(0, (await Tool("baseline", repository.Root, "--check")).ExitCode);
    }

    [Fact]
    public async Task WhatOnlyABuildFinds_isTakenFromTheLastOne()
    {
        using var repository = new Repository(package, "Anthropic/12.36.0", "ModelContextProtocol/2.3.1")
            .AddPolicy("""{ "id": "r", "tools": ["vendor:anthropic", "microsoft-extensions-ai"], "action": "deny" }""", """ "default": "allow",""")
            .AddApp("App", "net10.0", "Anthropic", "ModelContextProtocol")
            .Add("App/Program.cs", "using Anthropic;\nvar client = new AnthropicClient();\nSystem.Console.WriteLine($\"{client} https://api.anthropic.com\");\n");
        string[] terms = ["--owner", "platform@contoso.example", "--justification", "What was there when the policy came."];
        Assert.Equal("App/App.csproj(4,5): error AITP1001\nApp/App.csproj(4,5): error AITP1001\nApp/App.csproj(5,5): error AITP1001\nDirectory.Packages.props(4,5): error AITP1001", (await repository.BuildAsync("App")).Places);

        // The package and what comes in behind the other one; then what the compiler could now be asked about.
        Assert.Contains("findings are exempted", (await Tool(["baseline", repository.Root, .. terms])).Output, StringComparison.Ordinal);
        Assert.Equal("App/Program.cs(1,7): error AITP1009\nApp/Program.cs(3,36): error AITP1010", (await repository.BuildAsync("App")).Places);
        Assert.Contains("(found by the last build)", (await Tool("baseline", repository.Root)).Output, StringComparison.Ordinal);
        Assert.Contains("2 findings are exempted", (await Tool(["baseline", repository.Root, "--new", .. terms])).Output, StringComparison.Ordinal);
        var green = await repository.BuildAsync("App");
        Assert.True(green.ExitCode == 0 && green.Places.Length == 0, green.Output);

        // Moved lines change nothing, a new use in another file is red, and what is gone is asked to be taken out.
        repository.Add("App/Program.cs", "// Moved.\n\nusing Anthropic;\nvar client = new AnthropicClient();\nSystem.Console.WriteLine(client);\n").Add("App/More.cs", "class More { Anthropic.AnthropicClient? Client { get; } }");
        Assert.Equal("App/More.cs(1,14): error AITP1009", (await repository.BuildAsync("App")).Places);
        File.Delete(Path.Combine(repository.Root, "App/More.cs"));
        Assert.Equal(1, (await Tool("baseline", repository.Root, "--check")).ExitCode);
    }

    private static Task<CommandResult> Tool(params string[] arguments) =>
        DotNet.RunAsync(SourceTree.Root, ["run", "--project", "src/Tool", "--", .. arguments]);
}
