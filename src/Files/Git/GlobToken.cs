namespace AiToolPolicy.Files.Git;

internal enum GlobTokenKind
{
    /// <summary>One of a set of bytes.</summary>
    OneOf,

    /// <summary><c>*</c>: any bytes but slashes, also none.</summary>
    Star,

    /// <summary><c>**</c> where it crosses folders: any bytes, also none.</summary>
    Everything,

    /// <summary>The beginning of <c>**/</c>: nothing, or into the folders that follow.</summary>
    FoldersOrNone,

    /// <summary>Inside <c>**/</c>: any bytes; only a slash leads on.</summary>
    Folders,
}

/// <summary>One step of a pattern.</summary>
/// <param name="Bytes">For <see cref="GlobTokenKind.OneOf"/>: which of the 256 byte values it takes.</param>
internal sealed record GlobToken(GlobTokenKind Kind, bool[]? Bytes = null);
