using AiToolPolicy.Engine.Catalog;
using AiToolPolicy.Engine.Inspection.Dependencies;
using AiToolPolicy.Engine.Text;

namespace AiToolPolicy.Engine.Inspection;

/// <summary>One sign of an AI tool, seen at one place. Evidence judges nothing.</summary>
/// <param name="Signature">Whose sign it is, and how well known.</param>
/// <param name="What">What was seen, as a message begins: "Package 'X'". Safe to print.</param>
/// <param name="Seen">The bare thing that was seen: an id, a path, a host name.</param>
public sealed record Evidence(Signature Signature, Surface Surface, Strength Strength, string What, string Seen, Location Location)
{
    /// <summary>The version as resolved, or as declared where nothing has resolved it; null where there is none.</summary>
    public string? Version { get; init; }

    /// <summary>True when a resolver has chosen the version, false when it is only declared.</summary>
    public bool IsResolved { get; init; }

    /// <summary>In what role it was written down: "direct reference", "central version" …; null where that goes without saying.</summary>
    public string? Origin { get; init; }

    /// <summary>How a package came in behind a direct reference; null for everything that was written down directly.</summary>
    public TransitivePath? Through { get; init; }

    /// <summary>Which manifests the lock file repeats in which this stands; null for everything that a person wrote down.</summary>
    public LockScope? LockOf { get; init; }

    /// <summary>Further places of the same thing.</summary>
    public IReadOnlyList<Location> AlsoAt { get; init; } = [];

    /// <summary>All by which the MCP server can be told that this is a sign of; empty for everything that is no MCP server.</summary>
    public IReadOnlyList<ServerSign> Server { get; init; } = [];

    /// <summary>True for what is hidden from a reader of an instruction file; that belongs to no tool, whoever's the file is.</summary>
    public bool IsHiddenText { get; init; }

    /// <summary>How a thing that stands in no file is removed, safe to print; null where the place of the evidence says enough.</summary>
    public string? Remedy { get; init; }

    public Tool? Tool => Signature.Tool;
}

/// <summary>The manifests that a lock file was made from.</summary>
/// <param name="Folder">The lock file's own folder.</param>
/// <param name="Manifest">Their file name; null where it may be any.</param>
/// <param name="WithSubfolders">Whether direct references of manifests further down are locked in it too, as workspaces do it.</param>
public sealed record LockScope(string Folder, string? Manifest, bool WithSubfolders);
