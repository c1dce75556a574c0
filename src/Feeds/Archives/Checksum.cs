namespace AiToolPolicy.Feeds.Archives;

/// <summary>CRC-32 as zip archives use it.</summary>
internal static class Checksum
{
    private static readonly uint[] Table = [.. Enumerable.Range(0, 256).Select(i => Step((uint)i))];

    public static uint Of(byte[] bytes)
    {
        var sum = uint.MaxValue;
        foreach (var b in bytes)
        {
            sum = Table[(sum ^ b) & 0xFF] ^ sum >> 8;
        }

        return ~sum;
    }

    private static uint Step(uint value)
    {
        for (var bit = 0; bit < 8; bit++)
        {
            value = (value & 1) != 0 ? 0xEDB88320 ^ value >> 1 : value >> 1;
        }

        return value;
    }
}
