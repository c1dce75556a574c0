namespace AiToolPolicy.Files.Git;

/// <summary>One line of an ignore file.</summary>
internal sealed class IgnorePattern
{
    private readonly Glob _glob;
    private readonly bool _foldersOnly;
    private readonly bool _isNameOnly;

    private IgnorePattern(string pattern, bool isNegated, bool foldersOnly)
    {
        IsNegated = isNegated;
        _foldersOnly = foldersOnly;
        _isNameOnly = pattern.IndexOf('/') < 0;
        _glob = new Glob(pattern.StartsWith("/", StringComparison.Ordinal) ? pattern.Substring(1) : pattern);
    }

    /// <summary>Whether it brings back what an earlier line ignored.</summary>
    public bool IsNegated { get; }

    /// <returns>Null for a blank line and a comment.</returns>
    public static IgnorePattern? Parse(string line)
    {
        var pattern = TrimEnd(line.EndsWith("\r", StringComparison.Ordinal) ? line.Substring(0, line.Length - 1) : line);
        if (pattern.Length == 0 || pattern[0] == '#')
        {
            return null;
        }

        var isNegated = pattern[0] == '!';
        pattern = isNegated ? pattern.Substring(1) : pattern;
        var foldersOnly = pattern.EndsWith("/", StringComparison.Ordinal);
        return new IgnorePattern(foldersOnly ? pattern.Substring(0, pattern.Length - 1) : pattern, isNegated, foldersOnly);
    }

    public bool IsMatch(string path, string name, bool isFolder) =>
        (isFolder || !_foldersOnly) && _glob.IsMatch(_isNameOnly ? name : path);

    // Spaces at the end do not count unless a backslash stands before them; tabs do.
    private static string TrimEnd(string line)
    {
        var end = 0;
        for (var i = 0; i < line.Length; i++)
        {
            if (line[i] != ' ')
            {
                i += line[i] == '\\' ? 1 : 0;
                end = Math.Min(i + 1, line.Length);
            }
        }

        return line.Substring(0, end);
    }
}
