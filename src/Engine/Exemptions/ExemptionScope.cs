using AiToolPolicy.Engine.Catalog;
using AiToolPolicy.Engine.Inspection;

namespace AiToolPolicy.Engine.Exemptions;

/// <summary>How far an exemption reaches because of the place it stands at.</summary>
public sealed record ExemptionScope
{
    public static ExemptionScope Everywhere { get; } = new();

    /// <summary>The folder it reaches into, without a slash at the end; empty for the whole repository.</summary>
    public string Folder { get; init; } = "";

    /// <summary>True where the folders below it are not meant.</summary>
    public bool ThatFolderOnly { get; init; }

    /// <summary>The only file it reaches, or null.</summary>
    public string? File { get; init; }

    /// <summary>Null: all surfaces.</summary>
    public IReadOnlyCollection<Surface>? Surfaces { get; init; }

    /// <summary>True where only what one project brings in is meant, and not what it shares with others.</summary>
    public bool OwnFilesOnly { get; init; }

    /// <summary>The direct reference that is meant, together with what it brings in; null: any.</summary>
    public string? Reference { get; init; }

    /// <summary>What a file of the repository reaches: its own folder and below; a file outside of it, everything.</summary>
    public static ExemptionScope OfFolder(string filePath)
    {
        var slash = filePath.LastIndexOf('/');
        return slash < 0 || filePath.StartsWith("../", StringComparison.Ordinal) ? Everywhere : new() { Folder = filePath.Substring(0, slash) };
    }

    public static ExemptionScope OfFile(string path) => new() { File = path };

    public bool Reaches(Evidence evidence)
    {
        var path = evidence.Location.Path;
        return (File is null || File == path)
            && (Folder.Length == 0 || path.StartsWith(Folder + "/", StringComparison.Ordinal))
            && (!ThatFolderOnly || path.LastIndexOf('/') == (Folder.Length == 0 ? -1 : Folder.Length))
            && (Surfaces is null || Surfaces.Contains(evidence.Surface))
            && (!OwnFilesOnly || evidence.Surface == Surface.Source || FileNames.BelongsToProject(path.Substring(path.LastIndexOf('/') + 1)))
            && (Reference is null || IsBroughtInBy(evidence, Reference));
    }

    private static bool IsBroughtInBy(Evidence evidence, string reference) => evidence.Through is { } through
        ? through.Direct.EqualsIgnoringCase(reference)
        : evidence.Seen.EqualsIgnoringCase(reference);
}
