using System.IO.Compression;
using System.Text;

namespace AiToolPolicy.Feeds.Archives;

/// <summary>A package file in memory. Only entries that are asked for are unpacked, and only into memory.</summary>
public sealed class PackageArchive
{
    private const uint LocalSignature = 0x04034b50;
    private const int LocalLength = 30;

    private readonly ZipBytes _bytes;
    private readonly IReadOnlyList<ZipEntry> _entries;

    /// <exception cref="PackageProblemException">It is no package, or one that holds what no package should.</exception>
    public PackageArchive(byte[] bytes)
    {
        if (bytes.Length > PackageLimits.Packed)
        {
            throw new PackageProblemException($"is larger than {PackageLimits.Packed / (1024 * 1024)} MiB");
        }

        _bytes = new ZipBytes(bytes);
        _entries = new ZipDirectory(bytes).Read();
    }

    public IEnumerable<string> Names => _entries.Select(entry => EntryName.Canonical(entry.Name));

    /// <summary>The bytes of an entry, by its name without case; null when there is none.</summary>
    /// <exception cref="PackageProblemException">The entry is not what the directory says.</exception>
    public byte[]? Read(string name) =>
        _entries.FirstOrDefault(entry => string.Equals(EntryName.Canonical(entry.Name), name, StringComparison.OrdinalIgnoreCase)) is { } found ? Unpack(found) : null;

    private byte[] Unpack(ZipEntry entry)
    {
        var nameLength = _bytes.UInt16(entry.Offset + 26);
        if (_bytes.UInt32(entry.Offset) != LocalSignature || Encoding.UTF8.GetString(_bytes.Slice(entry.Offset + LocalLength, nameLength)) != entry.Name)
        {
            throw Damaged();
        }

        var packed = _bytes.Slice(entry.Offset + LocalLength + nameLength + _bytes.UInt16(entry.Offset + 28), entry.PackedLength);
        var content = entry.Method == 0 ? packed : Inflate(packed, entry.Length);
        return content.Length == entry.Length && Checksum.Of(content) == entry.Checksum ? content : throw Damaged();
    }

    // One byte more than announced is asked for, so that an entry that lies about its length is found out without being unpacked.
    private static byte[] Inflate(byte[] packed, int length)
    {
        try
        {
            using var stream = new DeflateStream(new MemoryStream(packed), CompressionMode.Decompress);
            var content = new byte[length + 1];
            var count = 0;
            for (int read; count < content.Length && (read = stream.Read(content, count, content.Length - count)) > 0;)
            {
                count += read;
            }

            Array.Resize(ref content, count);
            return content;
        }
        catch (InvalidDataException)
        {
            throw Damaged();
        }
    }

    private static PackageProblemException Damaged() => new("is damaged: an entry is not what the archive's directory says");
}
