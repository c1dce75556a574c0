using AiToolPolicy.Engine.Text;

namespace AiToolPolicy.Engine.Inspection.Guarding;

/// <summary>
/// Suppressions of the check's rules for a whole assembly: <c>[assembly: SuppressMessage("…", "AITP1009")]</c> without a target. One that names
/// a member speaks of a finding, which the build judges.
/// </summary>
public sealed class SuppressionGuard : IInspector
{
    private static readonly string[] Names = ["SuppressMessage", "SuppressMessageAttribute"];

    public bool Reads(InputFile file) => file.Name.EndsWithIgnoringCase(".cs") || file.Name.EndsWithIgnoringCase(".vb");

    public void Inspect(InputFile file, InspectionContext context)
    {
        // What cannot be read is told of by those who look for tools in it.
        var text = file.Read().Text;
        if (text is null || text.IndexOf(RuleCodes.Prefix, StringComparison.Ordinal) < 0 || text.IndexOf(Names[0], StringComparison.OrdinalIgnoreCase) < 0)
        {
            return;
        }

        var source = new SourceFile(file.Path, text);
        var tokens = new CodeTokens(text, file.Name.EndsWithIgnoringCase(".vb")).Read().ToList();
        for (var i = 0; i + 1 < tokens.Count; i++)
        {
            if (Array.Exists(Names, tokens[i].IsWord) && tokens[i + 1].IsSign('(') && IsForAssembly(tokens, i) && Blanket(Arguments(tokens, i + 1)) is { } id)
            {
                context.Add(new Weakening($"{PlainText.Safe(id.Text)} is suppressed for the whole assembly, whatever it finds there", source.At(id.Offset, id.Text.Length)));
            }
        }
    }

    // Back to the bracket that the list of attributes began with, over other attributes in it.
    private static bool IsForAssembly(List<CodeToken> tokens, int index)
    {
        for (var i = index; i > 1; i--)
        {
            if (tokens[i].IsSign(':') && (tokens[i - 1].IsWord("assembly") || tokens[i - 1].IsWord("module")) && (tokens[i - 2].IsSign('[') || tokens[i - 2].IsSign('<')))
            {
                return true;
            }

            if (tokens[i].IsSign(';') || tokens[i].IsSign('{') || tokens[i].IsSign('['))
            {
                return false;
            }
        }

        return false;
    }

    private static List<CodeToken> Arguments(List<CodeToken> tokens, int open)
    {
        var depth = 0;
        var arguments = new List<CodeToken>();
        for (var i = open; i < tokens.Count; i++)
        {
            depth += tokens[i].IsSign('(') ? 1 : tokens[i].IsSign(')') ? -1 : 0;
            if (depth == 0)
            {
                break;
            }

            arguments.Add(tokens[i]);
        }

        return arguments;
    }

    // The second literal is the id, perhaps with the rule's title behind a colon.
    private static CodeToken? Blanket(List<CodeToken> arguments)
    {
        var literals = arguments.FindAll(token => token.Kind == CodeTokenKind.Literal);
        var id = literals.Count < 2 ? null : literals[1].Text.Split(':')[0].Trim();
        return id is not null && RuleCodes.Is(id) && !arguments.Exists(token => token.IsWord("Target")) ? literals[1] with { Text = id } : null;
    }
}
