namespace AiToolPolicy.Engine.Policies;

/// <summary>One of the files that a policy was made of.</summary>
/// <param name="Path">As findings show it.</param>
/// <param name="Origin">Where it comes from, in words: the path, or the package with its version and feed.</param>
/// <param name="Digest">Of its text; see <see cref="Text.Digest"/>.</param>
public sealed record PolicyLayer(string Path, string Origin, string Digest)
{
    /// <inheritdoc cref="LayerText.IsFetched"/>
    public bool IsFetched { get; init; }

    /// <summary>What it says, before it was merged with the others; null when it could not be read.</summary>
    public Policy? Policy { get; init; }

    /// <summary>The same as written, for the places of its keys.</summary>
    public PolicyDocument? Written { get; init; }

    public string? Name => Policy?.Name;

    public string? Version => Policy?.Version;

    /// <summary>The layers whose word it may not relax, at any distance; indexes into the list that this layer stands in.</summary>
    public IReadOnlyList<int> Above { get; init; } = [];
}
