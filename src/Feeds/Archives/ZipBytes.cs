namespace AiToolPolicy.Feeds.Archives;

/// <summary>Numbers and parts of an archive's bytes, in little-endian order; reading past the end refuses the archive.</summary>
internal sealed class ZipBytes(byte[] bytes)
{
    public int UInt16(long at)
    {
        Guard(at, 2);
        return bytes[at] | bytes[at + 1] << 8;
    }

    public uint UInt32(long at) => (uint)UInt16(at) | (uint)UInt16(at + 2) << 16;

    public byte[] Slice(long at, int length)
    {
        Guard(at, length);
        var part = new byte[length];
        Array.Copy(bytes, at, part, 0, length);
        return part;
    }

    private void Guard(long at, int length)
    {
        if (at < 0 || at + length > bytes.Length)
        {
            throw new PackageProblemException("is no whole zip archive: it ends before its end");
        }
    }
}
