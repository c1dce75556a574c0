using AiToolPolicy.Engine.Catalog;
using AiToolPolicy.Engine.Inspection;
using AiToolPolicy.Engine.Inspection.Dependencies;
using AiToolPolicy.Engine.Policies;
using AiToolPolicy.Engine.Text;

namespace AiToolPolicy.Engine.Tests.Inspection.Manifests;

/// <summary>An invented vendor whose tool shows itself in every ecosystem, and what the engine sees of it in a manifest.</summary>
internal static class ManifestSample
{
    public static ToolCatalog Catalog { get; } = new(Sample.Read("""
        { "vendor": { "id": "initech", "name": "Initech", "jurisdiction": "US" }, "tools": [
          { "id": "agent", "name": "Agent", "category": "agent-cli", "modelVendor": "initech", "signatures": [
            { "kind": "npm", "value": "@initech/agent" }, { "kind": "npm", "value": "initech" }, { "kind": "npm", "value": "initech-bots", "needsSecondSign": true, "aloneInVersions": ">=0.0.43 <0.1.0 || >=0.1.3 <1" },
            { "kind": "nuget", "value": "Initech" },
            { "kind": "pypi", "value": "initech-sdk" }, { "kind": "pypi", "value": "initech-ext-", "match": "prefix" }, { "kind": "pypi", "value": "initech" },
            { "kind": "go", "value": "example.org/initech/sdk-go" }, { "kind": "cargo", "value": "initech-rs" },
            { "kind": "homebrew", "value": "initech-cli" }, { "kind": "homebrew", "value": "initech/tap/agent" }, { "kind": "homebrew", "value": "it" },
            { "kind": "command", "value": "initech" }, { "kind": "command", "value": "it", "needsSecondSign": true },
            { "kind": "vscode-extension", "value": "initech.helper" }, { "kind": "visual-studio-extension", "value": "initech.vs" },
            { "kind": "visual-studio-component", "value": "Component.Initech.Agent" } ] } ] }
        """));

    /// <summary>What the inspectors see in one file; a problem fails the test.</summary>
    public static string Evidence(string path, string text)
    {
        var context = Inspect(InputFile.Of(path, text));
        Assert.Equal("", Rendered.Lines(context.Problems));
        return Rendered.Lines(context.Evidence);
    }

    public static string Problems(string path, string text) => Rendered.Lines(Inspect(InputFile.Of(path, text)).Problems);

    /// <summary>What is left when what several files say of the same thing has been put together, with further places.</summary>
    public static string Merged(params InputFile[] files) =>
        string.Join("\n", EvidenceMerge.Merge(Inspect(files).Evidence).Select(e => Rendered.Lines([e]) + string.Concat(e.AlsoAt.Select(place => $" also {place}"))));

    public static InspectionContext Inspect(params InputFile[] files)
    {
        var context = new InspectionContext(Catalog, ReferenceSites.None, new CentralVersions([]));
        foreach (var (file, inspector) in files.SelectMany(f => Inspectors.All.Where(i => i.Reads(f)).Select(i => (f, i))))
        {
            inspector.Inspect(file, context);
        }

        return context;
    }

    /// <summary>The messages of a whole check.</summary>
    public static string Messages(string policy, params InputFile[] files)
    {
        var loaded = PolicyFile.Load(new SourceFile("ai-tool-policy.json", policy), Catalog);
        return Rendered.Lines(PolicyCheck.Run(new CheckRequest(loaded, files, Sample.Today)).Findings);
    }
}
