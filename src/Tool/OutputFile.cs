using System.Text;
using AiToolPolicy.Engine.Text;

namespace AiToolPolicy.Tool;

/// <summary>Writes a report so that a reader sees the whole of it or none.</summary>
internal static class OutputFile
{
    /// <exception cref="UsageException">It cannot be written there.</exception>
    public static void Write(string path, string text, CancellationToken cancellation) =>
        WriteBytes(path, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false).GetBytes(text), cancellation);

    /// <inheritdoc cref="Write"/>
    public static void WriteBytes(string path, byte[] bytes, CancellationToken cancellation)
    {
        var draft = $"{path}.{Guid.NewGuid():N}.tmp";
        try
        {
            File.WriteAllBytes(draft, bytes);
            cancellation.ThrowIfCancellationRequested();
            File.Move(draft, path, overwrite: true);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new UsageException($"'{PlainText.Safe(path)}' could not be written: {PlainText.Safe(error.Message)}");
        }
        finally
        {
            Discard(draft);
        }
    }

    private static void Discard(string draft)
    {
        try
        {
            File.Delete(draft);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException)
        {
            // What could not be written cannot be deleted, either; the first failure is the one to tell.
        }
    }
}
