using System.Text.Json;
using System.Xml.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AiToolPolicy.Engine.Tests.Architecture;

/// <summary>The engine has no disk, no environment, no clock and no network: the compiler says so.</summary>
public class BannedApiTests
{
    // Refused by the extended analyzer rules.
    private static readonly string[] HostAccess =
    [
        "System.IO.File.ReadAllText(\"a\")",
        "System.IO.Directory.GetFiles(\"a\")",
        "System.Environment.GetEnvironmentVariable(\"A\")",
        "System.Diagnostics.Process.Start(\"a\")",
        "System.Console.ReadLine()",
        "System.Globalization.CultureInfo.CurrentCulture",
    ];

    // Refused by the engine's own list.
    private static readonly string[] Listed =
    [
        "System.DateTime.Now", "System.DateTime.UtcNow", "System.DateTime.Today", "System.DateTimeOffset.Now", "System.DateTimeOffset.UtcNow",
        "new System.Diagnostics.Stopwatch()", "new System.Threading.Timer(_ => { })", "System.Guid.NewGuid()", "new System.Random()",
        "new System.Net.Http.HttpClient()", "new System.Net.Sockets.TcpClient()", "System.Net.Dns.GetHostName()",
        "new System.IO.FileStream(\"a\", System.IO.FileMode.Open)", "new System.IO.FileInfo(\"a\")", "new System.IO.DirectoryInfo(\"a\")",
        "new System.IO.StreamReader(\"a\")", "new System.IO.StreamWriter(\"a\")", "System.Xml.XmlReader.Create(\"a\")",
        "System.Xml.XmlReader.Create(\"a\", new System.Xml.XmlReaderSettings())", "System.Xml.Linq.XDocument.Load(\"a\")", "System.Xml.Linq.XElement.Load(\"a\")",
        "new System.Xml.XmlDocument()", "new System.Xml.XmlTextReader(\"a\")", "new System.Xml.XmlUrlResolver()",
    ];

    private static readonly string[] Harmless =
    [
        "System.IO.Path.GetFileName(\"a\")", "new System.IO.StringReader(\"a\")", "new System.IO.MemoryStream()", "new System.DateTime(2026, 7, 10)",
        "System.Xml.XmlReader.Create(new System.IO.StringReader(\"a\"))", "System.Globalization.CultureInfo.InvariantCulture",
    ];

    private static readonly string Project = Path.Combine(Surroundings.Root, "src/Engine");

    private static readonly string[] Banned = [.. File.ReadAllLines(Path.Combine(Project, "BannedSymbols.txt")).Where(line => line.Length > 0)];

    [Fact]
    public void The_engines_project_switches_the_rules_on()
    {
        var project = XDocument.Load(Path.Combine(Project, "Engine.csproj"));

        Assert.Equal("true", (string?)project.Descendants("EnforceExtendedAnalyzerRules").Single());
        Assert.Contains(project.Descendants("AdditionalFiles"), file => (string?)file.Attribute("Include") == "BannedSymbols.txt");
        Assert.Superset(
            new HashSet<string> { "Microsoft.CodeAnalysis.Analyzers", "Microsoft.CodeAnalysis.BannedApiAnalyzers" },
            project.Descendants("PackageReference").Select(package => (string)package.Attribute("Include")!).ToHashSet());
        Assert.DoesNotContain(project.Descendants("NoWarn"), element => element.Value.Contains("RS", StringComparison.Ordinal));
    }

    [Fact]
    public void Every_line_of_the_list_names_something_that_exists_and_says_why()
    {
        var compilation = Compile([]);

        Assert.All(Banned, line =>
        {
            var parts = line.Split("; ", 2);
            Assert.NotNull(DocumentationCommentId.GetFirstSymbolForDeclarationId(parts[0], compilation));
            Assert.EndsWith(".", parts[1], StringComparison.Ordinal);
        });
        Assert.Equal(Banned, Banned.Distinct());
    }

    [Fact]
    public void Every_way_to_a_clock_a_network_or_a_disk_is_on_the_list()
    {
        Assert.Equal("", string.Join("\n", Listed.Except(OnTheList(Listed))));
        Assert.Empty(OnTheList(Harmless));
    }

    [Fact]
    public async Task The_extended_rules_refuse_the_hosts_files_and_environment()
    {
        var compilation = Compile([.. HostAccess, .. Harmless]);
        var analyzers = new AnalyzerFileReference(Path.Combine(FolderOf("Microsoft.CodeAnalysis.Analyzers"), "analyzers/dotnet/cs/Microsoft.CodeAnalysis.CSharp.Analyzers.dll"), new AnalyzerHost())
            .GetAnalyzers(LanguageNames.CSharp).Where(analyzer => analyzer.SupportedDiagnostics.Any(d => d.Id == "RS1035"));
        var found = await compilation.WithAnalyzers([.. analyzers], new AnalyzerOptions([], new AnalyzerHost.Enforced())).GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken);

        Assert.Equal(Enumerable.Range(0, HostAccess.Length), found.Where(d => d.Id == "RS1035").Select(d => d.Location.GetLineSpan().StartLinePosition.Line).Distinct().Order());
    }

    private static IEnumerable<string> OnTheList(IReadOnlyList<string> expressions)
    {
        var compilation = Compile(expressions);
        var tree = compilation.SyntaxTrees.First();
        var model = compilation.GetSemanticModel(tree);
        var bodies = tree.GetRoot().DescendantNodes().OfType<MethodDeclarationSyntax>().Select(method => method.ExpressionBody!.Expression);
        return bodies.Zip(expressions).Where(pair => Names(model.GetSymbolInfo(pair.First).Symbol!).Any(id => Banned.Any(line => line.StartsWith(id + ";", StringComparison.Ordinal)))).Select(pair => pair.Second);
    }

    private static IEnumerable<string> Names(ISymbol symbol) =>
        new[] { symbol, symbol.ContainingType, symbol.ContainingNamespace }.Select(s => s.GetDocumentationCommentId()!);

    // One method a line, in the order of the expressions.
    private static CSharpCompilation Compile(IReadOnlyList<string> expressions)
    {
        var methods = expressions.Select((expression, i) => $"{(i == 0 ? "class C { " : "")}object? M{i}() => {expression};{(i == expressions.Count - 1 ? " }" : "")}");
        var compilation = EngineSources.Compile([("a.cs", string.Join("\n", methods))]);
        Assert.Empty(compilation.GetDiagnostics(TestContext.Current.CancellationToken).Where(d => d.Severity == DiagnosticSeverity.Error));
        return compilation;
    }

    // Where the engine's own restore put the package.
    private static string FolderOf(string package)
    {
        using var assets = JsonDocument.Parse(File.ReadAllText(Path.Combine(Project, "obj/project.assets.json")));
        var library = assets.RootElement.GetProperty("libraries").EnumerateObject().Single(l => l.Name.StartsWith(package + "/", StringComparison.Ordinal));
        var folders = assets.RootElement.GetProperty("packageFolders").EnumerateObject();
        return folders.Select(folder => Path.Combine(folder.Name, library.Value.GetProperty("path").GetString()!)).First(Directory.Exists);
    }
}
