namespace AiToolPolicy.Engine.Catalog;

/// <summary>The facts of one or more catalog files, as read.</summary>
public sealed record CatalogData(IReadOnlyList<Vendor> Vendors, IReadOnlyList<Tool> Tools, IReadOnlyList<Signature> Signatures)
{
    public static CatalogData Empty { get; } = new([], [], []);

    /// <summary>Both, the entries of this one first.</summary>
    public CatalogData With(CatalogData other) =>
        new([.. Vendors, .. other.Vendors], [.. Tools, .. other.Tools], [.. Signatures, .. other.Signatures]);
}
