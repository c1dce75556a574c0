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
            { "kind": "command", "value": "acme" }, { "kind": "command", "value": "gh acme" }, { "kind": "command", "value": "ac", "needsSecondSign": true },
            { "kind": "npm", "value": "@acme/code" }, { "kind": "pypi", "value": "acme-code" }, { "kind": "nuget", "value": "Acme.Code" },
            { "kind": "go", "value": "github.com/acme/code" }, { "kind": "homebrew", "value": "acme-code" }, { "kind": "winget", "value": "Acme.Code" },
            { "kind": "vscode-extension", "value": "acme.code" }, { "kind": "devcontainer-feature", "value": "ghcr.io/acme/features/code" },
            { "kind": "github-action", "value": "Acme/code-action" }, { "kind": "github-action", "value": "acme/flows/.github/workflows/review.yml" },
            { "kind": "azure-task", "value": "AcmeReview" },
            { "kind": "docker-image", "value": "acme/code" }, { "kind": "docker-image", "value": "ghcr.io/acme/", "match": "prefix", "matches": ["ghcr.io/acme/x"], "ignores": ["acme/x"] },
            { "kind": "env", "value": "ACME_KEY", "role": "key" } ] } ] }
        """));

    /// <summary>Each sign as "(line,column)-(line,column) strength what version", surfaces other than the expected one named; then each problem.</summary>
    public static string See(IInspector inspector, string path, string text, Surface expected = Surface.Pipeline)
    {
        var file = InputFile.Of(path, text.ReplaceLineEndings("\n"));
        Assert.True(inspector.Reads(file), $"{path} is not read.");
        var context = new InspectionContext(Catalog, ReferenceSites.None, new CentralVersions([]));
        inspector.Inspect(file, context);
        var lines = context.Evidence
            .Select(e => $"{Range(e.Location)} {e.Strength} {e.What} {e.Version}".TrimEnd() + (e.Surface == expected ? "" : $" on {e.Surface}"))
            .Distinct()
            .Concat(context.Problems.Select(p => $"({p.Location.Line},{p.Location.Column}) {p.Message}"));
        return string.Join("\n", lines);
    }

    private static string Range(Location place) => $"({place.Line},{place.Column})-({place.EndLine},{place.EndColumn})";

    private static CatalogData Read(string text)
    {
        var problems = new List<JsonProblem>();
        var document = JsonReader.Read(new SourceFile("catalog.json", text), JsonOptions.Strict);
        var data = CatalogData.Empty.With(new CatalogReader(problems).Read((JsonObject)document.Root!, _ => null));
        Assert.Empty(document.Problems.Concat(problems));
        return data;
    }
}
