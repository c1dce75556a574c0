using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace AiToolPolicy.Analyzers;

/// <summary>
/// A pragma that asks for an exemption: it names a rule of ours and says why in its comment. One without a comment asks for nothing and hides
/// nothing. Whether it is granted the build decides, which knows the day.
/// </summary>
/// <param name="Span">From the directive to where the rule is restored.</param>
/// <param name="Text">The comment.</param>
internal sealed record PragmaRequest(string Id, TextSpan Span, string Text, Location Location)
{
    private static readonly char[] Separators = [' ', '\t', ',', '#'];

    public static IReadOnlyList<PragmaRequest> In(SyntaxTree tree, CancellationToken cancellation)
    {
        var root = tree.GetRoot(cancellation);
        if (!root.ContainsDirectives)
        {
            return [];
        }

        var open = new Dictionary<string, (int Start, string Text, Location Location)>(StringComparer.OrdinalIgnoreCase);
        var requests = new List<PragmaRequest>();
        void Close(string id, int end)
        {
            if (open.TryGetValue(id, out var begun))
            {
                requests.Add(new PragmaRequest(id, TextSpan.FromBounds(begun.Start, end), begun.Text, begun.Location));
                open.Remove(id);
            }
        }

        foreach (var trivia in root.DescendantTrivia().Where(trivia => trivia.IsDirective))
        {
            if (Read(trivia.ToFullString(), tree.Options.Language) is not var (disables, ids, comment))
            {
                continue;
            }

            foreach (var id in ids.Count == 0 && !disables ? [.. open.Keys] : ids)
            {
                Close(id, trivia.SpanStart);
                if (disables && comment.Length > 0)
                {
                    open[id] = (trivia.SpanStart, comment, trivia.GetLocation());
                }
            }
        }

        foreach (var id in open.Keys.ToList())
        {
            Close(id, root.FullSpan.End);
        }

        return requests;
    }

    // #pragma warning disable AITP1009 // why, and #Disable Warning AITP1009 ' why
    private static (bool Disables, IReadOnlyList<string> Ids, string Comment)? Read(string directive, string language)
    {
        var isVisualBasic = language == LanguageNames.VisualBasic;
        var mark = isVisualBasic ? "'" : "//";
        var at = directive.IndexOf(mark, StringComparison.Ordinal);
        var words = (at < 0 ? directive : directive.Substring(0, at)).Split(Separators, StringSplitOptions.RemoveEmptyEntries).Select(word => word.Trim()).Where(word => word.Length > 0).ToList();
        var verb = isVisualBasic ? 0 : 2;
        var isPragma = words.Count > verb && (isVisualBasic
            ? words.Count > 1 && Is(words[1], "Warning")
            : words[0] == "pragma" && words[1] == "warning");
        if (!isPragma || !(Is(words[verb], "disable") || Is(words[verb], "restore") || Is(words[verb], "enable")))
        {
            return null;
        }

        return (Is(words[verb], "disable"), words.Skip(isVisualBasic ? 2 : 3).ToList(), at < 0 ? "" : directive.Substring(at + mark.Length).Trim());
    }

    private static bool Is(string word, string other) => string.Equals(word, other, StringComparison.OrdinalIgnoreCase);
}
