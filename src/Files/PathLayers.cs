using System.Runtime.InteropServices;
using AiToolPolicy.Engine.Policies;
using AiToolPolicy.Engine.Text;

namespace AiToolPolicy.Files;

/// <summary>Finds the layers that a policy names by their path relative to itself. The path may lead out of the repository; a link may not.</summary>
/// <param name="root">The repository's root, absolute, for the paths that findings show.</param>
public sealed class PathLayers(string root) : ILayerSource
{
    private const string IdentityPrefix = "file:";

    private readonly Dictionary<string, string> _places = new(StringComparer.Ordinal);

    private static readonly bool IgnoresCase = RuntimeInformation.IsOSPlatform(OSPlatform.Windows) || RuntimeInformation.IsOSPlatform(OSPlatform.OSX);

    /// <summary>The layer that stands in a file, by whatever name it is reached.</summary>
    /// <param name="path">The file, absolute.</param>
    public LayerText Layer(string path, string text)
    {
        var real = RealPath.Of(path) ?? path;
        var identity = IdentityPrefix + (IgnoresCase ? real.ToUpperInvariant() : real);
        _places[identity] = path;
        return new LayerText(identity, new SourceFile(RepositoryPath.Relative(root, path), text));
    }

    public LayerResolution? Resolve(LayerReference reference, LayerText from)
    {
        if (reference.Scheme is not null)
        {
            return null;
        }

        if (WrongIn(reference.Text) is { } wrong)
        {
            return LayerResolution.Invalid(wrong);
        }

        return _places.TryGetValue(from.Identity, out var place)
            ? Read(Path.GetFullPath(Path.Combine(Path.GetDirectoryName(place) ?? "", reference.Text)), reference.Text)
            : LayerResolution.Invalid($"'{PlainText.Safe(reference.Text)}' is a path, and this layer stands in no folder: name the layer by 'package:' with an id and a version range.");
    }

    private static string? WrongIn(string path)
    {
        var shown = PlainText.Safe(path);
        return path.Any(char.IsControl) ? $"'{shown}' is no path: it holds a control character."
            : path.IndexOf('\\') >= 0 ? $"'{shown}' is not the same on every system: write / between folders."
            : path[0] is '/' or '~' || IsDrive(path) ? $"'{shown}' is not relative: write the path as seen from this file, so that it leads there on every machine."
            : null;
    }

    private static bool IsDrive(string path) => path.Length > 1 && path[1] == ':';

    private LayerResolution Read(string path, string written)
    {
        var shown = PlainText.Safe(written);
        if (!File.Exists(path) && !Directory.Exists(path))
        {
            return LayerResolution.Missing($"The layer '{shown}' is not there.{Nearest.Hint(Path.GetFileName(path), Neighbours(path))}");
        }

        if (RealPath.Of(path) is not { } real || (IsInside(path) && !IsInside(real)))
        {
            return LayerResolution.Missing($"The layer '{shown}' is a link that leads nowhere or out of the repository; it is not followed.");
        }

        var read = TextFile.Read(real, TextFile.PolicyLimit);
        return read.Text is { } text
            ? LayerResolution.Of(Layer(path, text))
            : LayerResolution.Missing($"The layer '{shown}' could not be read: {read.Failure}");
    }

    private bool IsInside(string path) => !RepositoryPath.IsOutside(RepositoryPath.Relative(RealPath.Of(root) ?? root, path)) || !RepositoryPath.IsOutside(RepositoryPath.Relative(root, path));

    // The files of that folder; a misspelt name is the usual reason.
    private static IEnumerable<string> Neighbours(string path)
    {
        try
        {
            return [.. Directory.EnumerateFiles(Path.GetDirectoryName(path) ?? "", "*.json").Select(file => Path.GetFileName(file)).Where(name => name != Path.GetFileName(path))];
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return [];
        }
    }
}
