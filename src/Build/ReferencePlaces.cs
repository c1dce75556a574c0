using AiToolPolicy.Engine.Catalog;
using AiToolPolicy.Engine.Inspection;
using AiToolPolicy.Engine.Inspection.Dependencies;
using AiToolPolicy.Engine.Json;
using AiToolPolicy.Engine.Text;
using AiToolPolicy.Files;

namespace AiToolPolicy.Build;

/// <summary>Which line of a project's files brought an assembly or a package in. Nothing is read before somebody asks.</summary>
internal sealed class ReferencePlaces
{
    private readonly ProjectInputs _inputs;
    private readonly Lazy<IReadOnlyList<InputFile>> _files;
    private readonly Lazy<AssemblySites> _assemblies;
    private readonly Lazy<ReferenceSites> _packages;
    private readonly Lazy<JsonObject?> _assets;
    private readonly Lazy<IReadOnlyList<AssetsGraph>> _graphs;
    private HashSet<(Location Place, string? Tool)>? _declared;

    public ReferencePlaces(ProjectInputs inputs, string? assetsFile)
    {
        _inputs = inputs;
        _files = new Lazy<IReadOnlyList<InputFile>>(inputs.ReferenceFiles);
        _assemblies = new Lazy<AssemblySites>(() => new AssemblySites(_files.Value));
        _packages = new Lazy<ReferenceSites>(() => new ReferenceSites(_files.Value));
        _assets = new Lazy<JsonObject?>(() => Read(assetsFile));
        _graphs = new Lazy<IReadOnlyList<AssetsGraph>>(() => _assets.Value is { } assets ? [.. AssetsGraph.Read(assets)] : []);
    }

    /// <summary>The reference's own line; the start of the project where no file spells it out.</summary>
    public Location Of(ResolvedReference reference) =>
        _assemblies.Value.FindItem(reference.Include)
        ?? (_assemblies.Value.Find(RepositoryPath.Relative(_inputs.Root, reference.Path)) is [var first, ..] ? first : null)
        ?? Start();

    /// <summary>The lines of the direct references that bring the package in.</summary>
    public IEnumerable<(Location Location, TransitivePath? Through)> OfPackage(string id)
    {
        var places = _graphs.Value.SelectMany(graph => graph.BringersOf(id).Select(direct =>
            (Location: _packages.Value.Find(direct) ?? Start(), Through: IsSame(direct, id) ? null : new TransitivePath(graph.Packages, direct, id))));
        var first = places.GroupBy(place => place.Location).Select(same => same.First()).ToList();
        return first.Count > 0 ? first : [(Start(), null)];
    }

    /// <summary>The restored packages that no catalog knows and that say that they are AI tools.</summary>
    public IReadOnlyList<PackageClaim> Claims(ToolCatalog catalog) => _assets.Value is { } assets ? UnknownPackages.Find(assets, catalog, TextFile.Read) : [];

    /// <summary>Such a package, at the lines of the direct references that bring it in.</summary>
    public IEnumerable<Evidence> OfClaim(PackageClaim claim) => UnknownPackages.Evidence(claim, _graphs.Value, _packages.Value, Start());

    /// <summary>Whether the project's own text names the tool at that place already.</summary>
    public bool IsDeclared(Location place, Tool tool, ToolCatalog catalog) => (_declared ??= Declared(catalog)).Contains((place, tool.Id));

    private HashSet<(Location Place, string? Tool)> Declared(ToolCatalog catalog)
    {
        var context = new InspectionContext(catalog, ReferenceSites.None, new CentralVersions([]));
        var inspector = new ProjectFileInspector();
        foreach (var file in _files.Value.Where(inspector.Reads))
        {
            inspector.Inspect(file, context);
        }

        return [.. context.Evidence.Where(evidence => evidence.Surface == Surface.Assembly).Select(evidence => (evidence.Location, evidence.Tool?.Id))];
    }

    private Location Start() => Location.StartOf(_files.Value.Count > 0 ? _files.Value[0].Path : ".");

    private static JsonObject? Read(string? assetsFile) => assetsFile is { Length: > 0 } && TextFile.Read(assetsFile).Text is { } text
        ? JsonReader.Read(new SourceFile("project.assets.json", text), JsonOptions.Relaxed).Root as JsonObject
        : null;

    private static bool IsSame(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
}
