using System.Globalization;
using System.Security.Cryptography;

namespace AiToolPolicy.Feeds.Packages;

/// <summary>Digests of package files.</summary>
public static class PackageDigest
{
    private const int Sha512Bytes = 64;

    /// <summary>SHA-512 in base 64, as NuGet writes it beside an extracted package.</summary>
    public static string Sha512(byte[] bytes)
    {
        using var sha = SHA512.Create();
        return Convert.ToBase64String(sha.ComputeHash(bytes));
    }

    /// <summary>SHA-256 in lower-case hexadecimal.</summary>
    public static string Sha256(byte[] bytes)
    {
        using var sha = SHA256.Create();
        return string.Concat(sha.ComputeHash(bytes).Select(b => b.ToString("x2", CultureInfo.InvariantCulture)));
    }

    /// <summary>A SHA-512 as somebody wrote it, in base 64 or in hexadecimal, in the form of <see cref="Sha512"/>; null when it is none.</summary>
    public static string? Normal(string written)
    {
        var text = written.Trim();
        try
        {
            var bytes = text.Length == Sha512Bytes * 2 && text.All(Uri.IsHexDigit)
                ? [.. Enumerable.Range(0, Sha512Bytes).Select(i => Convert.ToByte(text.Substring(i * 2, 2), 16))]
                : Convert.FromBase64String(text);
            return bytes.Length == Sha512Bytes ? Convert.ToBase64String(bytes) : null;
        }
        catch (FormatException)
        {
            return null;
        }
    }
}
