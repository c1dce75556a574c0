using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using AiToolPolicy.Engine.Catalog;
using AiToolPolicy.Engine.Inspection.Source;
using AiToolPolicy.Engine.Text;
using Microsoft.CodeAnalysis;
using Location = Microsoft.CodeAnalysis.Location;

namespace AiToolPolicy.Analyzers;

/// <summary>
/// Which of the referenced assemblies belong to AI tools, found out once for a compilation. Packages that share a namespace are told apart by
/// their assemblies; a namespace alone makes nothing restricted.
/// </summary>
internal sealed class RestrictedSymbols
{
    private readonly Dictionary<IAssemblySymbol, RestrictedAssembly> _assemblies = new(SymbolEqualityComparer.Default);
    private readonly HashSet<string> _aliases = new(StringComparer.Ordinal);
    private readonly List<ApiType> _types = [];
    private readonly ConcurrentDictionary<INamespaceSymbol, RestrictedAssembly?> _owners = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<ISymbol, IReadOnlyList<SourceUse>> _uses = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<string, ISymbol?> _imports = new(StringComparer.Ordinal);
    private readonly RestrictedNamespaces _namespaces;
    private readonly Lazy<RestrictedNames> _names;
    private readonly ToolCatalog _catalog;
    private IAssemblySymbol? _otherAssembly;
    private bool _isInScopeEverywhere;

    private RestrictedSymbols(Compilation compilation, ToolCatalog catalog, SyntaxKinds kinds, CancellationToken cancellation)
    {
        _catalog = catalog;
        _names = new Lazy<RestrictedNames>(() => new RestrictedNames(compilation, _types, _aliases));
        foreach (var reference in compilation.References)
        {
            if (compilation.GetAssemblyOrModuleSymbol(reference) is IAssemblySymbol assembly
                && SignaturesOf(assembly.Name, (reference as PortableExecutableReference)?.FilePath, catalog) is { } restricted)
            {
                _assemblies[assembly] = restricted;
                _types.AddRange(ApiType.In(reference, assembly, assembly.GivesAccessTo(compilation.Assembly)));
            }
        }

        Inheritable = new WordSet([.. new HashSet<string>(_types.Where(type => type.IsInherited).Select(type => type.Name), StringComparer.Ordinal)], isCaseSensitive: true);
        _namespaces = new RestrictedNamespaces(_types);
        if (Any)
        {
            // What a project of Visual Basic imports for all its files stands in none of them.
            _isInScopeEverywhere |= kinds == SyntaxKinds.VisualBasic;
            AddAliases(compilation, kinds, cancellation);
        }
    }

    public static RestrictedSymbols Of(Compilation compilation, ToolCatalog catalog, SyntaxKinds kinds, CancellationToken cancellation) =>
        new(compilation, catalog, kinds, cancellation);

    public bool Any => _assemblies.Count > 0;

    /// <summary>What restricted types, namespaces and members are called.</summary>
    public RestrictedNames Names => _names.Value;

    /// <summary>What nested restricted types are called that a class may have inherited in another file.</summary>
    public WordSet Inheritable { get; }

    /// <summary>The parts of the names of restricted namespaces.</summary>
    public WordSet Leading => _namespaces.Leading;

    /// <summary>
    /// False when nothing in a file leads to a restricted namespace, so that no name in it can mean a type there. Names such as <c>Text</c> and
    /// <c>Type</c> are everywhere, and to ask the compiler what they mean costs more than all the rest.
    /// </summary>
    /// <param name="leading">Those identifiers of the file that are among <see cref="Leading"/>.</param>
    public bool AreInScope(HashSet<string> leading) =>
        _isInScopeEverywhere || _namespaces.AreInScope(leading);

    /// <summary>The restricted assembly that the symbol comes from, or null.</summary>
    public RestrictedAssembly? AssemblyOf(ISymbol symbol) => symbol switch
    {
        INamespaceSymbol space => _owners.GetOrAdd(space, OwnerOf),
        IArrayTypeSymbol or IPointerTypeSymbol or ITypeParameterSymbol or ILocalSymbol or IParameterSymbol or IRangeVariableSymbol or ILabelSymbol => null,
        _ => symbol.ContainingAssembly is { } assembly && _assemblies.TryGetValue(assembly, out var restricted) ? restricted : null,
    };

    /// <summary>Whether a member comes from a restricted assembly, by the quickest of looks.</summary>
    [MethodImpl(HotPath.Optimized)]
    public bool Holds(ISymbol member)
    {
        // Members of one assembly are used many times in a row.
        if (member.ContainingAssembly is not { } assembly || ReferenceEquals(assembly, _otherAssembly))
        {
            return false;
        }

        if (_assemblies.ContainsKey(assembly))
        {
            return true;
        }

        _otherAssembly = assembly;
        return false;
    }

