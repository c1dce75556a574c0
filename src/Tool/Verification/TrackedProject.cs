namespace AiToolPolicy.Tool.Verification;

/// <summary>Which files of a repository are projects that a build can run.</summary>
internal static class TrackedProject
{
    // Shared items and files of one editor's settings end so too, and nothing builds them by themselves.
    private static readonly string[] NoProjects = [".shproj", ".projitems"];

    /// <summary>Whether a file ends as projects do: <c>.csproj</c>, <c>.proj</c>, <c>.vcxproj</c>, <c>.sqlproj</c> …</summary>
    public static bool Is(string path) =>
        Path.GetExtension(path) is { Length: > 4 } ending
        && ending.EndsWith("proj", StringComparison.OrdinalIgnoreCase)
        && !NoProjects.Contains(ending, StringComparer.OrdinalIgnoreCase);
}
