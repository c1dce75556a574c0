using AiToolPolicy.Engine.Text;

namespace AiToolPolicy.Engine.Edits;

/// <summary>What is to be mended in a file.</summary>
/// <param name="Place">Where the finding stands; its start counts.</param>
/// <param name="Seen">What was found there, as the finding's subject says it.</param>
public sealed record EditTarget(Location Place, string Seen);

/// <summary>What is to stand in a restricted thing's place.</summary>
/// <param name="Id">A package id or an extension id, of the kind that the file lists.</param>
/// <param name="Version">Null: the newest, where the format can say so.</param>
public sealed record Counterpart(string Id, string? Version = null)
{
    /// <summary>Reads <c>ID</c> or <c>ID@VERSION</c>; null for what is neither, so that nothing is written into a file that could be more than a name.</summary>
    public static Counterpart? Parse(string text)
    {
        var at = text.LastIndexOf('@');
        var (id, version) = at > 0 ? (text.Substring(0, at), text.Substring(at + 1)) : (text, null);
        return IsMadeOf(id, "@/._-") && (version is null || IsMadeOf(version, ".-+*^~")) ? new Counterpart(id, version) : null;
    }

    private static bool IsMadeOf(string text, string marks) =>
        text.Length > 0 && text.All(c => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') || marks.IndexOf(c) >= 0);
}

/// <summary>The smallest edits that mend a file, or why there are none.</summary>
/// <param name="Refusal">Continues a sentence that has named the finding; safe to print.</param>
public sealed record FileEdit(IReadOnlyList<TextEdit> Edits, string? Refusal)
{
    public static FileEdit Of(params IReadOnlyList<TextEdit> edits) => new(edits, null);

    public static FileEdit Refused(string reason) => new([], reason);
}
