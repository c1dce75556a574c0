namespace AiToolPolicy.Engine.Inspection.Commands;

/// <summary>References to container images: <c>[registry[:port]/]name[:tag][@digest]</c>.</summary>
public static class ImageReference
{
    private static readonly string[] DefaultRegistry = ["docker.io/library/", "index.docker.io/library/", "docker.io/", "index.docker.io/", "registry-1.docker.io/"];

    /// <summary>The image without tag, digest and the registry that goes without saying.</summary>
    public static string Name(string reference)
    {
        var bare = WithoutDigest(reference.Trim());
        var tag = TagStart(bare);
        var name = tag < 0 ? bare : bare.Substring(0, tag);
        var registry = Array.Find(DefaultRegistry, r => name.StartsWith(r, StringComparison.OrdinalIgnoreCase));
        return registry is null ? name : name.Substring(registry.Length);
    }

    /// <summary>The tag; null where there is none.</summary>
    public static string? Tag(string reference)
    {
        var bare = WithoutDigest(reference.Trim());
        var tag = TagStart(bare);
        return tag < 0 || tag + 1 == bare.Length ? null : bare.Substring(tag + 1);
    }

    private static string WithoutDigest(string reference) => reference.IndexOf('@') is var at and > 0 ? reference.Substring(0, at) : reference;

    // The colon of a tag stands after the last slash; one before it is a port.
    private static int TagStart(string bare) => bare.LastIndexOf(':') is var colon && colon > bare.LastIndexOf('/') ? colon : -1;
}
