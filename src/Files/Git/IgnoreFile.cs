namespace AiToolPolicy.Files.Git;

/// <summary>One list of ignore patterns: a .gitignore file, or a repository's own <c>info/exclude</c>.</summary>
internal sealed class IgnoreFile
{
    private readonly string _folder;
    private readonly IReadOnlyList<IgnorePattern> _patterns;

    private IgnoreFile(string folder, IReadOnlyList<IgnorePattern> patterns) => (_folder, _patterns) = (folder, patterns);

    /// <param name="folder">The folder that the patterns are relative to, itself relative to the root that paths start from.</param>
    /// <returns>Null without patterns. Case counts on every system, so that every system gives the same answer.</returns>
    public static IgnoreFile? Read(string path, string folder)
    {
        // git takes no .gitignore through a link, either.
        if (!File.Exists(path) || Links.IsLink(path) || TextFile.Read(path).Text is not { } text)
        {
            return null;
        }

        var patterns = text.Split('\n').Select(IgnorePattern.Parse).OfType<IgnorePattern>().Reverse().ToList();
        return patterns.Count == 0 ? null : new IgnoreFile(folder, patterns);
    }

    /// <summary>What the last matching pattern says: true for ignored, false for kept, null where none matches.</summary>
    public bool? Decide(string path, bool isFolder)
    {
        var relative = _folder.Length == 0 ? path : path.Substring(_folder.Length + 1);
        var name = relative.Substring(relative.LastIndexOf('/') + 1);
        foreach (var pattern in _patterns)
        {
            if (pattern.IsMatch(relative, name, isFolder))
            {
                return !pattern.IsNegated;
            }
        }

        return null;
    }
}
