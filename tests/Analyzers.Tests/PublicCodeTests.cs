using System.Globalization;
using AiToolPolicy.Analyzers.Tests.Verifiers;
using Microsoft.CodeAnalysis;

namespace AiToolPolicy.Analyzers.Tests;

/// <summary>
/// Checkouts of public code that uses no AI tools, named by the environment variable AITOOLPOLICY_PUBLIC_CODE (folders with the path separator
/// between them): a policy that denies everything has nothing to say of their sources.
/// </summary>
public sealed class PublicCodeTests
{
    private const string DenyAll = """{ "default": "deny", "generic": "deny", "unknown": "deny", "rules": [ { "tools": ["*"], "action": "deny" } ] }""";

    [Theory]
    [InlineData(LanguageNames.CSharp, "*.cs")]
    [InlineData(LanguageNames.VisualBasic, "*.vb")]
    public async Task CodeWithoutAiTools_isSilent(string language, string pattern)
    {
        var folders = Environment.GetEnvironmentVariable("AITOOLPOLICY_PUBLIC_CODE")?.Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries) ?? [];
        Assert.SkipWhen(folders.Length == 0, "AITOOLPOLICY_PUBLIC_CODE names no folder.");
        var files = folders.SelectMany(folder => Directory.EnumerateFiles(folder, pattern, SearchOption.AllDirectories)).Order(StringComparer.Ordinal).ToList();
        var test = new AnalyzerTest(language, [.. files.Select(File.ReadAllText)]) { Policy = DenyAll, References = [] };

        var found = await test.RunAsync(TestContext.Current.CancellationToken);

        TestContext.Current.TestOutputHelper?.WriteLine($"{files.Count} files");
        Assert.NotEmpty(files);
        Assert.Equal("", string.Join('\n', found.Select(d => $"{files[int.Parse(Path.GetFileNameWithoutExtension(d.Location.SourceTree!.FilePath)["File".Length..], CultureInfo.InvariantCulture)]}: {d.GetMessage(CultureInfo.InvariantCulture)}")));
    }
}
