namespace AiToolPolicy.Build;

/// <summary>The check of everything in a repository that belongs to no project.</summary>
/// <param name="Root">The repository's root folder, absolute.</param>
/// <param name="PolicyFile">The policy that was named, absolute; empty for the nearest one at or above the root.</param>
/// <param name="AsOf">The as-of date as given; empty for today.</param>
/// <param name="Exclude">Path patterns to leave out, separated by semicolons.</param>
/// <param name="Report">The SARIF file to write, absolute; empty for none.</param>
/// <param name="PolicyDigest">The digest that the policy is expected to have; empty for any.</param>
/// <param name="WarningsAreErrors">True when the whole build was started so.</param>
public sealed record RepositoryRequest(string Root, string PolicyFile, string AsOf, string Exclude, string Report, string PolicyDigest, bool WarningsAreErrors)
{
    /// <summary>Files of the policies that packages bring, absolute.</summary>
    public IReadOnlyList<string> Layers { get; init; } = [];

    /// <summary>The folder of fetched policy packages; empty for the user's own.</summary>
    public string Cache { get; init; } = "";

    /// <summary>The digest that the product's catalog is expected to have; empty for any.</summary>
    public string CatalogDigest { get; init; } = "";

    /// <summary>Whether to look also at what is installed on this machine.</summary>
    public bool ChecksMachine { get; init; }

    internal void Write(BinaryWriter writer)
    {
        writer.Write(Root);
        writer.Write(PolicyFile);
        writer.Write(AsOf);
        writer.Write(Exclude);
        writer.Write(Report);
        writer.Write(PolicyDigest);
        writer.Write(WarningsAreErrors);
        writer.Write(ChecksMachine);
        writer.Write(Cache);
        writer.Write(CatalogDigest);
        writer.Write(Layers.Count);
        foreach (var layer in Layers)
        {
            writer.Write(layer);
        }
    }

    internal static RepositoryRequest Read(BinaryReader reader) =>
        new(reader.ReadString(), reader.ReadString(), reader.ReadString(), reader.ReadString(), reader.ReadString(), reader.ReadString(), reader.ReadBoolean())
        {
            ChecksMachine = reader.ReadBoolean(),
            Cache = reader.ReadString(),
            CatalogDigest = reader.ReadString(),
            Layers = [.. Enumerable.Range(0, reader.ReadInt32()).Select(_ => reader.ReadString())],
        };
}
