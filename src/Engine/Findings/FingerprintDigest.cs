using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace AiToolPolicy.Engine.Findings;

/// <summary>A fingerprint in the short form that code scanning services compare.</summary>
public static class FingerprintDigest
{
    /// <summary>SHA-256 of the text's UTF-8, as 64 lower-case hexadecimal digits.</summary>
    public static string Of(string text)
    {
        using var sha = SHA256.Create();
        return string.Concat(sha.ComputeHash(Encoding.UTF8.GetBytes(text)).Select(b => b.ToString("x2", CultureInfo.InvariantCulture)));
    }
}
