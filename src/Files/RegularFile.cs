namespace AiToolPolicy.Files;

/// <summary>A file on the disk that may be opened without harm.</summary>
/// <param name="Path">The file itself, where a link leads to it.</param>
/// <param name="Failure">Why it may not be opened; continues "could not be inspected: ".</param>
internal readonly record struct RegularFile(string Path, long Length, string? Failure)
{
    /// <summary>
    /// Pipes, sockets and devices claim no bytes, as an empty file does: whoever opens no file of length 0 opens none of them, and nothing can block.
    /// </summary>
    public static RegularFile Of(string path)
    {
        // A link says nothing of the size of its target; what is opened must be what was measured here.
        var target = Links.IsLink(path) ? Links.FinalTarget(path) : path;
        if (target is null)
        {
            return new RegularFile(path, 0, "it is a link that leads to no file.");
        }

        var file = new FileInfo(target);
        return (file.Attributes & FileAttributes.Directory) != 0
            ? new RegularFile(target, 0, "it is a folder.")
            : new RegularFile(target, file.Length, null);
    }
}
