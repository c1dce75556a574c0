namespace AiToolPolicy.Engine.Inspection.Guarding;

/// <summary>A <c>SuppressMessage</c> of one of the check's rules.</summary>
/// <param name="Id">The rule's, without its title.</param>
/// <param name="IdOffset">Where that stands.</param>
/// <param name="Offset">Of the attribute's name.</param>
/// <param name="Length">From the name to the closing bracket.</param>
/// <param name="IsForAssembly">Whether it speaks of the assembly or module.</param>
/// <param name="HasTarget">Whether it names a member.</param>
/// <param name="Literals">Its string literals: raw text and offset.</param>
public sealed record MessageSuppression(
    string Id, int IdOffset, int Offset, int Length, bool IsForAssembly, bool HasTarget, IReadOnlyList<(string Text, int Offset)> Literals);

/// <summary>Finds the attributes that suppress rules of the check in a source text.</summary>
public static class MessageSuppressions
{
    private static readonly string[] Names = ["SuppressMessage", "SuppressMessageAttribute"];

    public static IEnumerable<MessageSuppression> In(string text, bool isVisualBasic)
    {
        if (text.IndexOf(RuleCodes.Prefix, StringComparison.Ordinal) < 0 || text.IndexOf(Names[0], StringComparison.OrdinalIgnoreCase) < 0)
        {
            yield break;
        }

        var tokens = new CodeTokens(text, isVisualBasic).Read().ToList();
        for (var i = 0; i + 1 < tokens.Count; i++)
        {
            if (Array.Exists(Names, tokens[i].IsWord) && tokens[i + 1].IsSign('(') && Read(tokens, i) is { } attribute)
            {
                yield return attribute;
            }
        }
    }

    // The second literal is the id, perhaps with the rule's title behind a colon.
    private static MessageSuppression? Read(List<CodeToken> tokens, int name)
    {
        var arguments = Arguments(tokens, name + 1);
        var literals = arguments.FindAll(token => token.Kind == CodeTokenKind.Literal);
        var id = literals.Count < 2 ? "" : literals[1].Text.Split(':')[0].Trim();
        if (!RuleCodes.Is(id))
        {
            return null;
        }

        var last = arguments[arguments.Count - 1];
        return new MessageSuppression(
            id,
            literals[1].Offset,
            tokens[name].Offset,
            last.Offset + last.Text.Length + (last.Kind == CodeTokenKind.Literal ? 2 : 1) - tokens[name].Offset,
            IsForAssembly(tokens, name),
            arguments.Exists(token => token.IsWord("Target")),
            [.. literals.Select(literal => (literal.Text, literal.Offset))]);
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
}
