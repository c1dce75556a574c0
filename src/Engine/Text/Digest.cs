using System.Security.Cryptography;
using System.Text;

namespace AiToolPolicy.Engine.Text;

/// <summary>SHA-256 digests in the form that people and programs compare: <c>sha256:</c> and 64 small hexadecimal digits.</summary>
public static class Digest
{
    private const string Prefix = "sha256:";

    /// <summary>Of the bytes as they are: for a file, what <c>sha256sum</c> prints.</summary>
    public static string Of(byte[] bytes)
    {
        using var sha = SHA256.Create();
        return Prefix + BitConverter.ToString(sha.ComputeHash(bytes)).Replace("-", "").ToLowerInvariant();
    }

    /// <summary>Of the text in UTF-8, without a byte order mark.</summary>
    public static string Of(string text) => Of(Encoding.UTF8.GetBytes(text));

    /// <summary>Reads a digest as a person writes it: with or without the prefix, in either case; null where it is none.</summary>
    public static string? Parse(string text)
    {
        var hex = text.Trim().ToLowerInvariant();
        hex = hex.StartsWith(Prefix, StringComparison.Ordinal) ? hex.Substring(Prefix.Length) : hex;
        return hex.Length == 64 && hex.All(c => c is (>= '0' and <= '9') or (>= 'a' and <= 'f')) ? Prefix + hex : null;
    }
}
