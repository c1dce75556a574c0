using AiToolPolicy.Package.Tests.Infrastructure;

namespace AiToolPolicy.Ide.Tests;

/// <summary><c>dotnet format analyzers</c>: another host that loads projects as editors do, and applies the fixes of source code.</summary>
public sealed class FormatTests(PackedPackage package)
{
    [Fact]
    public async Task Format_sees_and_mends_source_code()
    {
        using var repository = new Repository(package, "Anthropic/12.36.0")
            .AddPolicy("""{ "id": "r", "tools": ["vendor:anthropic"], "action": "warn" }""", """ "default": "allow", "generic": "allow",""")
            .AddApp("App", "net10.0", "Anthropic")
            .Add("App/Program.cs", "using System;\nusing Anthropic;\n\nConsole.WriteLine();\n");
        var restored = await DotNet.RunAsync(repository.Root, "restore", "App", "-tl:off");
        Assert.True(restored.ExitCode == 0, restored.Output);
        Task<CommandResult> FormatAsync(params string[] more) =>
            DotNet.RunAsync(repository.Root, ["format", "analyzers", "App/App.csproj", "--no-restore", "--severity", "warn", "--diagnostics", "AITP1009", "-v", "diag", .. more]);

        var seen = await FormatAsync("--verify-no-changes");
        var mended = await FormatAsync();

        Assert.DoesNotContain("Warnings were encountered while loading the workspace", seen.Output, StringComparison.Ordinal);
        Assert.True(seen.ExitCode != 0 && seen.Output.Contains("Program.cs(2,7): warning AITP1009", StringComparison.Ordinal), seen.Output);
        Assert.True(mended.ExitCode == 0, mended.Output);
        Assert.Equal("using System;\n\nConsole.WriteLine();\n", await File.ReadAllTextAsync(Path.Combine(repository.Root, "App/Program.cs"), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task File_based_app_loads_in_a_design_time_build()
    {
        using var repository = new Repository(package).AddPolicy("""{ "id": "r", "tools": ["vendor:anthropic"], "action": "warn" }""")
            .Add("app.cs", "System.Console.WriteLine(\"https://api.anthropic.com\");\n");

        var build = await repository.RunAsync("build", "app.cs", "-t:Compile", "-p:DesignTimeBuild=true", "-p:SkipCompilerExecution=true", "-p:ProvideCommandLineArgs=true", "-getItem:AdditionalFiles");

        Assert.True(build.ExitCode == 0, build.Output);
        Assert.Contains("ai-tool-policy.json", build.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("app.cs.csproj", build.Output.Split("\"AdditionalFiles\"")[^1], StringComparison.Ordinal);
    }
}
