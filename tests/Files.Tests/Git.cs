using System.Diagnostics;

namespace AiToolPolicy.Files.Tests;

/// <summary>The real git, to compare with. It sees no settings but the repository's own.</summary>
public static class Git
{
    public static bool IsThere { get; } = CanRun();

    public static string Run(string folder, params string[] arguments)
    {
        using var process = Start(folder, arguments);
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0
            ? output
            : throw new InvalidOperationException($"git {string.Join(' ', arguments)}: {errors.GetAwaiter().GetResult()}");
    }

    public static void Init(string folder, params string[] options) => Run(folder, ["init", "-q", .. options]);

    /// <summary>Untracked and tracked files that exist, as git lists them, without the folders that are never listed here.</summary>
    public static string[] Listed(string folder) =>
    [
        .. Run(folder, "ls-files", "-z", "--cached", "--others", "--exclude-standard")
            .Split('\0', StringSplitOptions.RemoveEmptyEntries)
            .Where(path => File.Exists(Path.Combine(folder, path)))
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal),
    ];

    private static Process Start(string folder, string[] arguments)
    {
        var start = new ProcessStartInfo("git")
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = System.Text.Encoding.UTF8,
        };
        string[] own = ["-c", "user.name=Test", "-c", "user.email=test@example.com", "-c", "commit.gpgsign=false", "-c", "protocol.file.allow=always"];
        foreach (var argument in own.Concat(arguments))
        {
            start.ArgumentList.Add(argument);
        }

        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("GIT_", StringComparison.Ordinal)).ToList())
        {
            start.Environment.Remove(name);
        }

        start.Environment["GIT_CONFIG_NOSYSTEM"] = "1";
        start.Environment["GIT_CONFIG_GLOBAL"] = "/dev/null";
        start.Environment["XDG_CONFIG_HOME"] = folder;
        return Process.Start(start)!;
    }

    private static bool CanRun()
    {
        try
        {
            return Run(Path.GetTempPath(), "--version").Length > 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}
