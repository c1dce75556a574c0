using System.Text;

namespace AiToolPolicy.Build;

/// <summary>Writes a file beside its place and moves it there, so that neither a crash nor a reader at the same time sees half of it.</summary>
internal static class WholeFile
{
    /// <param name="path">Absolute; its folder is made where it is not there.</param>
    public static void Write(string path, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path) ?? "");
        var unfinished = $"{path}.{Guid.NewGuid():N}.tmp";
        File.WriteAllText(unfinished, text, new UTF8Encoding(false));
        File.Delete(path);
        File.Move(unfinished, path);
    }
}
