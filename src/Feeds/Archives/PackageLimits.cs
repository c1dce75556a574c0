namespace AiToolPolicy.Feeds.Archives;

/// <summary>How large a policy package may be.</summary>
public static class PackageLimits
{
    /// <summary>The most bytes of the file.</summary>
    public const int Packed = 32 * 1024 * 1024;

    /// <summary>The most bytes of all entries together, as they say and as they are.</summary>
    public const int Unpacked = 64 * 1024 * 1024;

    public const int Entries = 1000;

    /// <summary>The most bytes that one packed byte may become.</summary>
    public const int Ratio = 100;
}
