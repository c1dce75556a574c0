namespace AiToolPolicy.Engine.Catalog;

/// <summary>All known tools and vendors, and whose sign a thing is.</summary>
public sealed class ToolCatalog
{
    private readonly Dictionary<string, Tool> _tools = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Vendor> _vendors = new(StringComparer.Ordinal);
    private readonly Dictionary<SignatureKind, SignatureIndex> _indexes = [];
    private readonly IReadOnlyList<Signature> _signatures;
    private readonly PathIndex _paths;
    private readonly ToolCatalog? _below;

    public ToolCatalog(CatalogData data)
        : this(null, data)
    {
    }

    private ToolCatalog(ToolCatalog? below, CatalogData data)
    {
        _below = below;
        foreach (var vendor in (below?.Vendors ?? []).Concat(data.Vendors).Where(vendor => below is null || !_vendors.ContainsKey(vendor.Id)))
        {
            _vendors[vendor.Id] = vendor;
        }

        foreach (var tool in (below?.Tools ?? []).Concat(data.Tools).Where(tool => below is null || !_tools.ContainsKey(tool.Id)))
        {
            _tools[tool.Id] = tool;
        }

        _signatures = below is null ? data.Signatures : [.. data.Signatures.Select(OfKnownTool)];
        _paths = new PathIndex(_signatures);
    }

    public IReadOnlyCollection<Tool> Tools => _tools.Values;

    public IReadOnlyCollection<Vendor> Vendors => _vendors.Values;

    public IReadOnlyList<Signature> Signatures => _below is null ? _signatures : [.. _below.Signatures, .. _signatures];

    public Tool? Tool(string id) => _tools.TryGetValue(id, out var tool) ? tool : null;

    public Vendor? Vendor(string id) => _vendors.TryGetValue(id, out var vendor) ? vendor : null;

    /// <summary>
    /// This catalog with an organisation's own tools. Nothing is taken away: an own entry of a known tool or vendor adds signatures and changes no
    /// fact, and a thing that is a known sign already is that of both.
    /// </summary>
    public ToolCatalog With(CatalogData own) => own.Tools.Count == 0 && own.Signatures.Count == 0 ? this : new ToolCatalog(this, own);

    /// <summary>
    /// Whose sign <paramref name="value"/> is: the most specific signatures that match, one for each tool; empty when it is nobody's.
    /// A package that is a framework's connector also gives the framework's tool. A suspect is given only when nothing else matches.
    /// </summary>
    /// <param name="kind">Any kind but <see cref="SignatureKind.Path"/>.</param>
    /// <param name="version">Decides between signatures that hold for different versions; null when unknown.</param>
    public IReadOnlyList<Signature> Find(SignatureKind kind, string value, string? version = null)
    {
        var best = IndexOf(kind).Find(value);
        var own = best.Count == 0 ? best : WithFrameworks(OnePerTool(best.Where(s => HoldsFor(s, version)).Select(s => Settled(s, version))));
        return Beside(_below?.Find(kind, value, version) ?? [], own);
    }

    /// <summary>Whether <see cref="Find"/> would give anything for some version; allocates nothing on a miss.</summary>
    public bool Knows(SignatureKind kind, string value) => IndexOf(kind).Find(value).Count > 0 || (_below?.Knows(kind, value) ?? false);

    /// <summary>Whether <see cref="Find"/> would give a sign of a tool, and not only a word that tools have in their names.</summary>
    public bool KnowsTool(SignatureKind kind, string value, string? version = null) => Find(kind, value, version).Any(signature => !signature.IsSuspect);

    /// <summary>Whose file a repository-relative path is, as <see cref="Find"/>.</summary>
    public IReadOnlyList<Signature> FindPath(string path)
    {
        var best = _paths.Find(path);
        return Beside(_below?.FindPath(path) ?? [], best.Count == 0 ? best : OnePerTool(best));
    }

    private Signature OfKnownTool(Signature signature) => signature.Tool is { } tool && _tools[tool.Id] is var known && !ReferenceEquals(known, tool)
        ? signature with { Tool = known }
        : signature;

    private SignatureIndex IndexOf(SignatureKind kind)
    {
        lock (_indexes)
        {
            if (!_indexes.TryGetValue(kind, out var index))
            {
                _indexes[kind] = index = new SignatureIndex(kind, _signatures);
            }

            return index;
        }
    }

    // What an own entry says of a thing never hides what was known of it. Only a suspect is one no more, and that is remembered.
    private static IReadOnlyList<Signature> Beside(IReadOnlyList<Signature> known, IReadOnlyList<Signature> own)
    {
        if (known.Count == 0 || own.Count == 0)
        {
            return known.Count == 0 ? own : known;
        }

        var certain = own.Where(signature => !signature.IsSuspect).ToList();
        return certain.Count == 0 ? known
            : known[0].IsSuspect ? [.. certain.Select(signature => signature with { HidesSuspect = true })]
            : [.. known.Concat(certain).GroupBy(signature => signature.Tool?.Id).Select(Surest)];
    }

    private static Signature Surest(IEnumerable<Signature> same) =>
        same.OrderBy(signature => signature.NeedsSecondSign).ThenByDescending(signature => signature.Confidence).First();

    private static bool HoldsFor(Signature signature, string? version) =>
        signature.Versions is null || Versions.Contains(signature.Kind, signature.Versions, version) != false;

    // A range that begins at no version, such as *, also means a package of the repository's own.
    private static Signature Settled(Signature signature, string? version) =>
        signature.AloneInVersions is { } range && Versions.Contains(signature.Kind, range, version) == true ? signature with { NeedsSecondSign = false } : signature;

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
