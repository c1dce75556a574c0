using System.Text.RegularExpressions;

namespace AiToolPolicy.Package.Tests.Infrastructure;

/// <summary>The checkout these tests were built from.</summary>
internal static partial class SourceTree
{
    public static string Root { get; } = Find();

    /// <summary>The variables that agents set, as the catalog has them.</summary>
    public static IReadOnlySet<string> AgentVariables { get; } = Directory.GetFiles(Path.Combine(Root, "policy", "catalog"), "*.json")
        .SelectMany(file => AgentVariable().Matches(File.ReadAllText(file)))
        .Select(match => match.Groups["name"].Value)
        .ToHashSet();

    /// <summary>Waits until no other test process builds this checkout: test projects run side by side, and two builds of one project write the same files.</summary>
    /// <returns>What ends the turn when it is disposed of; the system ends it with the process.</returns>
    public static async Task<IDisposable> BuildAloneAsync()
    {
        var folder = Directory.CreateDirectory(Path.Combine(Root, "artifacts"));
        while (true)
        {
            try
            {
                return new FileStream(Path.Combine(folder.FullName, "tests.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(200), TestContext.Current.CancellationToken);
            }
        }
    }

    private static string Find()
    {
        for (var folder = AppContext.BaseDirectory; folder is not null; folder = Path.GetDirectoryName(folder))
        {
            if (File.Exists(Path.Combine(folder, "Analyzers.sln")))
            {
                return folder;
            }
        }

        throw new InvalidOperationException("Analyzers.sln is at no folder above the tests.");
    }

    [GeneratedRegex("\"kind\": \"env\", \"value\": \"(?<name>\\w+)\".*\"role\": \"agent-session\"", RegexOptions.ExplicitCapture)]
    private static partial Regex AgentVariable();
}
