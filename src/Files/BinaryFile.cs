using AiToolPolicy.Engine.Inspection;

namespace AiToolPolicy.Files;

/// <summary>Opens a file for its bytes, with a reason instead of an exception. Of any size: whoever reads it takes what it needs.</summary>
public static class BinaryFile
{
    public static FileBytes Open(string path)
    {
        try
        {
            return RegularFile.Of(path) switch
            {
                { Failure: { } failure } => FileBytes.Failed(failure),
                { Length: 0 } => FileBytes.Of(new MemoryStream([], writable: false)),
                var file => Opened(new FileStream(file.Path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete)),
            };
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException or System.Security.SecurityException)
        {
            return FileBytes.Failed(TextFile.Reason(error));
        }
    }

    private static FileBytes Opened(FileStream stream)
    {
        if (stream.CanSeek)
        {
            return FileBytes.Of(stream);
        }

        stream.Dispose();
        return FileBytes.Failed("it is no ordinary file.");
    }
}
