using AiToolPolicy.Engine.Catalog;
using BenchmarkDotNet.Attributes;

namespace AiToolPolicy.Benchmarks;

/// <summary>What a file and a package cost that belong to no tool: nearly all do.</summary>
[MemoryDiagnoser]
public class CatalogLookups
{
    private readonly ToolCatalog _catalog = CompiledCatalog.Embedded;

    [Benchmark]
    public int PathOfNoTool() => _catalog.FindPath("src/Contoso.Shop/Orders/OrderController.cs").Count;

    [Benchmark]
    public int PathOfATool() => _catalog.FindPath("src/Contoso.Shop/.cursor/rules/style.mdc").Count;

    [Benchmark]
    public int PackageOfNoTool() => _catalog.Find(SignatureKind.Nuget, "Microsoft.Extensions.Logging.Abstractions").Count;

    [Benchmark]
    public int PackageOfATool() => _catalog.Find(SignatureKind.Nuget, "Microsoft.SemanticKernel.Connectors.Redis").Count;
}
