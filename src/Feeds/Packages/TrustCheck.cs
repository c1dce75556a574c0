namespace AiToolPolicy.Feeds.Packages;

/// <summary>Whether a package is one that is trusted.</summary>
internal static class TrustCheck
{
    /// <param name="sha512">Of the package file.</param>
    /// <param name="signature">Reads the signature; asked only where one is wanted.</param>
    /// <returns>Null when it is; else why not, to continue "the package ", without a full stop.</returns>
    public static string? Refusal(PackageTrust trust, string sha512, Func<PackageSignature> signature)
    {
        if (trust.Sha512 is { } expected && expected != sha512)
        {
            return $"has the SHA-512 {sha512}, and {expected} is trusted";
        }

        return trust.WantsSignature ? SignatureRefusal(trust, signature()) : null;
    }

    /// <summary>What to tell where the digest alone had to do: the client cannot verify signatures, and the digest says which file it is.</summary>
    public static string? Remark(PackageTrust trust, Func<PackageSignature> signature) =>
        trust is { WantsSignature: true, Sha512: not null } && signature() is { State: SignatureState.Unverifiable } unverifiable
            ? $"its signature could not be verified ({unverifiable.Detail}); its SHA-512 is the trusted one"
            : null;

    private static string? SignatureRefusal(PackageTrust trust, PackageSignature signature) => signature.State switch
    {
        SignatureState.Unsigned => "is not signed, and a signature is asked for",
        SignatureState.Broken => $"has a signature that does not hold: {signature.Detail}",
        SignatureState.Unverifiable => trust.Sha512 is null ? $"cannot be verified: {signature.Detail}. Trust an exact version by its 'sha512' instead" : null,
        _ => Refusal("author", trust.Authors, signature.Author) ?? Refusal("repository", trust.Repositories, signature.Repository),
    };

    private static string? Refusal(string who, IReadOnlyList<string> trusted, string? signer) =>
        trusted.Count == 0 || (signer is not null && trusted.Contains(signer)) ? null
        : signer is null ? $"is not signed by the {who} that is trusted"
        : $"is signed by the {who} certificate {signer}, which is not trusted";
}
