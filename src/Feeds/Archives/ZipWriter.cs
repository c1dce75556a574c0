using System.Text;

namespace AiToolPolicy.Feeds.Archives;

/// <summary>
/// Writes a zip archive that depends on nothing but its entries: no time of day, and no compression, whose result differs from one runtime to the next.
/// </summary>
internal static class ZipWriter
{
    private const ushort Version = 20;
    private const ushort NamesAreUtf8 = 0x0800;

    // The first day that the format knows, 1980-01-01.
    private const uint FirstDay = 0x00210000;

    /// <param name="entries">Names with forward slashes, and contents, in the order in which they are to stand.</param>
    public static byte[] Write(IReadOnlyList<(string Name, byte[] Content)> entries)
    {
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream, Encoding.UTF8);
        var offsets = new List<uint>();
        foreach (var entry in entries)
        {
            offsets.Add((uint)stream.Position);
            writer.Write(0x04034b50u);
            WriteFacts(writer, entry.Name, entry.Content);
            writer.Write(Encoding.UTF8.GetBytes(entry.Name));
            writer.Write(entry.Content);
        }

        var directory = (uint)stream.Position;
        for (var i = 0; i < entries.Count; i++)
        {
            writer.Write(0x02014b50u);
            writer.Write(Version);
            WriteFacts(writer, entries[i].Name, entries[i].Content);

            // No comment, first disk, no attributes.
            writer.Write(new byte[10]);
            writer.Write(offsets[i]);
            writer.Write(Encoding.UTF8.GetBytes(entries[i].Name));
        }

        WriteEnd(writer, (ushort)entries.Count, directory, (uint)stream.Position - directory);
        writer.Flush();
        return stream.ToArray();
    }

    // What stands in the local header and in the directory alike, up to the length of the extra field.
    private static void WriteFacts(BinaryWriter writer, string name, byte[] content)
    {
        writer.Write(Version);
        writer.Write(NamesAreUtf8);
        writer.Write((ushort)0);
        writer.Write(FirstDay);
        writer.Write(Checksum.Of(content));
        writer.Write((uint)content.Length);
        writer.Write((uint)content.Length);
        writer.Write((ushort)Encoding.UTF8.GetByteCount(name));
        writer.Write((ushort)0);
    }

    private static void WriteEnd(BinaryWriter writer, ushort count, uint directory, uint length)
    {
        writer.Write(0x06054b50u);
        writer.Write(0u);
        writer.Write(count);
        writer.Write(count);
        writer.Write(length);
        writer.Write(directory);
        writer.Write((ushort)0);
    }
}
