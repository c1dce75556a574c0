using System.Security.Cryptography;
using System.Text;

namespace AiToolPolicy.Engine.Text;

/// <summary>
/// The identity of a text by its content: <c>sha256:</c> and 64 lower-case digits, of the UTF-8 bytes without a byte order mark and with every
/// line ended by LF, so that a checkout which ends lines in another way has the same one.
/// </summary>
public static class Digest
{
    public const string Prefix = "sha256:";

    public static string Of(string text) => Of([text]);

    /// <summary>Of several texts in their order, each of which counts by its own digest; of a single one its own.</summary>
    public static string Of(IReadOnlyList<string> texts) => texts.Count == 1
        ? Hash(texts[0].Replace("\r\n", "\n"))
        : Hash(string.Concat(texts.Select(text => Of(text) + "\n")));

    /// <summary>Whether somebody who wrote <paramref name="expected"/> meant <paramref name="actual"/>: case and the prefix do not count, blanks around it neither.</summary>
    public static bool Matches(string expected, string actual) => Bare(expected) == Bare(actual);

    /// <summary>Of bytes that are no text.</summary>
    public static string Of(byte[] bytes)
    {
        using var sha = SHA256.Create();
        return Prefix + string.Concat(sha.ComputeHash(bytes).Select(b => b.ToString("x2", System.Globalization.CultureInfo.InvariantCulture)));
    }

    /// <summary>Whether it is a digest at all, as people write it.</summary>
    public static bool IsOne(string written) => Bare(written) is { Length: 64 } bare && bare.All(c => c is (>= '0' and <= '9') or (>= 'a' and <= 'f'));

    private static string Bare(string digest)
    {
        var text = digest.Trim().ToLowerInvariant();
        return text.StartsWith(Prefix, StringComparison.Ordinal) ? text.Substring(Prefix.Length) : text;
    }

    private static string Hash(string text) => Of(Encoding.UTF8.GetBytes(text));
}
