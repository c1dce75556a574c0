namespace AiToolPolicy.Feeds;

/// <summary>What can be said of a package's signature.</summary>
public enum SignatureState
{
    /// <summary>There is none.</summary>
    Unsigned,

    /// <summary>It is of this content, unbroken.</summary>
    Valid,

    /// <summary>It is there and does not hold.</summary>
    Broken,

    /// <summary>The client at hand cannot tell.</summary>
    Unverifiable,
}

/// <summary>The signatures of a package file.</summary>
/// <param name="Author">SHA-256 of the author's certificate in upper-case hexadecimal; null when no author signed.</param>
/// <param name="Repository">The same of the repository that signed or countersigned it.</param>
/// <param name="Detail">Why it is broken or cannot be verified; continues a sentence, without a full stop.</param>
public sealed record PackageSignature(SignatureState State, string? Author = null, string? Repository = null, string? Detail = null);
