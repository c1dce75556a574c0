using System.Text;

namespace AiToolPolicy.Files.Git;

/// <summary>The names in a git index file, versions 2, 3 and 4, with SHA-1 or SHA-256.</summary>
internal sealed class GitIndex
{
    private const int Limit = 256 * 1024 * 1024;
    private const int StatSize = 40;
    private const int HeaderSize = 12;
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    private readonly byte[] _bytes;
    private readonly int _hashSize;
    private readonly List<string> _names = [];
    private int _position = HeaderSize;

    private GitIndex(byte[] bytes, int hashSize) => (_bytes, _hashSize) = (bytes, hashSize);

    /// <returns>The tracked paths, with forward slashes; null for a file that cannot be read as an index.</returns>
    public static IReadOnlyList<string>? Read(string path)
    {
        if (TextFile.ReadBytes(path, Limit).Bytes is not { } bytes || bytes.Length < HeaderSize || Encoding.ASCII.GetString(bytes, 0, 4) != "DIRC")
        {
            return null;
        }

        // The file does not say which hash it uses; only the right size leads from entry to entry and to the end.
        return (new GitIndex(bytes, 20).TryRead(path) ?? new GitIndex(bytes, 32).TryRead(path))?._names;
    }

    private GitIndex? TryRead(string path)
    {
        var version = Number(4);
        if (version is not (2 or 3 or 4))
        {
            return null;
        }

        var previous = Array.Empty<byte>();
        for (var left = Number(8); left > 0; left--)
        {
            if (ReadEntry((int)version, previous) is not { } name)
            {
                return null;
            }

            previous = name;

            // In a split index an entry without a name replaces one of the shared index.
            if (name.Length > 0)
            {
                _names.Add(Utf8.GetString(name));
            }
        }

        return ReadExtensions(path) ? this : null;
    }

    private byte[]? ReadEntry(int version, byte[] previous)
    {
        var start = _position;
        _position += StatSize + _hashSize;
        if (_position + 2 > _bytes.Length)
        {
            return null;
        }

        var flags = (_bytes[_position] << 8) | _bytes[_position + 1];
        _position += 2 + ((flags & 0x4000) != 0 && version >= 3 ? 2 : 0);
        var kept = version == 4 ? ReadKept(previous.Length) : 0;
        var end = kept < 0 || _position > _bytes.Length ? -1 : Array.IndexOf(_bytes, (byte)0, _position);
        if (end < 0)
        {
            return null;
        }

        var name = new byte[kept + end - _position];
        Array.Copy(previous, name, kept);
        Array.Copy(_bytes, _position, name, kept, end - _position);
        var told = flags & 0xFFF;

        // Versions 2 and 3 pad an entry with 1 to 8 NULs to a multiple of 8.
        _position = version == 4 ? end + 1 : start + ((end - start + 8) / 8 * 8);
        return Math.Min(name.Length, 0xFFF) == told ? name : null;
    }

    // Version 4 tells how many bytes of the previous name to drop, in the variable-length form of pack offsets.
    private int ReadKept(int previousLength)
    {
        var dropped = 0L;
        for (var isFirst = true; _position < _bytes.Length && dropped <= previousLength; isFirst = false)
        {
            var next = _bytes[_position++];
            dropped = isFirst ? next & 0x7F : ((dropped + 1) << 7) | (long)(next & 0x7F);
            if ((next & 0x80) == 0)
            {
                return (int)Math.Max(-1, previousLength - dropped);
            }
        }

        return -1;
    }

    // Extensions fill the file up to the checksum; one of them names the shared half of a split index.
    private bool ReadExtensions(string path)
    {
        var end = _bytes.Length - _hashSize;
        while (_position + 8 <= end)
        {
            var signature = Encoding.ASCII.GetString(_bytes, _position, 4);
            var size = Number(_position + 4);
            var data = _position + 8;
            if (size > end - data || (signature == "link" && !ReadShared(path, data, (int)size)))
            {
                return false;
            }

            _position = data + (int)size;
        }

        return _position == end;
    }

    private bool ReadShared(string path, int data, int size)
    {
        if (size < _hashSize)
        {
            return false;
        }

        var hash = BitConverter.ToString(_bytes, data, _hashSize).Replace("-", "").ToLowerInvariant();
        if (hash.All(digit => digit == '0'))
        {
            return true;
        }

        // What the split half has deleted stays here: a name too many only means one file more to look at.
        var shared = Read(Path.Combine(Path.GetDirectoryName(path)!, "sharedindex." + hash));
        _names.AddRange(shared ?? []);
        return shared is not null;
    }

    private uint Number(int offset) =>
        ((uint)_bytes[offset] << 24) | ((uint)_bytes[offset + 1] << 16) | ((uint)_bytes[offset + 2] << 8) | _bytes[offset + 3];
}
