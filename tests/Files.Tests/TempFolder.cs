namespace AiToolPolicy.Files.Tests;

/// <summary>A folder on the disk that goes away with the test.</summary>
public sealed class TempFolder : IDisposable
{
    private readonly List<string> _forbidden = [];

    public string Path { get; } = Directory.CreateTempSubdirectory("ai-tool-policy-").FullName;

    public string In(string relative) => System.IO.Path.Combine(Path, relative);

    public string Write(string relative, string text = "") => WriteBytes(relative, System.Text.Encoding.UTF8.GetBytes(text));

    public string WriteBytes(string relative, byte[] bytes)
    {
        var path = In(relative);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, bytes);
        return path;
    }

    public void Link(string relative, string target, bool toFolder = false)
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(In(relative))!);
        _ = toFolder ? Directory.CreateSymbolicLink(In(relative), target) : File.CreateSymbolicLink(In(relative), target);
    }

    /// <summary>Takes all permissions away; false where that stops nobody.</summary>
    public bool Forbid(string relative)
    {
        if (OperatingSystem.IsWindows() || Environment.IsPrivilegedProcess)
        {
            return false;
        }

        _forbidden.Add(In(relative));
        File.SetUnixFileMode(In(relative), UnixFileMode.None);
        return true;
    }

    public string[] Listed() => [.. RepositoryFiles.Enumerate(Path).Files.Select(file => file.Path)];

    public void Dispose()
    {
        foreach (var path in _forbidden)
        {
            Allow(path);
        }

        Directory.Delete(Path, recursive: true);
    }

    private static void Allow(string path)
    {
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }
}
