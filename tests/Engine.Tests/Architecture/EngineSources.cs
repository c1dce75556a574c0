using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace AiToolPolicy.Engine.Tests.Architecture;

/// <summary>The engine's source files, compiled in memory.</summary>
internal static class EngineSources
{
    private const string ImplicitUsings = """
        global using System; global using System.Collections.Generic; global using System.IO; global using System.Linq;
        global using System.Net.Http; global using System.Threading; global using System.Threading.Tasks;
        """;

    private static readonly CSharpParseOptions Language = new(LanguageVersion.Latest);

    /// <summary>The whole engine.</summary>
    public static Lazy<CSharpCompilation> Engine { get; } = new(() =>
        Compile(Surroundings.SourceFiles("src/Engine").Select(path => (path, File.ReadAllText(Path.Combine(Surroundings.Root, path)))).Append(("ImplicitUsings.cs", ImplicitUsings))));

    public static CSharpCompilation EngineWith(string path, string text) => Engine.Value.AddSyntaxTrees(CSharpSyntaxTree.ParseText(text, Language, path));

    public static CSharpCompilation Compile(IEnumerable<(string Path, string Text)> files) => CSharpCompilation.Create(
        "Engine",
        files.Select(file => CSharpSyntaxTree.ParseText(file.Text, Language, file.Path)),
        References.Value,
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));

    // What this process runs on, but for the engine itself: its sources stand for it.
    private static readonly Lazy<IReadOnlyList<MetadataReference>> References = new(() =>
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => !Path.GetFileName(path).StartsWith("AiToolPolicy", StringComparison.Ordinal))
            .Select(path => MetadataReference.CreateFromFile(path)),
    ]);
}
