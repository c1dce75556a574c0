using System.IO.Compression;
using AiToolPolicy.Engine.Text;

namespace AiToolPolicy.Tool.Verification;

/// <summary>The files of a package that the caller trusts, to compare with what a build has used.</summary>
internal sealed class PackageContent
{
    private static readonly string[] Used = ["build/", "tasks/", "analyzers/", "Sdk/"];

    private readonly Dictionary<string, string> _digests = new(StringComparer.OrdinalIgnoreCase);

    private PackageContent()
    {
    }

    /// <exception cref="UsageException">It is no package that can be read.</exception>
    public static PackageContent Read(string file)
    {
        try
        {
            var content = new PackageContent();
            using var archive = ZipFile.OpenRead(file);
            foreach (var entry in archive.Entries.Where(entry => Array.Exists(Used, folder => entry.FullName.StartsWith(folder, StringComparison.OrdinalIgnoreCase)) && entry.Name.Length > 0))
            {
                using var stream = entry.Open();
                using var bytes = new MemoryStream();
                stream.CopyTo(bytes);
                content._digests[entry.FullName] = Digest.Of(bytes.ToArray());
            }

            return content._digests.ContainsKey("tasks/AiToolPolicy.Build.dll") ? content : throw new UsageException($"'{PlainText.Safe(file)}' is not the package AiToolPolicy: it holds no tasks/AiToolPolicy.Build.dll.");
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or InvalidDataException or ArgumentException)
        {
            throw new UsageException($"The package '{PlainText.Safe(file)}' cannot be read: {PlainText.Safe(error.Message)}");
        }
    }

    /// <summary>How an extracted package differs; null when it is the same file by file.</summary>
    public Problem? Compare(PackagePlace place)
    {
        if (!Directory.Exists(place.Folder))
        {
            return Problem.Gap($"The package that the build used is not on this machine ({PlainText.Safe(place.Folder)}), so its files could not be compared with the expected package.");
        }

        foreach (var (name, expected) in _digests.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            var path = Path.Combine(place.Folder, name);
            if (!File.Exists(path) || Digest.Of(File.ReadAllBytes(path)) != expected)
            {
                return Problem.Weakened($"{PlainText.Safe(path)} is not the file of the expected package: the check was made by something else.");
            }
        }

        return null;
    }
}
