namespace AiToolPolicy.Feeds.Archives;

/// <summary>One entry of a package, as its central directory says.</summary>
/// <param name="Name">As it stands there: relative, with forward slashes.</param>
/// <param name="Method">0 stored, 8 deflated.</param>
/// <param name="Offset">Where its local header begins.</param>
internal sealed record ZipEntry(string Name, int Method, uint Checksum, int PackedLength, int Length, int Offset);
