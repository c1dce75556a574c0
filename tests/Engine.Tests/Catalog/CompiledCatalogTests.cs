using AiToolPolicy.Engine.Catalog;

namespace AiToolPolicy.Engine.Tests.Catalog;

public class CompiledCatalogTests
{
    [Fact]
    public void The_shipped_catalog_holds_every_vendor_and_tool_of_the_files()
    {
        var catalog = CompiledCatalog.Embedded;
        var vendors = CatalogFiles.Vendors.Select(v => (CatalogFiles.Text(v, "id"), CatalogFiles.Text(v, "name"), CatalogFiles.Text(v, "jurisdiction"), CatalogFiles.Text(v, "parent")));
        var tools = CatalogFiles.Tools.Select(t =>
            (CatalogFiles.Text(t.Tool, "id"), CatalogFiles.Text(t.Tool, "name"), t.Vendor, CatalogFiles.Text(t.Tool, "category"), CatalogFiles.Text(t.Tool, "modelVendor"), CatalogFiles.Text(t.Tool, "homepage")));

        Assert.Equal(vendors.Order(), catalog.Vendors.Select(v => ((string?)v.Id, (string?)v.Name, v.Jurisdiction, v.Parent)).Order());
        Assert.Equal(tools.Order(), catalog.Tools.Select(t => ((string?)t.Id, (string?)t.Name, t.Vendor.Id, (string?)t.Category, t.ModelVendor, t.Homepage)).Order());
    }

    [Fact]
    public void The_shipped_catalog_holds_every_signature_of_the_files() =>
        Assert.Equal(
            string.Join("\n", CatalogFiles.Signatures.Select(AsWritten).Order(StringComparer.Ordinal)),
            string.Join("\n", CompiledCatalog.Embedded.Signatures.Select(AsCompiled).Order(StringComparer.Ordinal)));

    [Fact]
    public void What_is_written_is_read_again()
    {
        var data = Sample.Read("""
            { "vendor": { "id": "v", "name": "Vé 🦊" }, "tools": [ { "id": "t", "name": "T", "category": "c", "homepage": "https://t.example", "signatures": [
              { "kind": "nuget", "value": "A", "versions": "[1,2)", "framework": "t", "modelVendor": "v", "role": "connector", "confidence": "low", "needsSecondSign": true, "aloneInVersions": "[1.5,2)" },
              { "kind": "path", "value": "**/a", "match": "glob" } ] } ] }
            """, """
            { "generic": [ { "kind": "env", "value": "X" } ], "suspects": [ { "kind": "npm", "value": "w", "match": "word" } ] }
            """);
        using var stream = new MemoryStream();
        CompiledCatalog.Write(stream, data);
        var again = CompiledCatalog.Read(new MemoryStream(stream.ToArray()));

        Assert.Equal(data.Vendors, again.Vendors);
        Assert.Equal(data.Tools, again.Tools);
        Assert.Equal(data.Signatures, again.Signatures);
    }

    [Fact]
    public void The_shipped_catalog_is_read_once() => Assert.Same(CompiledCatalog.Embedded, CompiledCatalog.Embedded);

    private static string AsWritten(CatalogFiles.Entry entry) => string.Join(" | ",
        entry.Tool, entry.Kind, entry.Match, entry.Value, entry.Text("confidence") ?? "high", entry.Text("versions"), entry.Text("role"), entry.Text("framework"),
        entry.Text("modelVendor"), entry.Json.TryGetProperty("needsSecondSign", out var second) && second.GetBoolean(), entry.Text("aloneInVersions"));

    private static string AsCompiled(Signature s) => string.Join(" | ",
        s.Tool?.Id, Words<SignatureKind>.Of(s.Kind), Words<SignatureMatch>.Of(s.Match), s.Value, Words<Confidence>.Of(s.Confidence), s.Versions, s.Role, s.Framework,
        s.ModelVendor, s.NeedsSecondSign, s.AloneInVersions);
}
