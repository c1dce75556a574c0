using AiToolPolicy.Engine.Catalog;
using AiToolPolicy.Engine.Inspection;
using AiToolPolicy.Engine.Inspection.Dependencies;
using AiToolPolicy.Engine.Json;
using AiToolPolicy.Engine.Text;

namespace AiToolPolicy.Engine.Tests.Inspection;

/// <summary>A tool of an invented vendor with a sign on every surface, and what an inspector sees of it in one file.</summary>
internal static class SurfaceSample
{
    public static ToolCatalog Catalog { get; } = new(Read("""
        { "vendor": { "id": "acme", "name": "Acme" }, "tools": [
          { "id": "acme-code", "name": "Acme Code", "category": "agent-cli", "signatures": [
            { "kind": "command", "value": "acme" }, { "kind": "command", "value": "gh acme" }, { "kind": "command", "value": "gh @acme" }, { "kind": "command", "value": "ac", "needsSecondSign": true },
            { "kind": "npm", "value": "@acme/code" }, { "kind": "pypi", "value": "acme-code" }, { "kind": "nuget", "value": "Acme.Code" },
            { "kind": "go", "value": "github.com/acme/code" }, { "kind": "homebrew", "value": "acme-code" }, { "kind": "winget", "value": "Acme.Code" },
            { "kind": "chocolatey", "value": "acme-code" }, { "kind": "scoop", "value": "acme-code" }, { "kind": "jetbrains-plugin", "value": "com.acme.code" },
            { "kind": "editor-setting", "value": "acme.enable" },
            { "kind": "vscode-extension", "value": "acme.code" }, { "kind": "devcontainer-feature", "value": "ghcr.io/acme/features/code" },
            { "kind": "github-action", "value": "Acme/code-action" }, { "kind": "github-action", "value": "acme/flows/.github/workflows/review.yml" },
            { "kind": "azure-task", "value": "AcmeReview" },
            { "kind": "docker-image", "value": "acme/code" }, { "kind": "docker-image", "value": "ghcr.io/acme/", "match": "prefix", "matches": ["ghcr.io/acme/x"], "ignores": ["acme/x"] },
            { "kind": "host", "value": "acme.example", "match": "domain" }, { "kind": "host", "value": "get.example/acme/install", "match": "prefix" },
            { "kind": "env", "value": "ACME_KEY", "role": "key" } ] } ] }
        """).With(Read("""{ "generic": [], "suspects": [ { "kind": "github-action", "value": "pilot", "match": "word", "confidence": "low" } ] }""")));

    /// <summary>Each sign as "(line,column)-(line,column) strength what version", surfaces other than the expected one named; then each problem.</summary>
    public static string See(IInspector inspector, string path, string text, Surface expected = Surface.Pipeline)
    {
        var context = Inspect(inspector, path, text);
        return string.Join("\n", Signs(context).Select(e => $"{Range(e.Location)} {Line(e, expected)}").Concat(Problems(context)));
    }

    /// <summary>As <see cref="See"/> without the places, which are marked in the text instead: every sign stands between « and », and nothing else does.</summary>
    public static string SeeMarked(IInspector inspector, string path, string marked, Surface expected = Surface.Pipeline)
    {
        var lines = marked.ReplaceLineEndings("\n").Split('\n').Select(Unmarked).ToList();
        var context = Inspect(inspector, path, string.Join("\n", lines.Select(l => l.Text)));
        var places = lines.SelectMany((line, i) => line.Spans.Select(s => $"({i + 1},{s.Start})-({i + 1},{s.End})"));
        Assert.Equal(string.Join("\n", places), string.Join("\n", Signs(context).Select(e => Range(e.Location)).Distinct()));
        return string.Join("\n", Signs(context).Select(e => Line(e, expected)).Concat(Problems(context)));
    }

    private static InspectionContext Inspect(IInspector inspector, string path, string text)
    {
        var file = InputFile.Of(path, text.ReplaceLineEndings("\n"));
        Assert.True(inspector.Reads(file), $"{path} is not read.");
        var context = new InspectionContext(Catalog, ReferenceSites.None, new CentralVersions([]));
        inspector.Inspect(file, context);
        return context;
    }

    private static IEnumerable<Evidence> Signs(InspectionContext context) => context.Evidence
        .DistinctBy(e => (e.Location, e.What))
        .OrderBy(e => e.Location.Line)
        .ThenBy(e => e.Location.Column);

    private static IEnumerable<string> Problems(InspectionContext context) =>
        context.Problems.Select(p => $"({p.Location.Line},{p.Location.Column}) {p.Message}");

    private static string Line(Evidence evidence, Surface expected) =>
        (evidence.Signature.IsSuspect ? "Suspect: " : "") + $"{evidence.Strength} {evidence.What} {evidence.Version}".TrimEnd() + (evidence.Surface == expected ? "" : $" on {evidence.Surface}");

    private static (string Text, List<(int Start, int End)> Spans) Unmarked(string marked)
    {
        var parts = marked.Split('«', '»');
        var spans = new List<(int, int)>();
        var column = 1;
        for (var i = 0; i < parts.Length; i++)
        {
            if (i % 2 == 1)
            {
                spans.Add((column, column + parts[i].Length));
            }

            column += parts[i].Length;
        }

        return (string.Concat(parts), spans);
    }

    private static string Range(Location place) => $"({place.Line},{place.Column})-({place.EndLine},{place.EndColumn})";

    private static CatalogData Read(string text)
    {
        var problems = new List<JsonProblem>();
        var document = JsonReader.Read(new SourceFile("catalog.json", text), JsonOptions.Strict);
        var data = CatalogData.Empty.With(new CatalogReader(problems).Read((JsonObject)document.Root!));
        Assert.Empty(document.Problems.Concat(problems));
        return data;
    }
}
