using System.Text;
using AiToolPolicy.Engine.Policies;
using AiToolPolicy.Engine.Text;
using AiToolPolicy.Engine.Xml;
using AiToolPolicy.Feeds.Archives;
using NuGet.Versioning;

namespace AiToolPolicy.Feeds.Packages;

/// <summary>A package that carries a policy, read and checked.</summary>
/// <param name="Version">In its normal form.</param>
/// <param name="Text">The policy's text.</param>
/// <param name="Sha512">Of the package file, in base 64.</param>
public sealed record PolicyPackage(string Id, string Version, string Text, string Sha512)
{
    /// <summary>Where the policy stands in the package.</summary>
    public const string PolicyEntry = "policy/" + PolicyFile.Name;

    /// <summary>Where its digest stands, as <see cref="Digest"/> writes it.</summary>
    public const string DigestEntry = PolicyEntry + ".digest";

    private static readonly Encoding Utf8 = new UTF8Encoding(false, throwOnInvalidBytes: true);

    /// <param name="id">The package that was asked for; it must say itself that it is this one.</param>
    /// <exception cref="PackageProblemException">It is no package, not that one, or carries no policy.</exception>
    public static PolicyPackage Read(byte[] bytes, string id, string version)
    {
        var archive = new PackageArchive(bytes);
        var (saysId, saysVersion) = Manifest(archive);
        if (!string.Equals(saysId, id, StringComparison.OrdinalIgnoreCase) || saysVersion != NuGetVersion.Parse(version).ToNormalizedString())
        {
            throw new PackageProblemException($"says that it is '{PlainText.Safe(saysId, 100)}' {PlainText.Safe(saysVersion, 100)}");
        }

        var text = Decode(archive, PolicyEntry) ?? throw new PackageProblemException($"carries no policy: there is no {PolicyEntry} in it");
        var digest = Decode(archive, DigestEntry) ?? throw new PackageProblemException($"carries no digest of its policy: there is no {DigestEntry} in it");
        return Digest.Matches(digest, Digest.Of(text))
            ? new PolicyPackage(saysId, saysVersion, text, PackageDigest.Sha512(bytes))
            : throw new PackageProblemException("carries a policy that is not the one it was made with: the digests differ");
    }

    private static (string Id, string Version) Manifest(PackageArchive archive)
    {
        var manifests = archive.Names.Where(name => name.IndexOf('/') < 0 && name.EndsWith(".nuspec", StringComparison.OrdinalIgnoreCase)).ToList();
        if (manifests.Count != 1)
        {
            throw new PackageProblemException(manifests.Count == 0 ? "has no manifest (.nuspec)" : "has more than one manifest (.nuspec)");
        }

        var root = XmlTree.Read(new SourceFile(manifests[0], Decode(archive, manifests[0])!)).Root;
        var metadata = root?.Children.FirstOrDefault(child => child.Is("metadata"));
        return metadata?.Metadata("id") is { } id && NuGetVersion.TryParse(metadata.Metadata("version") ?? "", out var version)
            ? (id, version.ToNormalizedString())
            : throw new PackageProblemException("has a manifest (.nuspec) without an id and a version that can be read");
    }

    private static string? Decode(PackageArchive archive, string entry)
    {
        try
        {
            return archive.Read(entry) is { } bytes ? Utf8.GetString(bytes).TrimStart('\uFEFF') : null;
        }
        catch (DecoderFallbackException)
        {
            throw new PackageProblemException($"has an entry {PlainText.Safe(entry, 100)} that is not UTF-8");
        }
    }
}
