using System.Diagnostics;
using AiToolPolicy.Engine.Catalog;
using AiToolPolicy.Files.Tests;

namespace AiToolPolicy.Tool.Tests;

/// <summary>The built tool as a process of its own.</summary>
public sealed class ProcessTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Version_is_told() => Assert.Matches(@"^[0-9]+\.[0-9]+\.[0-9]+", Run("--version").Output);

    [Theory]
    [InlineData("--help")]
    [InlineData("scan", "--help")]
    public void Help_is_no_failure(params string[] arguments)
    {
        var (code, output, error) = Run(arguments);

        Assert.Equal((0, ""), (code, error));
        Assert.Contains("Usage:", output, StringComparison.Ordinal);
    }

    [Fact]
    public void No_command_is_unusable() => Assert.Equal(2, Run().Code);

    [Fact]
    public void Sample_policy_judges_a_repository_with_git()
    {
        Assert.SkipUnless(Git.IsThere, "git is not installed.");
        Git.Init(_folder.Path);
        _folder.Write("App.csproj", Scan.Project("Anthropic"));
        _folder.Write(".gitignore", "*.csproj\n");
        _folder.Write("Ignored.csproj", Scan.Project("Anthropic"));
        Git.Run(_folder.Path, "add", "-f", "App.csproj");
        var sample = Path.Combine(AppContext.BaseDirectory, "Samples", "restricted-list.json");

        var (code, output, error) = Run("scan", _folder.Path, "--policy", sample, "--as-of", "9999-12-31");

        Assert.Equal((1, ""), (code, error));
        Assert.StartsWith("App.csproj(3,5): error AITP1001: Package 'Anthropic' 1.0.0, direct reference · ", output, StringComparison.Ordinal);
        Assert.DoesNotContain("Ignored.csproj", output, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', output);
    }

    [Fact]
    public void Current_folder_is_the_default_and_a_folder_without_git_will_do()
    {
        _folder.Write("ai-tool-policy.json", Scan.Policy);
        _folder.Write("src/App.csproj", Scan.Project("Acme"));

        var (code, output, _) = Run("scan");

        Assert.Equal(1, code);
        Assert.StartsWith("src/App.csproj(3,5): error AITP1001: ", output, StringComparison.Ordinal);
    }

    [Fact]
    public void Output_is_utf8_without_a_mark()
    {
        _folder.Write("ai-tool-policy.json", Scan.Policy);
        _folder.Write("größe.csproj", Scan.Project("Acme"));

        Assert.StartsWith("größe.csproj(3,5)", Run("scan", "--format", "text").Output, StringComparison.Ordinal);
    }

    private (int Code, string Output, string Error) Run(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            WorkingDirectory = _folder.Path,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = new System.Text.UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
        };
        foreach (var session in CompiledCatalog.Embedded.Signatures.Where(signature => signature.IsAgentSession))
        {
            start.Environment.Remove(session.Value);
        }

        foreach (var argument in arguments.Prepend(typeof(Cli).Assembly.Location).Prepend("exec"))
        {
            start.ArgumentList.Add(argument);
        }

        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output, error.GetAwaiter().GetResult());
    }
}
