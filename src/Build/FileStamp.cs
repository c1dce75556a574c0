using System.Globalization;

namespace AiToolPolicy.Build;

/// <summary>Tells without reading it whether a file may have changed since an earlier build.</summary>
internal static class FileStamp
{
    /// <param name="path">Absolute, or null.</param>
    /// <returns>Length in bytes and time of writing in ticks; <c>-</c> where there is no such file.</returns>
    public static string Of(string? path) => !string.IsNullOrWhiteSpace(path) && new FileInfo(path) is { Exists: true } file
        ? file.Length.ToString(CultureInfo.InvariantCulture) + "/" + file.LastWriteTimeUtc.Ticks.ToString(CultureInfo.InvariantCulture)
        : "-";
}
