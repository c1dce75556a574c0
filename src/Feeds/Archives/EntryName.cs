namespace AiToolPolicy.Feeds.Archives;

/// <summary>Names of archive entries.</summary>
internal static class EntryName
{
    private static readonly char[] Separators = ['/', '\\'];

    /// <summary>The name with escapes undone, as packages write blanks and other characters in it.</summary>
    public static string Canonical(string name) => Uri.UnescapeDataString(name).Replace('\\', '/').TrimEnd('/');

    /// <summary>False for a name that some system would place outside the folder it is unpacked to.</summary>
    public static bool IsInside(string name)
    {
        var canonical = Canonical(name);
        return canonical.Length > 0
            && name.IndexOf('\\') < 0
            && canonical[0] != '/'
            && canonical.IndexOf(':') < 0
            && canonical.IndexOf('\0') < 0
            && !canonical.Split(Separators).Any(segment => segment is "." or ".." or "" || segment[segment.Length - 1] is '.' or ' ');
    }
}
