using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiToolPolicy.Engine.Tests.Architecture;

/// <summary>Inside the engine, each room may use only those above it.</summary>
public class LayeringTests
{
    private const string Root = "AiToolPolicy.Engine";

    // Each room and what it may use beside itself; the façade, in the root namespace, may use all.
    private static readonly Dictionary<string, string[]> Rooms = new(StringComparer.Ordinal)
    {
        ["Text"] = [],
        ["Findings"] = ["Text"],
        ["Json"] = ["Text"],
        ["Xml"] = ["Text"],
        ["Toml"] = ["Text", "Json"],
        ["Catalog"] = ["Text", "Findings", "Json", "Xml"],
        ["Inspection"] = ["Text", "Findings", "Json", "Xml", "Toml", "Catalog"],
        ["Policies"] = ["Text", "Findings", "Json", "Xml", "Catalog"],
        ["Exemptions"] = ["Text", "Findings", "Json", "Xml", "Catalog", "Inspection", "Policies"],
        ["Judging"] = ["Text", "Findings", "Json", "Xml", "Catalog", "Inspection", "Policies", "Exemptions"],
        ["Edits"] = ["Text", "Findings", "Json", "Xml", "Catalog", "Inspection", "Policies", "Exemptions", "Judging"],
        ["Reporting"] = ["Text", "Findings", "Json", "Xml", "Catalog", "Inspection", "Policies", "Exemptions", "Judging"],
    };

    [Fact]
    public void No_room_uses_one_below_it_or_beside_it() => Assert.Equal("", string.Join("\n", Violations(EngineSources.Engine.Value)));

    [Fact]
    public void The_engine_compiles_here_so_that_no_name_escapes_the_check() =>
        Assert.Empty(EngineSources.Engine.Value.GetDiagnostics(TestContext.Current.CancellationToken).Where(d => d.Severity == DiagnosticSeverity.Error));

    [Theory]
    [InlineData("namespace AiToolPolicy.Engine.Text; class A { AiToolPolicy.Engine.Json.JsonNode? N; }", "Text uses Json")]
    [InlineData("using AiToolPolicy.Engine.Policies; namespace AiToolPolicy.Engine.Inspection.Dependencies; class A { }", "Inspection uses Policies")]
    [InlineData("namespace AiToolPolicy.Engine.Policies; class A { object? M(AiToolPolicy.Engine.Catalog.Tool t) => AiToolPolicy.Engine.Inspection.Inspectors.All; }", "Policies uses Inspection")]
    [InlineData("namespace AiToolPolicy.Engine.Findings; class A { object M() { var c = new CheckResult[0]; return c; } }", "Findings uses the façade")]
    [InlineData("namespace AiToolPolicy.Engine.Json; class A { string M() => Xml.XmlTree.Read(null!).Root!.Name; }", "Json uses Xml")]
    [InlineData("namespace AiToolPolicy.Engine.Cellar; class A { }", "Cellar is no room")]
    public void A_use_against_the_order_is_found_with_its_line(string text, string expected)
    {
        var violations = Violations(EngineSources.EngineWith("src/Engine/Fault.cs", "\n" + text), "src/Engine/Fault.cs").ToList();

        Assert.NotEmpty(violations);
        Assert.All(violations, violation => Assert.StartsWith($"src/Engine/Fault.cs(2): {expected}", violation, StringComparison.Ordinal));
    }

    private static IEnumerable<string> Violations(CSharpCompilation compilation, string? only = null) => compilation.SyntaxTrees.Where(t => only is null || t.FilePath == only).SelectMany(tree =>
    {
        var model = compilation.GetSemanticModel(tree);
        var nodes = tree.GetRoot().DescendantNodes().ToList();
        return nodes.OfType<SimpleNameSyntax>().SelectMany(name => Used(model, name).Select(used => (Node: (SyntaxNode)name, From: RoomOf(NamespaceOf(name)), To: RoomOf(used))))
            .Where(use => use.From is not null && !MayUse(use.From, use.To))
            .Select(use => $"{Place(use.Node)}: {use.From} uses {(use.To == "" ? "the façade" : use.To)}: {use.Node}")
            .Concat(nodes.OfType<BaseNamespaceDeclarationSyntax>()
                .Select(n => (Node: n, Room: RoomOf(n.Name.ToString())))
                .Where(n => n.Room is not (null or "") && !Rooms.ContainsKey(n.Room))
                .Select(n => $"{Place(n.Node)}: {n.Room} is no room"));
    });

    // The namespace of what a name means; of a using directive, the namespace that it opens.
    private static IEnumerable<string> Used(SemanticModel model, SimpleNameSyntax name)
    {
        if (name.Ancestors().OfType<UsingDirectiveSyntax>().FirstOrDefault() is { } directive)
        {
            return directive.NamespaceOrType.ToString() is var opened && opened.EndsWith("." + name, StringComparison.Ordinal) ? [opened] : [];
        }

        var info = model.GetSymbolInfo(name);
        return (info.Symbol is null ? info.CandidateSymbols : [info.Symbol])
            .Where(symbol => symbol is not INamespaceSymbol)
            .Select(symbol => (symbol as ITypeSymbol ?? symbol.ContainingType)?.OriginalDefinition.ContainingNamespace?.ToDisplayString())
            .OfType<string>();
    }

    private static string NamespaceOf(SyntaxNode node) =>
        (node.Ancestors().OfType<BaseNamespaceDeclarationSyntax>().FirstOrDefault()
            ?? node.SyntaxTree.GetRoot().DescendantNodes().OfType<BaseNamespaceDeclarationSyntax>().FirstOrDefault())?.Name.ToString() ?? "";

    // Empty for the façade, null for what is not the engine's.
    private static string? RoomOf(string name) =>
        name == Root ? "" : name.StartsWith(Root + ".", StringComparison.Ordinal) ? name[(Root.Length + 1)..].Split('.')[0] : null;

    private static bool MayUse(string from, string? to) =>
        to is null || from == to || from == "" || (Rooms.TryGetValue(from, out var allowed) ? allowed.Contains(to) : to == "");

    private static string Place(SyntaxNode node) => $"{node.SyntaxTree.FilePath}({node.GetLocation().GetLineSpan().StartLinePosition.Line + 1})";
}
