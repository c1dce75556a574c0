namespace AiToolPolicy.Files;

/// <summary>Symbolic links and junctions, and where they lead.</summary>
internal static class Links
{
    // File.ResolveLinkTarget is public from .NET 6 on, but not in the API this assembly is compiled for.
    private static readonly Func<string, bool, FileSystemInfo?>? Resolve = (Func<string, bool, FileSystemInfo?>?)typeof(File)
        .GetMethod("ResolveLinkTarget", [typeof(string), typeof(bool)])
        ?.CreateDelegate(typeof(Func<string, bool, FileSystemInfo?>));

    /// <summary>Other reparse points, such as deduplicated or cloud files, are no links.</summary>
    public static bool IsLink(string path) => IsLink(path, File.GetAttributes(path));

    public static bool IsLink(string path, FileAttributes attributes) =>
        (attributes & FileAttributes.ReparsePoint) != 0 && (Resolve is null || Resolve(path, false) is not null);

    /// <summary>Where the chain of links ends, or null where it ends nowhere, runs in a circle, or the runtime cannot tell.</summary>
    public static string? FinalTarget(string link)
    {
        try
        {
            var target = Resolve?.Invoke(link, true)?.FullName;
            return target is not null && (File.Exists(target) || Directory.Exists(target)) ? target : null;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>The final target as a path relative to <paramref name="root"/>, or null where that lies outside or is reached through a further link.</summary>
    public static string? TargetInside(string root, string link)
    {
        if (FinalTarget(link) is not { } target || RepositoryPath.Relative(root, target) is not { } relative || RepositoryPath.IsOutside(relative))
        {
            return null;
        }

        var place = root;
        foreach (var part in relative.Split('/'))
        {
            place = Path.Combine(place, part);
            if (IsLink(place))
            {
                return null;
            }
        }

        return relative;
    }
}
