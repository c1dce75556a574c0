using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace AiToolPolicy.CodeFixes;

/// <summary>Files of a solution that are no source code.</summary>
internal static class AdditionalDocuments
{
    /// <summary>What Roslyn calls them where a fix says what it mends.</summary>
    public const string Kind = nameof(TextDocumentKind.AdditionalDocument);

    /// <summary>The solution with a new text of a file, in every project that has it.</summary>
    public static Solution With(Solution solution, TextDocument document, string text)
    {
        var ids = document.FilePath is { } path ? solution.GetDocumentIdsWithFilePath(path) : [document.Id];
        return ids.Where(id => solution.GetAdditionalDocument(id) is not null)
            .Aggregate(solution, (changed, id) => changed.WithAdditionalDocumentText(id, Changed(changed.GetAdditionalDocument(id)!, text)));
    }

    /// <summary>The file of that path, in whatever project.</summary>
    public static TextDocument? At(Solution solution, string path) =>
        solution.GetDocumentIdsWithFilePath(path).Select(solution.GetAdditionalDocument).OfType<TextDocument>().FirstOrDefault();

    // Keeps the encoding.
    private static SourceText Changed(TextDocument document, string text)
    {
        _ = document.TryGetText(out var old);
        return old is null ? SourceText.From(text) : old.WithChanges(new TextChange(new TextSpan(0, old.Length), text));
    }
}
