using System.Text;
using AiToolPolicy.Engine.Inspection;

namespace AiToolPolicy.Files;

/// <summary>Reads text from the disk: bounded, strictly decoded, and with a reason instead of an exception.</summary>
public static class TextFile
{
    /// <summary>The most bytes of an ordinary text file.</summary>
    public const int Limit = 4 * Megabyte;

    /// <summary>The most bytes of NuGet's project.assets.json, which grows with the dependency graph.</summary>
    public const int AssetsLimit = 64 * Megabyte;

    /// <summary>The most bytes of a policy.</summary>
    public const int PolicyLimit = Megabyte;

    /// <summary>The most bytes of a file of exemptions; a baseline has a record for each finding.</summary>
    public const int ExemptionLimit = 16 * Megabyte;

    internal const string NotThere = "it is not there.";

    private const int Megabyte = 1024 * 1024;

    /// <param name="path">The file on the disk.</param>
    /// <returns>The text without a byte order mark, or why there is none.</returns>
    public static FileText Read(string path) =>
        Read(path, string.Equals(Path.GetFileName(path), "project.assets.json", StringComparison.OrdinalIgnoreCase) ? AssetsLimit : Limit);

    /// <param name="limit">The most bytes to accept.</param>
    public static FileText Read(string path, int limit)
    {
        var (bytes, failure) = ReadBytes(path, limit);
        return bytes is null ? FileText.Failed(failure!) : TextDecoder.Decode(bytes);
    }

    /// <summary>The encoding that a file's bytes are in, with its byte order mark as preamble where it has one.</summary>
    public static Encoding EncodingOf(byte[] bytes) => TextDecoder.EncodingOf(bytes);

    internal static (byte[]? Bytes, string? Failure) ReadBytes(string path, int limit)
    {
        try
        {
            return ReadRegularFile(path, limit);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException or System.Security.SecurityException)
        {
            return (null, Reason(error));
        }
    }

    /// <summary>What to tell instead of the exception, whose own text names absolute paths.</summary>
    internal static string Reason(Exception error) => error switch
    {
        FileNotFoundException or DirectoryNotFoundException => NotThere,
        UnauthorizedAccessException or System.Security.SecurityException => "reading it is not permitted.",
        PathTooLongException => "its path is too long for this system.",
        _ => $"the system could not read it ({error.GetType().Name}).",
    };

    private static (byte[]? Bytes, string? Failure) ReadRegularFile(string path, int limit) => RegularFile.Of(path) switch
    {
        { Failure: { } failure } => (null, failure),
        { Length: 0 } => ([], null),
        { Length: var length } when length > limit => (null, TooLarge(limit)),
        var file => ReadBounded(file.Path, limit),
    };

    private static (byte[]? Bytes, string? Failure) ReadBounded(string path, int limit)
    {
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        if (!stream.CanSeek)
        {
            return (null, "it is no ordinary file.");
        }

        var bytes = new byte[Math.Min(stream.Length, limit)];
        var count = 0;
        for (int read; count < bytes.Length && (read = stream.Read(bytes, count, bytes.Length - count)) > 0;)
        {
            count += read;
        }

        if (count == limit && stream.ReadByte() >= 0)
        {
            return (null, TooLarge(limit));
        }

        Array.Resize(ref bytes, count);
        return (bytes, null);
    }

    private static string TooLarge(int limit) => $"it is larger than {limit / Megabyte} MiB.";
}
