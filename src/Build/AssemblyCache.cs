using System.Collections.Concurrent;
using AiToolPolicy.Engine.Binaries;
using AiToolPolicy.Engine.Inspection;
using AiToolPolicy.Files;
using Microsoft.Build.Framework;

namespace AiToolPolicy.Build;

/// <summary>What the metadata of assemblies says, read once for a node and a build however many projects reference them.</summary>
internal sealed class AssemblyCache
{
    private readonly ConcurrentDictionary<string, (long Length, DateTime Written, AssemblyReading Reading)> _known = new(StringComparer.Ordinal);

    public static AssemblyCache For(IBuildEngine4 engine) => NodeMemory.Of(engine, typeof(AssemblyCache).FullName!, () => new AssemblyCache());

    /// <param name="path">Absolute.</param>
    public AssemblyReading Read(string path)
    {
        var file = new FileInfo(path);
        var (length, written) = file.Exists ? (file.Length, file.LastWriteTimeUtc) : default;
        if (_known.TryGetValue(path, out var known) && known.Length == length && known.Written == written)
        {
            return known.Reading;
        }

        var reading = AssemblyInspector.Read(new InputFile(path, () => FileText.Failed("it is no text."), () => BinaryFile.Open(path)));
        _known[path] = (length, written, reading);
        return reading;
    }
}
