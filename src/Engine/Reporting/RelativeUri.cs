using System.Globalization;
using System.Text;

namespace AiToolPolicy.Engine.Reporting;

/// <summary>A repository-relative path as a relative URI reference.</summary>
internal static class RelativeUri
{
    /// <summary>Percent-encoded as UTF-8; slashes stay. A colon is encoded too, so that no first folder reads as a scheme.</summary>
    public static string Of(string path)
    {
        var result = new StringBuilder(path.Length);
        foreach (var value in Encoding.UTF8.GetBytes(path))
        {
            _ = IsPlain((char)value) ? result.Append((char)value) : result.Append('%').Append(value.ToString("X2", CultureInfo.InvariantCulture));
        }

        return result.ToString();
    }

    /// <summary>Whether the path is that of a file outside the repository.</summary>
    public static bool LeavesRoot(string path) => path.StartsWith("../", StringComparison.Ordinal);

    private static bool IsPlain(char c) =>
        c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '-' or '.' or '_' or '~' or '/';
}
