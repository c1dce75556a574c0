using AiToolPolicy.Engine.Catalog;
using AiToolPolicy.Engine.Inspection;
using AiToolPolicy.Engine.Inspection.Dependencies;
using AiToolPolicy.Engine.Tests;

namespace AiToolPolicy.Engine.Binaries.Tests;

/// <summary>What is seen of an invented vendor in files of bytes.</summary>
internal static class Seen
{
    public static ToolCatalog Catalog { get; } = new(Sample.Read("""
        { "vendor": { "id": "acme", "name": "Acme" }, "tools": [
          { "id": "acme-api", "name": "Acme API", "category": "llm-api", "signatures": [
            { "kind": "assembly", "value": "Acme.Client" }, { "kind": "package-author", "value": "Acme Inc." }, { "kind": "repository", "value": "acme/acme-dotnet" },
            { "kind": "public-key-token", "value": "7cec85d7bea7798e" },
            { "kind": "namespace", "value": "Acme.Client", "match": "namespace" } ] },
          { "id": "globe", "name": "Globe", "category": "llm-api", "signatures": [
            { "kind": "assembly", "value": "Globe" }, { "kind": "namespace", "value": "Globe", "match": "namespace", "needsSecondSign": true },
            { "kind": "package-author", "value": "A. Nemo", "needsSecondSign": true } ] } ] }
        """, """
        { "generic": [], "suspects": [ { "kind": "assembly", "value": "copilot", "match": "word", "confidence": "low" } ] }
        """));

    /// <summary>What counts in one assembly, without its place.</summary>
    public static string In(string path, byte[] bytes) => Lines(Inspect(File(path, bytes))).Replace($"{path}(1,1)-(1,1): Assembly ", "", StringComparison.Ordinal);

    public static string Lines(InspectionContext context)
    {
        Assert.Equal("", Rendered.Lines(context.Problems));
        return Rendered.Lines(SecondSigns.Settle(context.Evidence, context.Waiting));
    }

    /// <summary>The only problem with one file; empty when there is none.</summary>
    public static string Problem(byte[] bytes)
    {
        var context = Inspect(File("a.dll", bytes));
        Assert.Empty(context.Evidence);
        return Rendered.Lines(context.Problems);
    }

    public static InputFile File(string path, byte[] bytes) => new(path, () => FileText.Failed("no text"), () => FileBytes.Of(new MemoryStream(bytes)));

    public static InspectionContext Inspect(params InputFile[] files)
    {
        var context = new InspectionContext(Catalog, ReferenceSites.None, new CentralVersions([]), new AssemblySites(files));
        foreach (var file in files.Where(f => BinaryInspectors.All.Any(i => i.Reads(f))))
        {
            new AssemblyInspector().Inspect(file, context);
        }

        return context;
    }
}
