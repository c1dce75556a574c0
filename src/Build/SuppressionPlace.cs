using AiToolPolicy.Engine.Inspection.Guarding;
using AiToolPolicy.Engine.Text;
using AiToolPolicy.Files;
using AiToolPolicy.Files.Compiling;

namespace AiToolPolicy.Build;

/// <summary>Finds a suppression in the source text: the compiler's log tells what an attribute says, but not where it stands.</summary>
internal static class SuppressionPlace
{
    /// <param name="root">The repository's root, absolute.</param>
    /// <returns>What the suppression says with the place of each character, and the suppression's own place.</returns>
    public static (PlacedText? Fields, Location Place) Of(SourceResult result, string root)
    {
        var source = new SourceFile(RepositoryPath.Relative(root, result.Path), TextFile.Read(result.Path).Text ?? "");
        return result.PragmaLine > 0 ? OfPragma(result, source) : OfAttribute(result, source);
    }

    private static (PlacedText? Fields, Location Place) OfPragma(SourceResult result, SourceFile source)
    {
        var start = source.OffsetOf(result.PragmaLine, 1);
        var at = source.Text.IndexOf(result.Fields ?? "", start, StringComparison.Ordinal);
        return at < 0
            ? (Anywhere(result, source), source.At(start, 0))
            : (PlacedText.Of(source, at, result.Fields!.Length), source.At(start, at - start));
    }

    private static (PlacedText? Fields, Location Place) OfAttribute(SourceResult result, SourceFile source)
    {
        var before = source.OffsetOf(result.Line, result.Column);
        var attributes = MessageSuppressions.In(source.Text, Path.GetExtension(result.Path) == ".vb").Where(attribute => attribute.Id == result.Rule.Id).ToList();
        var fitting = attributes.FindAll(attribute => result.Fields is null || attribute.Literals.Any(literal => literal.Text == result.Fields));
        var nearest = fitting.LastOrDefault(attribute => attribute.Offset <= before) ?? fitting.FirstOrDefault();
        if (nearest is null)
        {
            return (Anywhere(result, source), source.At(before, 0));
        }

        var place = source.At(nearest.Offset, nearest.Length);
        var said = nearest.Literals.Where(literal => literal.Text == result.Fields).ToList();
        return (said.Count == 0 ? null : PlacedText.Of(source, said[0].Offset, said[0].Text.Length), place);
    }

    // The text is known and its place is not: an attribute in another file, or a literal with escapes.
    private static PlacedText? Anywhere(SourceResult result, SourceFile source) => result.Fields is { Length: > 0 } text
        ? PlacedText.Of(source, source.OffsetOf(result.Line, result.Column), 0).Standing(text)
        : null;
}
