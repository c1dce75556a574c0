using System.Runtime.CompilerServices;

namespace AiToolPolicy.Engine.Tests;

/// <summary>Files outside the test's own text: the repository, and test data of other projects where the machine has it.</summary>
internal static class Surroundings
{
    private const string CorporaVariable = "AITOOLPOLICY_CORPORA";

    /// <summary>The folder that holds <c>Analyzers.sln</c>.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>A file or folder of the corpora; without them the test is skipped.</summary>
    public static string Corpus(string relative, [CallerMemberName] string test = "")
    {
        var folder = Environment.GetEnvironmentVariable(CorporaVariable);
        Assert.SkipWhen(string.IsNullOrEmpty(folder), $"{test} needs {relative} in the folder that {CorporaVariable} names.");
        return Path.Combine(folder!, relative);
    }

    /// <summary>C# files under a folder of the repository, build output left out; paths relative to the root with forward slashes.</summary>
    public static IEnumerable<string> SourceFiles(string folder) =>
        Directory.EnumerateFiles(Path.Combine(Root, folder), "*.cs", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(Root, path).Replace('\\', '/'))
            .Where(path => !path.Split('/').Any(part => part is "bin" or "obj"))
            .Order(StringComparer.Ordinal);

    private static string FindRoot()
    {
        for (var folder = AppContext.BaseDirectory; folder is not null; folder = Path.GetDirectoryName(folder))
        {
            if (File.Exists(Path.Combine(folder, "Analyzers.sln")))
            {
                return folder;
            }
        }

        throw new InvalidOperationException("The tests run outside the repository.");
    }
}
