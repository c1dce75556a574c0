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
