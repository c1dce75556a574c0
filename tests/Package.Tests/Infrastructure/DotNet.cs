using System.Diagnostics;

namespace AiToolPolicy.Package.Tests.Infrastructure;

/// <summary>Runs the dotnet command as a user would, without what this test run was started with.</summary>
internal static class DotNet
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(8);

    public static Task<CommandResult> RunAsync(string folder, params string[] arguments) => RunAsync(folder, [], arguments);

    /// <param name="variables">Environment variables to set, by name and value.</param>
    public static async Task<CommandResult> RunAsync(string folder, IReadOnlyList<(string Name, string Value)> variables, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet") { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        Prepare(start.Environment);
        foreach (var (name, value) in variables)
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start) ?? throw new InvalidOperationException("dotnet did not start.");
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        using var limit = new CancellationTokenSource(Limit);
        await process.WaitForExitAsync(limit.Token);
        return new CommandResult(process.ExitCode, await output + await errors);
    }

    private static void Prepare(IDictionary<string, string?> environment)
    {
        // What the test host's own MSBuild has set would lead the child to other tools, and an agent that runs the tests would be found in them.
        foreach (var name in environment.Keys.Where(k => k.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase) || SourceTree.AgentVariables.Contains(k)).ToList())
        {
            environment.Remove(name);
        }

        environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        environment["DOTNET_NOLOGO"] = "1";
        environment["UseSharedCompilation"] = "true";
        environment["MSBUILDDISABLENODEREUSE"] = "1";
        environment["CI"] = "";
    }
}

internal sealed record CommandResult(int ExitCode, string Output);
