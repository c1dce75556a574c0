using AiToolPolicy.Engine.Catalog;
using AiToolPolicy.Engine.Inspection;
using AiToolPolicy.Engine.Inspection.Dependencies;
using AiToolPolicy.Engine.Json;
using AiToolPolicy.Engine.Policies;
using AiToolPolicy.Engine.Text;

namespace AiToolPolicy.Engine.Tests;

/// <summary>A small catalog of invented vendors, and the shortest way from texts to what the engine makes of them.</summary>
internal static class Sample
{
    public static readonly Day Today = new(2026, 7, 10);

    /// <summary>Two vendors of assistants, a framework with a connector, a cloud that offers another vendor's model, generic signs and suspects.</summary>
    public static ToolCatalog Catalog { get; } = new(Read("""
        { "vendor": { "id": "acme", "name": "Acme", "jurisdiction": "US" }, "tools": [
          { "id": "acme-api", "name": "Acme API", "category": "llm-api", "modelVendor": "acme", "signatures": [
            { "kind": "nuget", "value": "Acme" }, { "kind": "nuget", "value": "Acme.", "match": "prefix" },
            { "kind": "nuget", "value": "Acme.Weak", "confidence": "medium" }, { "kind": "nuget", "value": "Acme.Guess", "confidence": "low" },
            { "kind": "nuget", "value": "Turncoat", "versions": "[2.0.0,)" },
            { "kind": "npm", "value": "@acme/sdk" }, { "kind": "npm", "value": "acme" }, { "kind": "assembly", "value": "Acme.Client" } ] },
          { "id": "acme-code", "name": "Acme Code", "category": "agent-cli", "modelVendor": "acme", "signatures": [
            { "kind": "nuget", "value": "Acme.Code.Cli" }, { "kind": "env", "value": "ACME_TOKEN", "role": "key" },
            { "kind": "path", "value": "**/ACME.md", "match": "glob", "role": "instructions" },
            { "kind": "path", "value": "**/.acme/**", "match": "glob", "role": "settings" },
            { "kind": "path", "value": "**/.acmeignore", "match": "glob", "role": "ignore" },
            { "kind": "path", "value": "**/.no-acme", "match": "glob", "role": "opt-out" },
            { "kind": "path", "value": "**/.a", "match": "glob", "role": "rules", "needsSecondSign": true } ] } ] }
        """, """
        { "vendor": { "id": "globex", "name": "Globex", "jurisdiction": "DE" }, "tools": [
          { "id": "globex-kit", "name": "Globex Kit", "category": "ai-framework", "signatures": [
            { "kind": "nuget", "value": "Globex.Kit" }, { "kind": "nuget", "value": "Globex.Kit.Acme", "framework": "acme-api" },
            { "kind": "nuget", "value": "Turncoat", "versions": "(,2.0.0)" } ] },
          { "id": "globex-cloud", "name": "Globex Cloud", "category": "llm-api", "signatures": [
            { "kind": "nuget", "value": "Globex.Cloud" }, { "kind": "nuget", "value": "Globex.Cloud.Acme", "modelVendor": "acme" } ] } ] }
        """, """
        { "generic": [ { "kind": "path", "value": "**/AGENTS.md", "match": "glob", "role": "instructions" } ],
          "suspects": [ { "kind": "nuget", "value": "copilot", "match": "word", "confidence": "low" }, { "kind": "npm", "value": "copilot", "match": "word", "confidence": "low" } ] }
        """));

    public static CatalogData Read(params string[] catalogFiles)
    {
        var problems = new List<JsonProblem>();
        var data = CatalogData.Empty;
        foreach (var text in catalogFiles)
        {
            var document = JsonReader.Read(new SourceFile("catalog.json", text), JsonOptions.Strict);
            problems.AddRange(document.Problems);
            data = data.With(new CatalogReader(problems).Read((JsonObject)document.Root!));
        }

        Assert.Equal("", Rendered.Lines(problems));
        return data;
    }

    public static LoadedPolicy Policy(string text) => PolicyFile.Load(new SourceFile("ai-tool-policy.json", text), Catalog);

    public static CheckResult Check(string? policy, params IEnumerable<InputFile> files) =>
        PolicyCheck.Run(new CheckRequest(policy is null ? LoadedPolicy.None(Catalog) : Policy(policy), [.. files], Today));

    /// <summary>All findings of a check that is expected to have no trouble with its policy.</summary>
    public static string Findings(string policy, params IEnumerable<InputFile> files)
    {
        var result = Check(policy, files);
        Assert.DoesNotContain(result.Findings, f => f.Rule.Id.StartsWith("AITP3", StringComparison.Ordinal));
        return Rendered.Lines(result.Findings);
    }

    /// <summary>What the inspectors see in the files, with nothing merged; a problem fails the test.</summary>
    public static string Evidence(params IEnumerable<InputFile> files)
    {
        var context = Inspect(ReferenceSites.None, files);
        Assert.Equal("", Rendered.Lines(context.Problems));
        return Rendered.Lines(context.Evidence);
    }

    public static string Evidence(string path, string text) => Evidence(InputFile.Of(path, text));

    public static InspectionContext Inspect(ReferenceSites sites, params IEnumerable<InputFile> files)
    {
        var all = files.ToList();
        var context = new InspectionContext(Catalog, sites, new CentralVersions(all));
        foreach (var (file, inspector) in all.SelectMany(f => Inspectors.All.Where(i => i.Reads(f)).Select(i => (f, i))))
        {
            inspector.Inspect(file, context);
        }

        return context;
    }

    public static InputFile Project(string itemGroup, string path = "src/App/App.csproj") =>
        InputFile.Of(path, $"<Project Sdk=\"Microsoft.NET.Sdk\">\n  <ItemGroup>\n    {itemGroup}\n  </ItemGroup>\n</Project>\n");
}
