using AiToolPolicy.Engine.Catalog;

namespace AiToolPolicy.Engine.Tests.Catalog;

/// <summary>Each entry of the catalog carries its own proof; here they all run.</summary>
public class CatalogFilesTests
{
    [Fact]
    public void Every_signature_matches_what_it_says_it_matches() =>
        NoneOf(CatalogFiles.Signatures.SelectMany(entry => entry.Matches
            .Where(value => !SignatureMatcher.IsMatch(Read(entry), value)).Select(value => $"{entry} does not match '{value}'")));

    [Fact]
    public void No_signature_matches_what_it_says_it_ignores() =>
        NoneOf(CatalogFiles.Signatures.SelectMany(entry => entry.Ignores
            .Where(value => SignatureMatcher.IsMatch(Read(entry), value)).Select(value => $"{entry} matches '{value}'")));

    [Fact]
    public void An_exact_value_matches_itself_and_nothing_longer()
    {
        var exact = CatalogFiles.Signatures.Where(entry => entry.Match == "exact").ToList();

        Assert.NotEmpty(exact);
        NoneOf(exact.Where(entry => !SignatureMatcher.IsMatch(Read(entry), entry.Value)).Select(entry => $"{entry} does not match itself"));
        NoneOf(exact.Where(entry => SignatureMatcher.IsMatch(Read(entry), entry.Value + "x")).Select(entry => $"{entry} matches more than itself"));
    }

    [Fact]
    public void Every_pattern_gives_an_example_and_a_look_alike() =>
        NoneOf(CatalogFiles.Signatures.Where(entry => entry.Match != "exact" && (entry.Matches.Count == 0 || entry.Ignores.Count == 0)).Select(entry => entry.ToString()));

    [Fact]
    public void No_value_is_the_sign_of_two_tools_in_one_version() =>
        NoneOf(CatalogFiles.Signatures
            .GroupBy(entry => (entry.Kind, entry.Match, Value: Read(entry) is var s && SignatureKinds.Comparison(s.Kind) == StringComparison.Ordinal ? s.Value : s.Value.ToUpperInvariant()))
            .SelectMany(same => same.SelectMany((first, i) => same.Skip(i + 1).Where(second => Overlap(first, second)).Select(second => $"{first} and {second}"))));

    [Fact]
    public void Vendor_and_tool_ids_are_unique()
    {
        NoneOf(Twice(CatalogFiles.Vendors.Select(vendor => vendor.GetProperty("id").GetString()!)));
        NoneOf(Twice(CatalogFiles.Tools.Select(tool => tool.Tool.GetProperty("id").GetString()!)));
    }

    [Fact]
    public void Every_id_that_is_referred_to_exists()
    {
        var vendors = CatalogFiles.Vendors.Select(vendor => vendor.GetProperty("id").GetString()).ToHashSet();
        var tools = CatalogFiles.Tools.Select(tool => tool.Tool.GetProperty("id").GetString()).ToHashSet();

        NoneOf(CatalogFiles.Vendors.Select(vendor => CatalogFiles.Text(vendor, "parent")).OfType<string>().Where(id => !vendors.Contains(id)));
        NoneOf(CatalogFiles.Tools.Select(tool => CatalogFiles.Text(tool.Tool, "modelVendor")).OfType<string>().Where(id => !vendors.Contains(id)));
        NoneOf(CatalogFiles.Tools
            .SelectMany(tool => tool.Tool.TryGetProperty("related", out var ids) ? ids.EnumerateArray() : default)
            .Select(id => id.GetString()!).Where(id => !tools.Contains(id)));
        NoneOf(CatalogFiles.Signatures.Where(entry => entry.Text("modelVendor") is { } id && !vendors.Contains(id)).Select(entry => entry.ToString()));
        NoneOf(CatalogFiles.Signatures.Where(entry => entry.Text("framework") is { } id && !tools.Contains(id)).Select(entry => entry.ToString()));
        NoneOf(CatalogFiles.Signatures
            .SelectMany(entry => entry.Json.TryGetProperty("readBy", out var ids) ? ids.EnumerateArray() : default)
            .Select(id => id.GetString()!).Where(id => !tools.Contains(id)));
    }

    [Fact]
    public void Every_example_leads_the_shipped_catalog_to_its_tool()
    {
        var catalog = CompiledCatalog.Embedded;
        NoneOf(CatalogFiles.Signatures.Where(entry => entry.Tool is not null && entry.Text("versions") is null)
            .SelectMany(entry => entry.Matches.Append(entry.Match == "exact" && entry.Kind != "path" ? entry.Value : null).OfType<string>()
                .Where(value => !Owners(catalog, Read(entry).Kind, value).Contains(entry.Tool) && !HasMoreSpecific(entry, value))
                .Select(value => $"{entry} with '{value}' leads to '{string.Join(", ", Owners(catalog, Read(entry).Kind, value))}'")));
    }

    private static IEnumerable<string?> Owners(ToolCatalog catalog, SignatureKind kind, string value) =>
        (kind == SignatureKind.Path ? catalog.FindPath(value) : catalog.Find(kind, value)).Select(s => s.Tool?.Id);

    // An example may belong to a closer signature of another tool; then that one wins, as it should.
    private static bool HasMoreSpecific(CatalogFiles.Entry entry, string value) => CatalogFiles.Signatures.Any(other =>
        other.Kind == entry.Kind && other.Tool != entry.Tool && SignatureMatcher.IsMatch(Read(other), value)
        && (other.Match == "exact" || other.Value.Count(c => c != '*') > entry.Value.Count(c => c != '*')));

    private static bool Overlap(CatalogFiles.Entry first, CatalogFiles.Entry second)
    {
        var kind = Read(first).Kind;
        var versions = new[] { "0.0.1", "1.0.0", "2.0.0-0", "2.0.0", "5.0.0", "9.9.9", "10.0.0", "11.0.0", "99.0.0" };
        return versions.Any(version => Holds(kind, first, version) && Holds(kind, second, version));
    }

    private static bool Holds(SignatureKind kind, CatalogFiles.Entry entry, string version) =>
        entry.Text("versions") is not { } range || Versions.Contains(kind, range, version) == true;

    private static Signature Read(CatalogFiles.Entry entry)
    {
        Assert.True(Words<SignatureKind>.TryParse(entry.Kind, out var kind), entry.ToString());
        Assert.True(Words<SignatureMatch>.TryParse(entry.Match, out var match), entry.ToString());
        return new Signature(kind, entry.Value, match, Confidence.High, null);
    }

    private static IEnumerable<string> Twice(IEnumerable<string> ids) => ids.GroupBy(id => id).Where(same => same.Count() > 1).Select(same => same.Key);

    private static void NoneOf(IEnumerable<string> complaints) => Assert.Equal("", string.Join("\n", complaints));
}
