using AiToolPolicy.Engine.Catalog;
using AiToolPolicy.Engine.Text;

namespace AiToolPolicy.Engine.Edits;

/// <summary>The one place that knows how findings in files are mended; editors and the command line use it alike.</summary>
public static class FileMender
{
    private static readonly IFileEditor[] Editors =
    [
        new ProjectItemEditor(),
        new PackagesConfigEditor(),
        new AppDirectiveEditor(),
        JsonLists.ToolManifest,
        JsonLists.GlobalJson,
        JsonLists.PackageJson,
        JsonLists.Recommendations,
    ];

    /// <summary>What the entries of the file are names of; null where such files are mended by hand.</summary>
    public static SignatureKind? KindIn(string path) => EditorOf(path)?.Kind;

    /// <summary>Takes out what was found.</summary>
    public static FileEdit Remove(SourceFile file, EditTarget target) => EditorOf(file.Path)?.Remove(file, target) ?? ByHand;

    /// <summary>Puts a counterpart in the place of what was found; where it stands there already, what was found is only taken out.</summary>
    public static FileEdit Replace(SourceFile file, EditTarget target, Counterpart counterpart) =>
        EditorOf(file.Path)?.Replace(file, target, counterpart) ?? ByHand;

    /// <summary>Mends one finding after the other, from the end of the file to its beginning, so that the places of those still to come hold.</summary>
    public static MendedFile Mend(SourceFile file, IEnumerable<EditTarget> targets, Func<SourceFile, EditTarget, FileEdit> edit)
    {
        var outcomes = new List<MendOutcome>();
        var current = file;
        foreach (var target in targets.Distinct().OrderByDescending(t => t.Place.Line).ThenByDescending(t => t.Place.Column))
        {
            var change = edit(current, target);
            current = new SourceFile(file.Path, TextEdit.Apply(current.Text, change.Edits));
            outcomes.Add(new MendOutcome(target, change.Refusal));
        }

        outcomes.Reverse();
        return new MendedFile(current.Text, outcomes);
    }

    private static FileEdit ByHand { get; } = FileEdit.Refused("is mended by hand: no edit is known for this kind of file");

    private static IFileEditor? EditorOf(string path) => Array.Find(Editors, editor => editor.Edits(path));
}

/// <summary>A file after mending.</summary>
/// <param name="Outcomes">One for each distinct target, in the order of the file.</param>
public sealed record MendedFile(string Text, IReadOnlyList<MendOutcome> Outcomes);

/// <param name="Refusal">Null when it was mended.</param>
public sealed record MendOutcome(EditTarget Target, string? Refusal);
