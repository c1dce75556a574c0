using System.Text;
using System.Xml.Linq;
using AiToolPolicy.Engine.Text;
using AiToolPolicy.Feeds.Archives;

namespace AiToolPolicy.Feeds.Packages;

/// <summary>Makes a policy package. The same policy and manifest give the same bytes, on every machine.</summary>
public static class PackageWriter
{
    private static readonly Encoding Utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);

    /// <param name="policy">The policy's text, which has been checked.</param>
    public static byte[] Write(PackageManifest manifest, string policy)
    {
        // As the digest counts it: a checkout that ends lines in another way makes the same package.
        var text = policy.Replace("\r\n", "\n");
        return ZipWriter.Write(
        [
            ("_rels/.rels", Bytes(manifest.ToRelations())),
            ($"{manifest.Id}.nuspec", Bytes(manifest.ToNuspec())),
            ($"build/{manifest.Id}.props", Bytes(Props(manifest))),
            (PolicyPackage.PolicyEntry, Utf8.GetBytes(text)),
            (PolicyPackage.DigestEntry, Utf8.GetBytes(Digest.Of(text) + "\n")),
            ("[Content_Types].xml", Bytes(PackageManifest.ContentTypes(["rels", "nuspec", "props", "json", "digest"]))),
        ]);
    }

    // For the project that references the package itself and for no other: there is no buildTransitive.
    private static XDocument Props(PackageManifest manifest) => new(
        new XElement(
            "Project",
            new XElement(
                "ItemGroup",
                new XElement(
                    "AiToolPolicyLayer",
                    new XAttribute("Include", $"$(MSBuildThisFileDirectory)../{PolicyPackage.PolicyEntry}"),
                    new XAttribute("Package", manifest.Id),
                    new XAttribute("PackageVersion", manifest.Version),
                    new XAttribute("Visible", "false")))));

    private static byte[] Bytes(XDocument document) => Utf8.GetBytes("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n" + document.ToString().Replace("\r\n", "\n") + "\n");
}
