namespace AiToolPolicy.Tool.Verification;

/// <summary>Paths of the machine that built, which need not be this one: text with forward slashes, compared without case where a drive stands in front.</summary>
internal static class LoggedPath
{
    public static string Normal(string path)
    {
        var parts = new List<string>();
        foreach (var part in path.Replace('\\', '/').Split('/'))
        {
            if (part == ".." && parts.Count > 0 && parts[^1] is not ("" or ".."))
            {
                parts.RemoveAt(parts.Count - 1);
            }
            else if (part != "." && (part.Length > 0 || parts.Count == 0))
            {
                parts.Add(part);
            }
        }

        return string.Join('/', parts);
    }

    public static string Name(string path) => path[(path.LastIndexOf('/') + 1)..];

    public static string Folder(string path) => path.LastIndexOf('/') is var slash and >= 0 ? path[..slash] : "";

    public static bool IsBelow(string path, string folder) => path.StartsWith(folder.TrimEnd('/') + "/", ComparisonFor(path));

    public static bool AreEqual(string left, string right) => string.Equals(left, right, ComparisonFor(left));

    /// <summary>As seen from the root; a path that is not below it stays as it is.</summary>
    public static string Relative(string root, string path) => IsBelow(path, root) ? path[(root.TrimEnd('/').Length + 1)..] : path;

    private static StringComparison ComparisonFor(string path) =>
        path.Length > 1 && path[1] == ':' ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;
}
