using AiToolPolicy.Files;
using NuGet.Versioning;

namespace AiToolPolicy.Feeds.Packages;

/// <summary>
/// Packages that were good once, in a folder of the user: <c>id/version/sha256.nupkg</c>. A file is there whole or not at all, its name says what
/// is in it, and what does not fit its name is not used; so builds that run side by side need no lock. A cache that fails is no result: the
/// package is then fetched again.
/// </summary>
/// <param name="folder">Absolute; null where the user has no folder.</param>
public sealed class PackageCache(string? folder)
{
    private const string Ending = ".nupkg";

    /// <summary>Where packages are kept unless somebody names another place.</summary>
    public static string? DefaultFolder => UserFolder.For("packages");

    /// <summary>The versions that are there, highest first, in their normal form.</summary>
    public IReadOnlyList<string> Versions(string id)
    {
        try
        {
            return folder is null || !Directory.Exists(IdFolder(id)) ? [] :
            [
                .. Directory.GetDirectories(IdFolder(id))
                    .Select(path => NuGetVersion.TryParse(Path.GetFileName(path), out var version) ? version : null).OfType<NuGetVersion>()
                    .OrderByDescending(version => version, VersionComparer.Default)
                    .Select(version => version.ToNormalizedString()),
            ];
        }
        catch (Exception error) when (IsOfTheDisk(error))
        {
            return [];
        }
    }

    /// <summary>The package file; null when it is not there.</summary>
    /// <param name="sha512">The only one that will do, in base 64; null: any.</param>
    public byte[]? Find(string id, string version, string? sha512)
    {
        try
        {
            var files = folder is null || !Directory.Exists(VersionFolder(id, version)) ? [] : Directory.GetFiles(VersionFolder(id, version), "*" + Ending);
            return files.OrderByDescending(File.GetLastWriteTimeUtc).ThenBy(file => file, StringComparer.Ordinal).Select(ReadWhole)
                .FirstOrDefault(bytes => bytes is not null && (sha512 is null || PackageDigest.Sha512(bytes) == sha512));
        }
        catch (Exception error) when (IsOfTheDisk(error))
        {
            return null;
        }
    }

    /// <summary>Keeps a package that has been checked.</summary>
    public void Add(string id, string version, byte[] bytes)
    {
        if (folder is null)
        {
            return;
        }

        var place = Path.Combine(VersionFolder(id, version), PackageDigest.Sha256(bytes) + Ending);
        var draft = $"{place}.{Guid.NewGuid():N}.tmp";
        try
        {
            Directory.CreateDirectory(VersionFolder(id, version));
            File.WriteAllBytes(draft, bytes);
            File.Move(draft, place);
        }
        catch (Exception error) when (IsOfTheDisk(error))
        {
            Discard(draft);
        }
    }

    private string IdFolder(string id) => Path.Combine(folder!, id.ToLowerInvariant());

    private string VersionFolder(string id, string version) => Path.Combine(IdFolder(id), version.ToLowerInvariant());

    // A file that is not what its name says was damaged on the disk; it makes room for a good one.
    private static byte[]? ReadWhole(string file)
    {
        try
        {
            if (new FileInfo(file).Length > Archives.PackageLimits.Packed)
            {
                return null;
            }

            var bytes = File.ReadAllBytes(file);
            if (PackageDigest.Sha256(bytes) == Path.GetFileNameWithoutExtension(file))
            {
                return bytes;
            }
        }
        catch (Exception error) when (IsOfTheDisk(error))
        {
            return null;
        }

        Discard(file);
        return null;
    }

    private static void Discard(string file)
    {
        try
        {
            File.Delete(file);
        }
        catch (Exception error) when (IsOfTheDisk(error))
        {
            // It stays, and is passed over again.
        }
    }

    private static bool IsOfTheDisk(Exception error) => error is IOException or UnauthorizedAccessException or NotSupportedException or System.Security.SecurityException;
}
