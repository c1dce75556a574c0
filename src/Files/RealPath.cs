namespace AiToolPolicy.Files;

/// <summary>Where a path leads when every link on the way is followed.</summary>
internal static class RealPath
{
    // As many as Linux follows.
    private const int MaxLinks = 40;

    /// <returns>Absolute; null where nothing is there or the links run in a circle.</returns>
    public static string? Of(string path)
    {
        var real = Path.GetFullPath(path);
        for (var i = 0; i < MaxLinks; i++)
        {
            if (!File.Exists(real) && !Directory.Exists(real))
            {
                return null;
            }

            if (FirstLink(real) is not { } link)
            {
                return real;
            }

            if (Links.FinalTarget(link) is not { } target)
            {
                return null;
            }

            real = Path.GetFullPath(target + real.Substring(link.Length));
        }

        return null;
    }

    private static string? FirstLink(string path)
    {
        string? first = null;
        for (var place = path; !string.IsNullOrEmpty(Path.GetDirectoryName(place)); place = Path.GetDirectoryName(place)!)
        {
            first = Links.IsLink(place) ? place : first;
        }

        return first;
    }
}
