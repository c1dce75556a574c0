using AiToolPolicy.Engine.Findings;
using AiToolPolicy.Engine.Text;

namespace AiToolPolicy.Engine.Exemptions;

/// <summary>
/// Reads <c>ai-tool-policy: exempt &lt;tool&gt; justification="…" owner=… expires=…</c> out of a file's comments. It covers that tool in that file,
/// whatever the line. Prose and strings hold no comments, so they exempt nothing.
/// </summary>
internal static class CommentExemptions
{
    public const string Mark = "ai-tool-policy:";

    private const string Verb = "exempt";

    public static IReadOnlyList<ExemptionDocument> Read(SourceFile file, string name, List<Finding> findings) =>
        file.Text.IndexOf(Mark, StringComparison.Ordinal) < 0 ? []
        : [.. Comments.In(file, name).Select(comment => Record(comment, findings)).OfType<ExemptionDocument>()];

    private static ExemptionDocument? Record(PlacedText comment, List<Finding> findings)
    {
        var text = FieldSplitter.Trim(comment);
        if (!text.Text.StartsWith(Mark, StringComparison.Ordinal))
        {
            return null;
        }

        var words = FieldSplitter.Trim(text.Part(Mark.Length, text.Text.Length - Mark.Length));
        var (verb, rest) = Split(words);
        if (verb.Text != Verb)
        {
            ReportMisspelling(verb, findings);
            return null;
        }

        var (first, others) = Split(rest);
        var namesTool = first.Text.Length > 0 && first.Text.IndexOf('=') < 0;
        var fields = new ExemptionFields(findings).ReadWords(namesTool ? others : rest, text.Location);
        return fields with
        {
            Tool = namesTool ? new Placed<string>(first.Text, first.Location) : fields.Tool,
            Scope = ExemptionScope.OfFile(comment.File.Path),
        };
    }

    // A remark that begins so by chance is nobody's mistake; a misspelt verb is.
    private static void ReportMisspelling(PlacedText verb, List<Finding> findings)
    {
        if (Nearest.To(verb.Text, [Verb]) is not null)
        {
            findings.Add(ExemptionFile.Invalid($"'{Mark} {PlainText.Safe(verb.Text)}' says nothing. Did you mean '{Verb}'? It exempts nothing.", verb.Location));
        }
    }

    private static (PlacedText First, PlacedText Others) Split(PlacedText text)
    {
        var end = 0;
        while (end < text.Text.Length && !char.IsWhiteSpace(text.Text[end]))
        {
            end++;
        }

        return (text.Part(0, end), FieldSplitter.Trim(text.Part(end, text.Text.Length - end)));
    }
}
