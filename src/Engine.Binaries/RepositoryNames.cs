namespace AiToolPolicy.Engine.Binaries;

/// <summary>Addresses of source repositories, as packages write them.</summary>
internal static class RepositoryNames
{
    private const string Scheme = "://";

    /// <summary><c>owner/name</c> of <c>https://github.com/owner/name.git</c>; null for what is no address of a repository.</summary>
    public static string? Of(string? address)
    {
        if (address?.IndexOf(Scheme, StringComparison.Ordinal) is not (> 0 and var scheme))
        {
            return null;
        }

        var parts = address.Substring(scheme + Scheme.Length).Split('/');
        if (parts.Length < 3 || parts[1].Length == 0 || parts[2].Length == 0)
        {
            return null;
        }

        var name = parts[2].EndsWith(".git", StringComparison.OrdinalIgnoreCase) ? parts[2].Substring(0, parts[2].Length - 4) : parts[2];
        return $"{parts[1]}/{name}";
    }
}
