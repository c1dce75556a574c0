namespace AiToolPolicy.Files;

/// <summary>Paths as reports show them: relative to the repository, with forward slashes, never absolute.</summary>
public static class RepositoryPath
{
    private static readonly bool IsWindows = Path.DirectorySeparatorChar == '\\';

    private static StringComparison Comparison => IsWindows ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;

    /// <summary>
    /// <paramref name="path"/> as seen from <paramref name="root"/>: empty for the root itself, with <c>../</c> for a place outside,
    /// and the mere file name where no way leads there (another drive).
    /// </summary>
    public static string Relative(string root, string path)
    {
        var from = Parts(root);
        var to = Parts(path);
        var common = 0;
        while (common < from.Length && common < to.Length && string.Equals(from[common], to[common], Comparison))
        {
            common++;
        }

        return common == 0 && IsWindows
            ? to[to.Length - 1]
            : string.Join("/", Enumerable.Repeat("..", from.Length - common).Concat(to.Skip(common)));
    }

    /// <summary>Whether a path of <see cref="Relative"/> leads out of the root.</summary>
    public static bool IsOutside(string relative) => relative == ".." || relative.StartsWith("../", StringComparison.Ordinal);

    // A backslash is a separator on Windows and part of a name elsewhere.
    private static string[] Parts(string path)
    {
        var full = Path.GetFullPath(path);
        return (IsWindows ? full.Replace('\\', '/') : full).Split(['/'], StringSplitOptions.RemoveEmptyEntries);
    }
}
