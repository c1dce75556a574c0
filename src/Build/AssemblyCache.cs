using System.Collections.Concurrent;
using AiToolPolicy.Engine.Binaries;
using AiToolPolicy.Engine.Inspection;
using AiToolPolicy.Files;
using Microsoft.Build.Framework;

namespace AiToolPolicy.Build;

/// <summary>What the metadata of assemblies says, read once for a node and a build however many projects reference them.</summary>
internal sealed class AssemblyCache
{
    private static readonly object Gate = new();

    private readonly ConcurrentDictionary<string, (long Length, DateTime Written, AssemblyReading Reading)> _known = new(StringComparer.Ordinal);

    public static AssemblyCache For(IBuildEngine4 engine)
    {
        var key = typeof(AssemblyCache).FullName!;
        lock (Gate)
        {
            if (engine.GetRegisteredTaskObject(key, RegisteredTaskObjectLifetime.Build) is AssemblyCache known)
            {
                return known;
            }

            var cache = new AssemblyCache();
            engine.RegisterTaskObject(key, cache, RegisteredTaskObjectLifetime.Build, allowEarlyCollection: false);
            return cache;
        }
    }

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
