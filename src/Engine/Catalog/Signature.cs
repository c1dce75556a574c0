namespace AiToolPolicy.Engine.Catalog;

/// <summary>One way in which a tool shows itself.</summary>
/// <param name="Tool">Whose sign it is; null for a generic sign that proves no single tool, and for a suspect.</param>
public sealed record Signature(SignatureKind Kind, string Value, SignatureMatch Match, Confidence Confidence, Tool? Tool)
{
    /// <summary>The version range in which it holds, in the notation of its ecosystem; null: every version.</summary>
    public string? Versions { get; init; }

    /// <summary>What the thing is for: <c>instructions</c>, <c>key</c>, <c>connector</c> … as in the catalog schema; null when nothing more is known.</summary>
    public string? Role { get; init; }

    /// <summary>The framework tool whose connector this package is; it counts for both.</summary>
    public string? Framework { get; init; }

    /// <summary>Whose model it is, where another vendor's service offers it.</summary>
    public string? ModelVendor { get; init; }

    /// <summary>Too short or too common to count without another sign of the same tool.</summary>
    public bool NeedsSecondSign { get; init; }

    /// <summary>The versions, as <see cref="Versions"/>, in which it counts alone all the same: those that only the registry has; null: in none.</summary>
    public string? AloneInVersions { get; init; }

    /// <summary>The policy layer that defines it, by the path of its file; null for the known catalog's.</summary>
    public string? DefinedIn { get; init; }

    /// <summary>Without it the thing would be a suspect.</summary>
    public bool HidesSuspect { get; init; }

    /// <summary>A thing of this kind counts as AI though no catalog knows it.</summary>
    public bool IsSuspect => Match == SignatureMatch.Word;

    /// <summary>Looks like a suspect and is known to be no AI tool.</summary>
    public bool IsHarmless => Tool is null && Role == "harmless";

    /// <summary>A file name that many programs use: only what stands in the file tells that it is the thing.</summary>
    public bool IsKnownByContent => Kind == SignatureKind.Path && Tool is null && Role == "mcp-config" && Confidence < Confidence.High;

    /// <summary>A variable that is set in processes which an agent starts, and nowhere else.</summary>
    public bool IsAgentSession => Role == "agent-session";

    /// <summary>A variable by which a process knows that an agent may be about; nobody configures a tool with it.</summary>
    public bool IsAgentMarker => IsAgentSession || Role == "agent-marker";

    /// <summary>The sign of a thing that is AI by its nature, such as an MCP server, and that no catalog knows.</summary>
    public static Signature OfUnknown(SignatureKind kind, string value) => new(kind, value, SignatureMatch.Word, Confidence.Low, null);
}
