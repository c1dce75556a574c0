using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using NuGet.Packaging;
using NuGet.Packaging.Core;
using NuGet.Packaging.Signing;

namespace AiToolPolicy.Feeds.Protocol;

/// <summary>Reads and verifies the signatures of a package through NuGet's own signing.</summary>
internal static class SignatureReader
{
    public static PackageSignature Read(byte[] package, CancellationToken cancellation)
    {
        try
        {
            return Task.Run(() => ReadAsync(package, cancellation), cancellation).GetAwaiter().GetResult();
        }
        catch (Exception error) when (error is SignatureException or CryptographicException or PackagingException or InvalidDataException)
        {
            return new PackageSignature(SignatureState.Broken, Detail: "it cannot be read as a signature");
        }
        catch (Exception error) when (error is NotSupportedException or PlatformNotSupportedException or MissingMemberException or TypeLoadException or FileNotFoundException)
        {
            return new PackageSignature(SignatureState.Unverifiable, Detail: $"NuGet's client on this machine verifies no signatures ({error.GetType().Name})");
        }
    }

    private static async Task<PackageSignature> ReadAsync(byte[] package, CancellationToken cancellation)
    {
        using var reader = new PackageArchiveReader(new MemoryStream(package));
        if (!await reader.IsSignedAsync(cancellation).ConfigureAwait(false))
        {
            return new PackageSignature(SignatureState.Unsigned);
        }

        var primary = await reader.GetPrimarySignatureAsync(cancellation).ConfigureAwait(false);
        var counter = RepositoryCountersignature.GetRepositoryCountersignature(primary);

        // The content's hash first, then the signature over it: together they say that this very file was signed.
        await reader.ValidateIntegrityAsync(primary.SignatureContent, cancellation).ConfigureAwait(false);
        primary.SignedCms.CheckSignature(verifySignatureOnly: true);
        var own = Fingerprint(primary.SignerInfo.Certificate);
        return primary.Type == SignatureType.Repository
            ? new PackageSignature(SignatureState.Valid, Repository: own)
            : new PackageSignature(SignatureState.Valid, own, Fingerprint(counter?.SignerInfo.Certificate));
    }

    private static string? Fingerprint(X509Certificate2? certificate) =>
        certificate is null ? null : Convert.ToHexString(SHA256.HashData(certificate.RawData));
}
