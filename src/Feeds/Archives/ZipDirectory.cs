using System.Text;
using AiToolPolicy.Engine.Text;

namespace AiToolPolicy.Feeds.Archives;

/// <summary>
/// Reads the central directory of a zip archive, strictly: what a package has no reason to hold (links, entries that leave the folder, two of a
/// name, encryption, zip64, more than its limits) refuses it as a whole, before anything is unpacked.
/// </summary>
internal sealed class ZipDirectory(byte[] bytes)
{
    private const uint EndSignature = 0x06054b50;
    private const uint EntrySignature = 0x02014b50;
    private const int EndLength = 22;
    private const int EntryLength = 46;
    private const int LongestComment = ushort.MaxValue;

    // The upper half of the external attributes holds Unix's mode, whose upper bits tell a link.
    private const uint FileKinds = 0xF000;
    private const uint SymbolicLink = 0xA000;

    private readonly ZipBytes _bytes = new(bytes);

    /// <exception cref="PackageProblemException">The archive is refused.</exception>
    public IReadOnlyList<ZipEntry> Read()
    {
        var end = FindEnd();
        var count = _bytes.UInt16(end + 10);
        var start = _bytes.UInt32(end + 16);
        if (count == ushort.MaxValue || start == uint.MaxValue)
        {
            throw new PackageProblemException("uses zip64, which a package of this size has no reason for");
        }

        if (_bytes.UInt16(end + 4) != 0 || _bytes.UInt16(end + 8) != count || start + _bytes.UInt32(end + 12) != end)
        {
            throw new PackageProblemException("is no whole zip archive: its directory does not end where it says");
        }

        if (count > PackageLimits.Entries)
        {
            throw new PackageProblemException($"has more than {PackageLimits.Entries} entries");
        }

        var entries = new List<ZipEntry>(count);
        var position = (int)start;
        for (var i = 0; i < count; i++)
        {
            entries.Add(ReadEntry(position));
            position += EntryLength + _bytes.UInt16(position + 28) + _bytes.UInt16(position + 30) + _bytes.UInt16(position + 32);
        }

        Check(entries, position == end);
        return entries;
    }

    // Behind it stands nothing but a comment of the length that it tells.
    private int FindEnd()
    {
        for (var at = bytes.Length - EndLength; at >= Math.Max(0, bytes.Length - EndLength - LongestComment); at--)
        {
            if (_bytes.UInt32(at) == EndSignature && at + EndLength + _bytes.UInt16(at + 20) == bytes.Length)
            {
                return at;
            }
        }

        throw new PackageProblemException("is no zip archive, or was cut off");
    }

    private ZipEntry ReadEntry(int at)
    {
        if (_bytes.UInt32(at) != EntrySignature)
        {
            throw new PackageProblemException("is no whole zip archive: its directory is damaged");
        }

        var name = Encoding.UTF8.GetString(_bytes.Slice(at + EntryLength, _bytes.UInt16(at + 28)));
        var (packed, length, offset) = (_bytes.UInt32(at + 20), _bytes.UInt32(at + 24), _bytes.UInt32(at + 42));
        var flaw = (_bytes.UInt16(at + 8) & 1) != 0 ? "is encrypted"
            : _bytes.UInt16(at + 10) is not (0 or 8) ? "is packed by a method that is not known"
            : (_bytes.UInt32(at + 38) >> 16 & FileKinds) == SymbolicLink ? "is a link"
            : !EntryName.IsInside(name) ? "leads out of the package's folder"
            : packed > bytes.Length || offset > bytes.Length || length > PackageLimits.Unpacked ? "is larger than a package may be, or than it is"
            : length > (long)Math.Max(packed, 1) * PackageLimits.Ratio ? $"becomes more than {PackageLimits.Ratio} times as large when unpacked"
            : null;
        return flaw is null
            ? new ZipEntry(name, _bytes.UInt16(at + 10), _bytes.UInt32(at + 16), (int)packed, (int)length, (int)offset)
            : throw new PackageProblemException($"has an entry '{PlainText.Safe(name, 100)}' that {flaw}");
    }

    private static void Check(List<ZipEntry> entries, bool endsWhereItSays)
    {
        if (!endsWhereItSays)
        {
            throw new PackageProblemException("is no whole zip archive: its directory is damaged");
        }

        if (entries.Sum(entry => (long)entry.Length) > PackageLimits.Unpacked)
        {
            throw new PackageProblemException($"becomes larger than {PackageLimits.Unpacked / (1024 * 1024)} MiB when unpacked");
        }

        // Two names that are one on some system would be read by one reader and another by the next.
        if (entries.GroupBy(entry => EntryName.Canonical(entry.Name), StringComparer.OrdinalIgnoreCase).FirstOrDefault(same => same.Count() > 1) is { } twice)
        {
            throw new PackageProblemException($"has two entries '{PlainText.Safe(twice.Key, 100)}'");
        }
    }
}
