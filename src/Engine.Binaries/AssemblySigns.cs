using AiToolPolicy.Engine.Catalog;
using AiToolPolicy.Engine.Text;

namespace AiToolPolicy.Engine.Binaries;

/// <summary>
/// Whose an assembly is, by what its metadata says. A renamed file keeps its name in there, a renamed assembly its title, maker, repository and
/// namespaces, a merged one its namespaces.
/// </summary>
public sealed class AssemblySigns
{
    // Below it, types in another's namespace are as likely an extension by somebody else, which libraries often place there.
    private const int WholeLibrary = 10;

    private readonly AssemblyFacts _facts;
    private readonly ToolCatalog _catalog;
    private readonly List<AssemblySign> _signs = [];

    private AssemblySigns(AssemblyFacts facts, ToolCatalog catalog)
    {
        _facts = facts;
        _catalog = catalog;
    }

    /// <summary>One for each tool that the assembly belongs to or holds, the strongest sign of each.</summary>
    public static IReadOnlyList<AssemblySign> Of(AssemblyFacts facts, ToolCatalog catalog)
    {
        var found = new AssemblySigns(facts, catalog);
        found.AddOwn();
        found.AddHeld();
        return
        [
            .. found._signs.GroupBy(sign => sign.Signature.Tool!.Id, StringComparer.Ordinal)
                .Select(Settle)
                .OfType<AssemblySign>()
                .OrderBy(sign => sign.Signature.Tool!.Id, StringComparer.Ordinal),
        ];
    }

    // What needs a second sign counts beside one of another kind.
    private static AssemblySign? Settle(IEnumerable<AssemblySign> signs)
    {
        var all = signs.OrderByDescending(sign => sign.Strength).ThenByDescending(sign => sign.Signature.Confidence).ToList();
        var isBacked = all.Select(sign => sign.Signature.Kind).Distinct().Count() > 1;
        var best = all.Find(sign => !sign.Signature.NeedsSecondSign) ?? (isBacked ? all[0] : null);
        return best is null ? null : best with { Signature = best.Signature with { NeedsSecondSign = false } };
    }

    // What says that the whole assembly is the tool's.
    private void AddOwn()
    {
        Add(SignatureKind.Assembly, _facts.Name, "by its name");
        Add(SignatureKind.Assembly, _facts.Title, "by its title");
        Add(SignatureKind.Assembly, _facts.Product, "by its product name");
        Add(SignatureKind.PackageAuthor, _facts.Company, "by its company");
        Add(SignatureKind.Repository, RepositoryNames.Of(_facts.RepositoryUrl), "by its repository");
        Add(SignatureKind.PublicKeyToken, _facts.PublicKeyToken, "by its public key token");
    }

    // What says that the tool is inside an assembly of any name.
    private void AddHeld()
    {
        foreach (var name in _facts.Embedded)
        {
            AddAll(SignatureKind.Assembly, name, signature => new AssemblySign(signature, Strength.Dependency, $"which embeds '{PlainText.Safe(name)}'", name, name, null));
        }

        var isKnown = _signs.Exists(sign => sign.Signature.Kind == SignatureKind.Assembly);
        var spaces = _facts.Namespaces.SelectMany(space => Owned(SignatureKind.Namespace, space.Key).Select(signature => (Signature: signature, Types: space.Value)));
        foreach (var space in spaces.GroupBy(s => (s.Signature.Tool!.Id, s.Signature.Value)))
        {
            var types = space.Sum(s => s.Types);
            if (types >= WholeLibrary || !isKnown)
            {
                var phrase = $"which defines {types} {(types == 1 ? "type" : "types")} in namespace '{PlainText.Safe(space.Key.Value)}'";
                _signs.Add(new AssemblySign(space.First().Signature, types >= WholeLibrary ? Strength.Dependency : Strength.Mention, phrase, space.Key.Value, space.Key.Value, null));
            }
        }
    }

    private void Add(SignatureKind kind, string? value, string by)
    {
        if (value is { Length: > 0 })
        {
            AddAll(kind, value, signature => new AssemblySign(signature, Strength.Dependency, $"which is '{PlainText.Safe(value)}' {by}", value, _facts.Name ?? value, _facts.Version));
        }
    }

    private void AddAll(SignatureKind kind, string value, Func<Signature, AssemblySign> make) => _signs.AddRange(Owned(kind, value).Select(make));

    private IEnumerable<Signature> Owned(SignatureKind kind, string value) => _catalog.Find(kind, value).Where(signature => signature is { Tool: not null, IsSuspect: false });
}
