using AiToolPolicy.Engine.Text;

namespace AiToolPolicy.Engine.Policies;

/// <summary>The text of one policy layer, as a host has found it.</summary>
/// <param name="Identity">Tells this layer from every other, by whatever way it was reached; compared ordinally and never shown.</param>
/// <param name="File">The text, and the path that findings show: relative to the repository, never absolute.</param>
public sealed record LayerText(string Identity, SourceFile File)
{
    /// <summary>Where the layer comes from, in words: the path, or the package with its version and feed. Safe to print.</summary>
    public string Origin { get; init; } = PlainText.Safe(File.Path);

    /// <summary>True when it stands in no file here but was fetched, so that a report must say what it was.</summary>
    public bool IsFetched { get; init; }
}
