namespace AiToolPolicy.Engine.Text;

/// <summary>
/// Source files of project templates, whose comments say which lines a new project gets: <c>//#if (Name)</c>, <c>//#else</c>, <c>//#endif</c>
/// (docs of <c>dotnet new</c>, conditional processing). As they stand they need not be well formed.
/// </summary>
public static class ProjectTemplate
{
    private const string If = "#if";

    private const string Else = "#else";

    private const string EndIf = "#endif";

    public static bool Is(string text) => text.Contains("//#if") && text.Contains("//#endif");

    /// <summary>The same text with blanks in place of what stands in the second and later branches, so that every place in it stays where it is.</summary>
    public static string FirstBranches(string text)
    {
        var kept = text.ToCharArray();
        var isLater = new Stack<bool>();
        for (int start = 0, end; start < text.Length; start = end)
        {
            end = text.IndexOf('\n', start) is >= 0 and var newline ? newline + 1 : text.Length;
            var directive = Directive(text, start, end);
            if (directive == If)
            {
                isLater.Push(isLater.Count > 0 && isLater.Peek());
            }
            else if (directive is not null && isLater.Count > 0 && isLater.Pop() is var _ && directive == Else)
            {
                isLater.Push(true);
            }

            if (isLater.Count > 0 && isLater.Peek())
            {
                Blank(kept, start, end);
            }
        }

        return new string(kept);
    }

    // What the comment that the line is says, however many slashes it begins with; null for any other line.
    private static string? Directive(string text, int start, int end)
    {
        while (start < end && char.IsWhiteSpace(text[start]))
        {
            start++;
        }

        var at = start;
        while (at < end && text[at] == '/')
        {
            at++;
        }

        return at - start < 2 ? null
            : string.CompareOrdinal(text, at, If, 0, If.Length) == 0 ? If
            : string.CompareOrdinal(text, at, "#el", 0, 3) == 0 ? Else
            : string.CompareOrdinal(text, at, EndIf, 0, EndIf.Length) == 0 ? EndIf
            : null;
    }

    private static void Blank(char[] text, int start, int end)
    {
        for (var at = start; at < end; at++)
        {
            text[at] = text[at] is '\r' or '\n' ? text[at] : ' ';
        }
    }
}
