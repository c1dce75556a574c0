namespace AiToolPolicy.Files.Machine;

/// <summary>Where things are installed on a machine.</summary>
/// <param name="Home">The home folder of the user, absolute.</param>
/// <param name="CommandFolders">The folders that commands are looked for in, absolute, in their order.</param>
public sealed record MachinePlaces(string Home, IReadOnlyList<string> CommandFolders)
{
    /// <summary>Those of the user who runs this process.</summary>
    public static MachinePlaces OfProcess() => new(
        Environment.GetFolderPath(Environment.SpecialFolder.UserProfile),
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split([Path.PathSeparator], StringSplitOptions.RemoveEmptyEntries));

    /// <summary>A path as reports show it: with <c>~</c> for the home folder and forward slashes.</summary>
    internal string Shown(string path)
    {
        var home = Home.TrimEnd('/', '\\');
        var isInside = home.Length > 0 && path.StartsWith(home + Path.DirectorySeparatorChar, StringComparison.Ordinal);
        return (isInside ? "~" + path.Substring(home.Length) : path).Replace('\\', '/');
    }

    internal string InHome(string relative) => Path.Combine(Home, relative.Replace('/', Path.DirectorySeparatorChar));
}
