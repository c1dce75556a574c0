using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace AiToolPolicy.Feeds.Packages;

/// <summary>What a policy package says of itself.</summary>
/// <param name="Version">In its normal form.</param>
/// <param name="Authors">Who made it, at least a word.</param>
public sealed record PackageManifest(string Id, string Version, string Authors, string Description)
{
    private static readonly XNamespace Nuspec = "http://schemas.microsoft.com/packaging/2013/05/nuspec.xsd";
    private static readonly XNamespace Types = "http://schemas.openxmlformats.org/package/2006/content-types";
    private static readonly XNamespace Relations = "http://schemas.openxmlformats.org/package/2006/relationships";

    /// <summary>An id made from a policy's name: <c>Contoso AI tool policy</c> is <c>Contoso.AI.tool.policy</c>; null when no letter is left.</summary>
    public static string? IdFor(string name) =>
        Regex.Replace(name, "[^A-Za-z0-9_]+", ".", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1)).Trim('.') is { Length: > 0 } id ? id : null;

    // A development dependency flows into no other package; there is nothing to compile against and nothing to depend on.
    internal XDocument ToNuspec() => new(
        new XElement(
            Nuspec + "package",
            new XElement(
                Nuspec + "metadata",
                new XElement(Nuspec + "id", Id),
                new XElement(Nuspec + "version", Version),
                new XElement(Nuspec + "authors", Authors),
                new XElement(Nuspec + "developmentDependency", "true"),
                new XElement(Nuspec + "description", Description),
                new XElement(Nuspec + "tags", "ai tool policy ai-tool-policy"))));

    internal XDocument ToRelations() => new(
        new XElement(
            Relations + "Relationships",
            new XElement(
                Relations + "Relationship",
                new XAttribute("Type", "http://schemas.microsoft.com/packaging/2010/07/manifest"),
                new XAttribute("Target", $"/{Id}.nuspec"),
                new XAttribute("Id", "manifest"))));

    internal static XDocument ContentTypes(IEnumerable<string> endings) => new(
        new XElement(
            Types + "Types",
            endings.Select(ending => new XElement(
                Types + "Default",
                new XAttribute("Extension", ending),
                new XAttribute("ContentType", ending == "rels" ? "application/vnd.openxmlformats-package.relationships+xml" : "application/octet")))));
}
