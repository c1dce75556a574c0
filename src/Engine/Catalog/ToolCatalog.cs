namespace AiToolPolicy.Engine.Catalog;

/// <summary>All known tools and vendors, and whose sign a thing is.</summary>
public sealed class ToolCatalog
{
    private readonly Dictionary<string, Tool> _tools = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Vendor> _vendors = new(StringComparer.Ordinal);
    private readonly Dictionary<SignatureKind, SignatureIndex> _indexes = [];
    private readonly PathIndex _paths;
    private readonly CatalogData _data;

    public ToolCatalog(CatalogData data)
    {
        _data = data;
        foreach (var vendor in data.Vendors)
        {
            _vendors[vendor.Id] = vendor;
        }

        foreach (var tool in data.Tools)
        {
            _tools[tool.Id] = tool;
        }

        _paths = new PathIndex(data.Signatures);
    }

    public IReadOnlyCollection<Tool> Tools => _tools.Values;

    public IReadOnlyCollection<Vendor> Vendors => _vendors.Values;

    public IReadOnlyList<Signature> Signatures => _data.Signatures;

    public Tool? Tool(string id) => _tools.TryGetValue(id, out var tool) ? tool : null;

    public Vendor? Vendor(string id) => _vendors.TryGetValue(id, out var vendor) ? vendor : null;

    /// <summary>This catalog with an organisation's own tools; an own tool of the same id replaces the known one.</summary>
    public ToolCatalog With(CatalogData own)
    {
        if (own.Tools.Count == 0 && own.Signatures.Count == 0)
        {
            return this;
        }

        var replaced = new HashSet<string>(own.Tools.Select(t => t.Id), StringComparer.Ordinal);
        var kept = new CatalogData(_data.Vendors, _data.Tools, [.. _data.Signatures.Where(s => s.Tool is null || !replaced.Contains(s.Tool.Id))]);
        return new ToolCatalog(kept.With(own));
    }

    /// <summary>
    /// Whose sign <paramref name="value"/> is: the most specific signatures that match, one for each tool; empty when it is nobody's.
    /// A package that is a framework's connector also gives the framework's tool. A suspect is given only when nothing else matches.
    /// </summary>
    /// <param name="kind">Any kind but <see cref="SignatureKind.Path"/>.</param>
    /// <param name="version">Decides between signatures that hold for different versions; null when unknown.</param>
    public IReadOnlyList<Signature> Find(SignatureKind kind, string value, string? version = null)
    {
        var best = IndexOf(kind).Find(value);
        return best.Count == 0 ? best : WithFrameworks(OnePerTool(best.Where(s => HoldsFor(s, version))));
    }

    /// <summary>Whether <see cref="Find"/> would give anything for some version; allocates nothing on a miss.</summary>
    public bool Knows(SignatureKind kind, string value) => IndexOf(kind).Find(value).Count > 0;

    /// <summary>Whose file a repository-relative path is, as <see cref="Find"/>.</summary>
    public IReadOnlyList<Signature> FindPath(string path)
    {
        var best = _paths.Find(path);
        return best.Count == 0 ? best : OnePerTool(best);
    }

    private SignatureIndex IndexOf(SignatureKind kind)
    {
        lock (_indexes)
        {
            if (!_indexes.TryGetValue(kind, out var index))
            {
                _indexes[kind] = index = new SignatureIndex(kind, _data.Signatures);
            }

            return index;
        }
    }

    private static bool HoldsFor(Signature signature, string? version) =>
        signature.Versions is null || Versions.Contains(signature.Kind, signature.Versions, version) != false;

    private static List<Signature> OnePerTool(IEnumerable<Signature> signatures) => [.. signatures.GroupBy(s => s.Tool?.Id).Select(same => same.First())];

    private List<Signature> WithFrameworks(List<Signature> found)
    {
        var frameworks = found
            .Where(s => s.Framework is not null && found.TrueForAll(other => other.Tool?.Id != s.Framework))
            .Select(s => Tool(s.Framework!) is { } framework ? s with { Tool = framework } : null)
            .OfType<Signature>()
            .ToList();
        found.AddRange(frameworks);
        return found;
    }
}
