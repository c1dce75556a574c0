using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace AiToolPolicy.Engine.Binaries;

/// <summary>Reads the metadata of an assembly. Nothing is loaded and nothing of it runs.</summary>
public static class AssemblyReader
{
    /// <summary>The most bytes of metadata; the largest assemblies of the platform have a tenth of it.</summary>
    private const int MetadataLimit = 256 * 1024 * 1024;

    private const string Malformed = "its metadata is malformed.";

    private static readonly byte[] Pointer = [.. "version https://git-lfs"u8];

    /// <param name="stream">Seekable, at its start; read to where the metadata stands, and left open.</param>
    /// <returns>Never throws on bad input.</returns>
    public static AssemblyReading Read(Stream stream)
    {
        try
        {
            return Start(stream) switch
            {
                [] => AssemblyReading.Nothing,
                [(byte)'M', (byte)'Z', ..] => ReadImage(stream),
                var start when start.SequenceEqual(Pointer) => AssemblyReading.Failed("it is a pointer of Git LFS; the file itself is not in this checkout."),
                _ => AssemblyReading.Failed("it is no executable file, whatever its name says."),
            };
        }
        catch (Exception error) when (error is BadImageFormatException or OverflowException or ArgumentException or InvalidOperationException or IndexOutOfRangeException)
        {
            return AssemblyReading.Failed(Malformed);
        }
        catch (IOException error)
        {
            return AssemblyReading.Failed($"the system could not read it ({error.GetType().Name}).");
        }
    }

    private static AssemblyReading ReadImage(Stream stream)
    {
        using var image = new PEReader(stream, PEStreamOptions.LeaveOpen);
        if (!image.HasMetadata)
        {
            return AssemblyReading.Nothing;
        }

        return image.PEHeaders.MetadataSize > MetadataLimit
            ? AssemblyReading.Failed($"its metadata is larger than {MetadataLimit / (1024 * 1024)} MiB.")
            : new AssemblyReading(new MetadataFacts(image.GetMetadataReader(MetadataReaderOptions.None)).Read(), null);
    }

    private static byte[] Start(Stream stream)
    {
        var start = new byte[Pointer.Length];
        var count = 0;
        for (int read; count < start.Length && (read = stream.Read(start, count, start.Length - count)) > 0;)
        {
            count += read;
        }

        stream.Position = 0;
        Array.Resize(ref start, count);
        return start;
    }
}
