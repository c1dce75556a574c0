namespace AiToolPolicy.Analyzers;

/// <summary>Paths as findings show them: relative to the repository's root, with forward slashes. Only text is compared: there is no disk here.</summary>
internal sealed class RepositoryPaths
{
    private readonly string[] _root;
    private readonly StringComparison _comparison;

    /// <param name="root">The repository's root folder, absolute.</param>
    public RepositoryPaths(string root)
    {
        _root = Parts(root);
        _comparison = root.IndexOf('\\') >= 0 ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;
    }

    public string Relative(string path)
    {
        var to = Parts(path);
        var common = 0;
        while (common < _root.Length && common < to.Length && string.Equals(_root[common], to[common], _comparison))
        {
            common++;
        }

        return common == 0 ? to.LastOrDefault() ?? "" : string.Join("/", Enumerable.Repeat("..", _root.Length - common).Concat(to.Skip(common)));
    }

    /// <summary>The folder that <paramref name="relative"/> leads to from the folder of <paramref name="file"/>.</summary>
    public static string Combine(string file, string relative)
    {
        var slash = file.LastIndexOfAny(['/', '\\']);
        return (slash < 0 ? "" : file.Substring(0, slash)) + "/" + relative;
    }

    private static string[] Parts(string path)
    {
        var parts = new List<string>();
        foreach (var part in path.Split(['/', '\\'], StringSplitOptions.RemoveEmptyEntries))
        {
            if (part == ".." && parts.Count > 0)
            {
                parts.RemoveAt(parts.Count - 1);
            }
            else if (part is not ("." or ".."))
            {
                parts.Add(part);
            }
        }

        return [.. parts];
    }
}
