namespace AiToolPolicy.Files.Git;

/// <summary>Which ignore rules hold in one folder: its own .gitignore, those above it, and the checkout's.</summary>
internal sealed class IgnoreScope
{
    /// <summary>Outside of any checkout nothing is ignored.</summary>
    public static readonly IgnoreScope None = new(null, null, null, false);

    private readonly GitCheckout? _checkout;
    private readonly IgnoreScope? _outer;
    private readonly IgnoreFile? _file;
    private readonly bool _everything;

    private IgnoreScope(GitCheckout? checkout, IgnoreScope? outer, IgnoreFile? file, bool everything) =>
        (_checkout, _outer, _file, _everything) = (checkout, outer, file, everything);

    /// <summary>The scope of a folder within this one.</summary>
    /// <param name="path">The folder on the disk.</param>
    /// <param name="folder">The same, relative to the root that paths start from.</param>
    /// <param name="isIgnored">Whether this scope ignores the folder, so that only what is tracked in it counts.</param>
    public IgnoreScope Enter(string path, string folder, bool isIgnored, out string? problem)
    {
        problem = null;
        var git = Path.Combine(path, ".git");
        if (Directory.Exists(git) || File.Exists(git))
        {
            // A clone within a clone: the rules of the outer one end here.
            return GitCheckout.Open(path, folder, out problem) is { } checkout
                ? new IgnoreScope(checkout, null, OwnFile(path, folder), false)
                : None;
        }

        return _checkout is null ? None : new IgnoreScope(_checkout, this, OwnFile(path, folder), isIgnored);
    }

    /// <param name="path">Of an entry of this folder, relative to the root.</param>
    public bool Ignores(string path, bool isFolder)
    {
        if (_everything || _checkout is null)
        {
            return _everything;
        }

        for (var scope = this; scope is not null; scope = scope._outer)
        {
            if (scope._file?.Decide(path, isFolder) is { } decision)
            {
                return decision;
            }
        }

        return _checkout.Exclude?.Decide(path, isFolder) ?? false;
    }

    /// <summary>Whether git tracks the path, or something below it.</summary>
    public bool Tracks(string path) => _checkout?.Tracks(path) ?? false;

    private static IgnoreFile? OwnFile(string path, string folder) => IgnoreFile.Read(Path.Combine(path, ".gitignore"), folder);
}
