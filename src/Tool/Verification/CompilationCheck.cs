using AiToolPolicy.Engine.Text;

namespace AiToolPolicy.Tool.Verification;

/// <summary>Whether the compiler was called so that the analyzer could speak.</summary>
internal static class CompilationCheck
{
    private const string Analyzer = "AiToolPolicy.Analyzers.dll";

    /// <param name="place">The package that made the check; null where it is not known.</param>
    /// <param name="root">The repository's root on the machine that built.</param>
    public static IEnumerable<Problem> Run(CompilerCall call, PackagePlace? place, string root)
    {
        if (!call.Analyzers.Any(path => LoggedPath.Name(path).Equals(Analyzer, StringComparison.OrdinalIgnoreCase)))
        {
            yield return Problem.Weakened($"The compiler was called without {Analyzer}: nothing looked at the source.");
        }
        else if (place is not null && !call.Analyzers.Any(path => LoggedPath.AreEqual(path, $"{place.Folder}/analyzers/dotnet/{Analyzer}")) && !HasPackageAnalyzer(call))
        {
            yield return Problem.Weakened($"The compiler was given an {Analyzer} that is not of the package.");
        }

        foreach (var problem in Switches(call).Concat(Surroundings(call, root)))
        {
            yield return problem;
        }
    }

    // The SDK form and a package reference may be of two versions; either brings its analyzer.
    private static bool HasPackageAnalyzer(CompilerCall call) => call.Analyzers.Any(path =>
        path.EndsWith("/analyzers/dotnet/" + Analyzer, StringComparison.OrdinalIgnoreCase) && path.Contains("/aitoolpolicy/", StringComparison.OrdinalIgnoreCase));

    private static IEnumerable<Problem> Switches(CompilerCall call)
    {
        if (call.Has("skipanalyzers+") || call.Has("skipanalyzers"))
        {
            yield return Problem.Weakened("The compiler was told to run no analyzers (/skipanalyzers+; RunAnalyzers is false).");
        }

        foreach (var name in (string[])["nowarn", "warnaserror-"])
        {
            foreach (var id in call.Values(name).SelectMany(Codes).Where(IsOurs).Distinct(StringComparer.OrdinalIgnoreCase))
            {
                yield return Problem.Weakened($"The compiler was told to be silent about {PlainText.Safe(id)} (/{name}).");
            }
        }

        if (call.Values("warn").Concat(call.Values("w")).Contains("0"))
        {
            yield return Problem.Weakened("The compiler was told to give no warnings (/warn:0).");
        }

        foreach (var ruleset in call.Values("ruleset"))
        {
            yield return Problem.Doubtful($"A rule set was in force, which may lower what the analyzer says: {Shown(ruleset)}.");
        }
    }

    private static IEnumerable<Problem> Surroundings(CompilerCall call, string root)
    {
        if (!LoggedPath.Name(call.TaskAssembly).Equals("Microsoft.Build.Tasks.CodeAnalysis.dll", StringComparison.OrdinalIgnoreCase))
        {
            yield return Problem.Weakened($"The compiler's task came from {Shown(call.TaskAssembly)} and not from the compiler.");
        }

        if (root.Length > 0 && LoggedPath.IsBelow(call.Compiler, root))
        {
            yield return Problem.Weakened($"The compiler came from the repository itself: {Shown(call.Compiler)}.");
        }

        foreach (var file in call.Values("analyzerconfig").Select(LoggedPath.Normal).Where(file => root.Length > 0 && IsForeign(file, root, call.Compiler)))
        {
            yield return Problem.Doubtful($"An analyzer configuration from outside the repository was handed to the compiler, which heeds it unless a nearer one says root = true: {Shown(file)}.");
        }
    }

    // The SDK and packages bring configurations of their own; a relative path is the project's.
    private static bool IsForeign(string file, string root, string compiler) =>
        Path.IsPathRooted(file) && !LoggedPath.IsBelow(file, root)
        && !(SdkFolder(compiler) is { Length: > 0 } sdk && LoggedPath.IsBelow(file, sdk))
        && !file.Contains("/.nuget/packages/", StringComparison.OrdinalIgnoreCase);

    // …/sdk/10.0.401/Roslyn/bincore/csc
    private static string SdkFolder(string compiler) =>
        compiler.LastIndexOf("/Roslyn/", StringComparison.OrdinalIgnoreCase) is var end and > 0 ? compiler[..end] : "";

    private static string[] Codes(string list) => list.Split([',', ';', ' '], StringSplitOptions.RemoveEmptyEntries);

    private static bool IsOurs(string code) => code.StartsWith("AITP", StringComparison.OrdinalIgnoreCase);

    private static string Shown(string path) => path.Length == 0 ? "nowhere" : PlainText.Safe(path);
}