    /// <summary>What a name in an import at the top of a file means; an import of the same text means the same in every file.</summary>
    public ISymbol? OfImport(SyntaxNode import, SyntaxToken name, Func<ISymbol?> resolve) =>
        _imports.GetOrAdd($"{name.SpanStart - import.SpanStart} {import}", _ => resolve());

    /// <summary>A use of a symbol at a place, once for each tool that the symbol belongs to.</summary>
    public IEnumerable<SourceUse> UsesOf(ISymbol symbol, RestrictedAssembly assembly, Location location) =>
        _uses.GetOrAdd(symbol, _ => [.. Described(symbol, assembly)]).Select(use => use with { Location = location });

    private IEnumerable<SourceUse> Described(ISymbol symbol, RestrictedAssembly assembly)
    {
        var seen = SymbolNaming.Of(symbol);
        var what = $"{(symbol is INamespaceSymbol ? "Namespace" : "API")} '{seen}' of assembly '{PlainText.Safe(assembly.Name)}'";
        return SignaturesOf(assembly, symbol).Select(signature => new SourceUse(signature, what, seen, assembly.Version, Location.None));
    }

    // Where an assembly belongs to several tools, those whose namespace the symbol lies in.
    private IReadOnlyList<Signature> SignaturesOf(RestrictedAssembly assembly, ISymbol symbol)
    {
        if (assembly.Signatures.Count < 2)
        {
            return assembly.Signatures;
        }

        var space = symbol as INamespaceSymbol ?? symbol.ContainingNamespace;
        var tools = new HashSet<string?>(_catalog.Find(SignatureKind.Namespace, space?.ToDisplayString() ?? "").Select(s => s.Tool?.Id), StringComparer.Ordinal);
        var narrowed = assembly.Signatures.Where(s => tools.Contains(s.Tool?.Id)).ToList();
        return narrowed.Count > 0 ? narrowed : assembly.Signatures;
    }

    // A namespace that others fill as well says nothing: what is taken from it will.
    private RestrictedAssembly? OwnerOf(INamespaceSymbol space)
    {
        var filled = space.ConstituentNamespaces.Where(part => !part.GetTypeMembers().IsEmpty).ToList();
        RestrictedAssembly? owner = null;
        foreach (var part in filled.Count > 0 ? filled : [.. space.ConstituentNamespaces])
        {
            if (part.ContainingAssembly is not { } assembly || !_assemblies.TryGetValue(assembly, out var restricted))
            {
                return null;
            }

            owner ??= restricted;
            if (!HaveToolInCommon(owner, restricted))
            {
                return null;
            }
        }

        return space.IsGlobalNamespace ? null : owner;
    }

    private static bool HaveToolInCommon(RestrictedAssembly one, RestrictedAssembly other) =>
        one == other || one.Signatures.Any(signature => other.Signatures.Any(s => s.Tool!.Id == signature.Tool!.Id));

    // A global alias gives a restricted type a name of its own in every file.
    private void AddAliases(Compilation compilation, SyntaxKinds kinds, CancellationToken cancellation)
    {
        foreach (var import in compilation.SyntaxTrees.SelectMany(tree => tree.GetRoot(cancellation).ChildNodes().TakeWhile(kinds.IsImport)))
        {
            // Nearly all imports are of neither kind, which their text tells sooner than their tokens.
            var text = import.ToString();
            var isGlobal = text.StartsWith("global", StringComparison.Ordinal);
            if (!isGlobal && text.IndexOf('=') < 0)
            {
                continue;
            }

            if (!_isInScopeEverywhere && isGlobal)
            {
                _isInScopeEverywhere = AreInScope([.. import.DescendantTokens().Where(kinds.IsIdentifier).Select(name => name.ValueText)]);
            }

            var tokens = import.DescendantTokens().TakeWhile(token => token.Text != "=").ToList();
            if (tokens.Count > 0 && tokens[tokens.Count - 1] is var alias && alias.GetNextToken().Text == "=")
            {
                _aliases.Add(alias.ValueText);
            }
        }
    }

    // What a package is, its id says best; without one, the assembly's own name.
    private static RestrictedAssembly? SignaturesOf(string name, string? path, ToolCatalog catalog)
    {
        var package = path is null ? null : ReferencePath.PackageOf(path);
        var byPackage = package is null ? [] : Owned(catalog.Find(SignatureKind.Nuget, package.Id, package.Version));
        var signatures = byPackage.Count > 0 ? byPackage : Owned(catalog.Find(SignatureKind.Assembly, name));
        return signatures.Count == 0 ? null : new RestrictedAssembly(name, package?.Version, [.. signatures.Select(s => s with { Kind = SignatureKind.Assembly, Value = name })]);
    }

    private static List<Signature> Owned(IEnumerable<Signature> signatures) => [.. signatures.Where(s => s.Tool is not null && !s.NeedsSecondSign)];
}
