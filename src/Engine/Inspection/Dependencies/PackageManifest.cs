using System.Text;
using AiToolPolicy.Engine.Catalog;
using AiToolPolicy.Engine.Text;
using AiToolPolicy.Engine.Xml;

namespace AiToolPolicy.Engine.Inspection.Dependencies;

/// <summary>What the manifest of a NuGet package (<c>.nuspec</c>) says of the package, in the words of the catalog's suspects.</summary>
internal static class PackageManifest
{
    private static readonly char[] Separators = [' ', ',', ';', '\t', '\r', '\n'];

    private static readonly string[] Texts = ["title", "summary", "description"];

    /// <summary>
    /// The surest sign that the package is an AI tool: its type, a tag, words of its description; also two signs of those that say little alone.
    /// Null where there is none, or the manifest cannot be read.
    /// </summary>
    public static PackageClaim? Claim(string package, SourceFile nuspec, ToolCatalog catalog)
    {
        if (XmlTree.Read(nuspec).Root?.Children.FirstOrDefault(child => child.Is("metadata")) is not { } metadata)
        {
            return null;
        }

        var signs = Values(metadata).SelectMany(said => catalog.Find(said.Kind, said.Text)).Distinct().ToList();
        var best = signs.Find(sign => !sign.NeedsSecondSign) ?? (signs.Count > 1 ? signs[0] : null);
        return best is null ? null : new PackageClaim(package, best.Kind, best.Value);
    }

    private static IEnumerable<(SignatureKind Kind, string Text)> Values(XmlElement metadata)
    {
        foreach (var type in metadata.SelfAndDescendants().Where(element => element.Is("packageType")))
        {
            yield return (SignatureKind.PackageType, type.Attribute("name")?.Value ?? "");
        }

        foreach (var tag in (metadata.Metadata("tags") ?? "").Split(Separators, StringSplitOptions.RemoveEmptyEntries))
        {
            yield return (SignatureKind.PackageTag, tag);
        }

        foreach (var text in Texts.Select(name => metadata.Metadata(name)).OfType<string>())
        {
            yield return (SignatureKind.PackageText, Plain(text));
        }
    }

    // Words in lower case, one blank between them and around them.
    private static string Plain(string text)
    {
        var plain = new StringBuilder(" ", text.Length + 2);
        foreach (var c in text)
        {
            if (char.IsLetterOrDigit(c))
            {
                plain.Append(char.ToLowerInvariant(c));
            }
            else if (plain[plain.Length - 1] != ' ')
            {
                plain.Append(' ');
            }
        }

        return plain[plain.Length - 1] == ' ' ? plain.ToString() : plain.Append(' ').ToString();
    }
}
