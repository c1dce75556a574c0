using AiToolPolicy.Engine.Catalog;
using AiToolPolicy.Engine.Inspection.Guarding;
using AiToolPolicy.Engine.Json;
using AiToolPolicy.Engine.Text;

namespace AiToolPolicy.Engine.Inspection.Dependencies;

/// <summary>
/// Packages that no catalog knows and that say of themselves that they are AI tools. NuGet extracts every package that it restores; which folder
/// that is, <c>project.assets.json</c> tells.
/// </summary>
public static class UnknownPackages
{
    /// <param name="assets">A <c>project.assets.json</c>.</param>
    /// <param name="read">Reads a file by its full path; what is not there is no package on this machine, and says nothing.</param>
    public static IReadOnlyList<PackageClaim> Find(JsonObject assets, ToolCatalog catalog, Func<string, FileText> read)
    {
        var folders = (assets["packageFolders"] as JsonObject)?.Members.Select(member => member.Name.Value.TrimEnd('/', '\\')).ToList() ?? [];
        var claims = new List<PackageClaim>();
        foreach (var (id, path) in Restored(assets).Where(package => !IsKnown(package.Id, catalog)))
        {
            var texts = folders.Select(folder => read($"{folder}/{path}/{id.ToLowerInvariant()}.nuspec").Text);
            if (texts.FirstOrDefault(text => text is not null) is { } text && PackageManifest.Claim(id, new SourceFile(path, text), catalog) is { } claim)
            {
                claims.Add(claim);
            }
        }

        return claims;
    }

    /// <summary>The evidence for one package: at each direct reference that brings it in.</summary>
    /// <param name="sites">Where the project writes its references.</param>
    /// <param name="start">Where evidence stands that no line brought in.</param>
    public static IEnumerable<Evidence> Evidence(PackageClaim claim, IReadOnlyList<AssetsGraph> graphs, ReferenceSites sites, Location start) => graphs
        .Where(graph => graph.Packages.VersionOf(claim.Package) is not null)
        .SelectMany(graph => graph.BringersOf(claim.Package).Select(direct => Evidence(claim, graph, direct, sites.Find(direct) ?? start)))
        .GroupBy(evidence => evidence.Location)
        .Select(same => same.First());

    /// <summary>Whether something is evidence of that kind, which only a package's own manifest gives.</summary>
    public static bool IsClaim(Evidence evidence) =>
        evidence.Signature.Kind is SignatureKind.PackageType or SignatureKind.PackageTag or SignatureKind.PackageText;

    private static Evidence Evidence(PackageClaim claim, AssetsGraph graph, string direct, Location location)
    {
        var isDirect = string.Equals(direct, claim.Package, StringComparison.OrdinalIgnoreCase);
        return new Evidence(
            Signature.OfUnknown(claim.Kind, claim.Value), Surface.Package, Strength.Mention, $"Package '{PlainText.Safe(claim.Package)}' ({claim.Phrase})", claim.Package, location)
        {
            Version = graph.Packages.VersionOf(claim.Package),
            IsResolved = true,
            Origin = isDirect ? "direct reference" : null,
            Through = isDirect ? null : new TransitivePath(graph.Packages, direct, claim.Package),
        };
    }

    // Ids that look like an AI tool are reported by their looks.
    private static bool IsKnown(string id, ToolCatalog catalog) =>
        catalog.Knows(SignatureKind.Nuget, id) || string.Equals(id, PackageName.Id, StringComparison.OrdinalIgnoreCase);

    // "libraries": { "Id/1.0.0": { "type": "package", "path": "id/1.0.0" } }
    private static IEnumerable<(string Id, string Path)> Restored(JsonObject assets) =>
        from library in (assets["libraries"] as JsonObject)?.Members ?? []
        let entry = library.Value as JsonObject
        where (entry?["type"] as JsonString)?.Value == "package"
        let path = (entry["path"] as JsonString)?.Value
        where path is not null && !path.Split('/', '\\').Contains("..")
        select (library.Name.Value.Split('/')[0], path);
}
