namespace AiToolPolicy.Files.Machine;

/// <summary>The names in a folder; none where it is not there or may not be read.</summary>
internal static class FolderNames
{
    public static IReadOnlyList<string> Folders(string path) => Names(path, Directory.EnumerateDirectories);

    /// <summary>Files and folders.</summary>
    public static IReadOnlyList<string> All(string path) => Names(path, Directory.EnumerateFileSystemEntries);

    private static IReadOnlyList<string> Names(string path, Func<string, IEnumerable<string>> list)
    {
        try
        {
            return Directory.Exists(path) ? [.. list(path).Select(Path.GetFileName).OfType<string>().OrderBy(name => name, StringComparer.Ordinal)] : [];
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException or System.Security.SecurityException)
        {
            return [];
        }
    }
}
