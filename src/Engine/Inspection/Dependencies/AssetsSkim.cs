namespace AiToolPolicy.Engine.Inspection.Dependencies;

/// <summary>
/// Looks through the text of an assets file for package ids without building anything. NuGet writes every package as a key
/// <c>"Id/Version": {</c>; looking at all such keys finds at least all packages.
/// </summary>
internal static class AssetsSkim
{
    private const string KeyOfObject = "\": {";

    /// <summary>Whether any package is wanted; true also when the file is not laid out as NuGet does it, so that the full reader decides.</summary>
    public static bool Any(string text, Func<string, bool> isWanted)
    {
        var open = text.IndexOf(KeyOfObject, StringComparison.Ordinal);
        if (open < 0)
        {
            return true;
        }

        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (; open >= 0; open = text.IndexOf(KeyOfObject, open + 1, StringComparison.Ordinal))
        {
            var quote = open == 0 ? -1 : text.LastIndexOf('"', open - 1);
            var slash = quote < 0 ? -1 : text.IndexOf('/', quote, open - quote);
            if (slash > quote + 1 && text.Substring(quote + 1, slash - quote - 1) is var id && seen.Add(id) && isWanted(id))
            {
                return true;
            }
        }

        return false;
    }
}
